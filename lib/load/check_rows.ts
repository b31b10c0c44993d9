import type { RowOf, TableName } from "../model/edition_tables.ts";
import { parseRelation } from "../model/relation.ts";

/** Says what is expected of a field. */
export type Complain<Row> = (field: keyof Row & string, expected: string) => void;

/** Complains of a row whose cells are sound one by one, but do not fit each other. */
export interface RowCheck<Row> {
  check(row: Row, complain: Complain<Row>): void;
}

/** What is checked of the cells of a row beside each other. */
export const rowChecks: { readonly [Name in TableName]?: RowCheck<RowOf<Name>>["check"] } = {
  claims({ id, result, operands }, complain) {
    const stars = (cell: string) => cell.split("*").length - 1;
    if (stars(id) !== stars(result)) complain("id", "expected a * for each that the result has");
    if (operands.includes("*") && stars(result) === 0) {
      complain("operands", "expected no * where the result has none");
    }
  },
  trendWords({ direction, min_percent: min, max_percent: max }, complain) {
    if (min !== null && min < 0) complain("min_percent", "expected 0 or more");
    if (max !== null && max <= (min ?? 0)) {
      complain("max_percent", "expected more than 0 and than min_percent");
    }
    if (direction !== "none") return;
    if (min !== null) complain("min_percent", "expected nothing for direction none");
    if (max === null) complain("max_percent", "expected a limit for direction none");
  },
  norms({ low, high }, complain) {
    if (low === null && high === null) complain("low", "expected a low or a high limit");
    if (low !== null && high !== null && low > high) {
      complain("high", "expected no less than the low limit");
    }
  },
  findings({ values, claims, needed }, complain) {
    if (values.length + claims.length > 0 || needed.en !== "") return;
    complain(
      "needed",
      "expected what a test would need, where there are neither values nor claims",
    );
  },
  inferences(cells, complain) {
    const { relation, missing } = parseRelation(cells);
    const places = [relation.result, ...relation.operands, ...relation.divisors];
    const times = places.filter((id) => id === cells.id).length;
    if (missing.length !== 1 || missing[0] !== cells.id || times !== 1) {
      complain("operands", `expected ?${cells.id} once, and no other ?`);
    }
  },
  initiatives({ named, name, printed }, complain) {
    if (printed === "" || (named === "yes" && printed !== name)) return;
    complain("printed", "expected another form of a proper name, or nothing");
  },
};
