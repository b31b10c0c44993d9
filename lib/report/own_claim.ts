import { judge } from "../audit/judge.ts";
import { quantities } from "../audit/quantity.ts";
import { checkRelation, relationContext } from "../load/check_relation.ts";
import { LoadedTable } from "../load/loaded_table.ts";
import type { Claim } from "../model/claim.ts";
import { didYouMean, optionProblems } from "../errors/did_you_mean.ts";
import type { Label } from "../model/label.ts";
import { type Relation, type RelationKind, relationShapes } from "../model/relation.ts";
import type { Report } from "../model/report.ts";
import { schemas, type TableName } from "../model/edition_tables.ts";
import { UsageError } from "../errors/usage_error.ts";
import type { Verdict } from "../model/verdict.ts";

/** A printed value or a norm: a row of the report, or its id. */
export type RowOrId = string | { readonly id: string };

/** A claim of one's own. */
export interface OwnClaim {
  /** The relation between the values, as in `relationShapes`. */
  readonly kind: RelationKind;
  /** The printed value that is judged. */
  readonly result: RowOrId;
  /** What it is computed from, or compared with. */
  readonly operands: RowOrId | readonly RowOrId[];
  /** What divides; in a roll-forward, what goes out. */
  readonly divisors?: RowOrId | readonly RowOrId[];
  /** For a norm, a bound or a mixture one of their sides, for a trend the word. */
  readonly rule?: string;
  /** What is claimed, in words. @default The label of the result */
  readonly statement?: string;
}

/**
 * Judges a claim of one's own.
 *
 * @param own The claim.
 * @param report The report whose values it names.
 * @param labelOf What a claim on a printed value is called that does not say.
 * @throws {UsageError} With every reason why it cannot be judged.
 */
export function judgeOwnClaim(
  own: OwnClaim,
  report: Report,
  labelOf: (result: string) => Label,
): Verdict {
  refuseFor([...listMisuses(own)]);
  const { kind, divisors = [], rule = "", statement } = own, result = idOf(own.result);
  const [operands, dividing] = [own.operands, divisors].map((cells) => [cells].flat().map(idOf));
  const relation = { kind, result, operands, divisors: dividing, rule };
  refuseFor(misfits(relation, report));
  const claim: Claim = {
    ...relation,
    relation,
    id: "",
    topic: "",
    line: null,
    basis: "implied",
    missing: [],
    statement: statement === undefined ? labelOf(result) : { ru: statement, en: statement },
  };
  const words = new Map(report.trendWords.map((word) => [word.id, word]));
  return judge(claim, quantities(report), words);
}

function refuseFor(problems: readonly string[]): void {
  if (problems.length > 0) throw new UsageError(`Cannot judge a claim: ${problems.join("; ")}`);
}

function* listMisuses(own: OwnClaim): Generator<string> {
  if (typeof own !== "object" || own === null) {
    yield `expected { kind, result, operands }, found ${own}`;
    return;
  }
  yield* optionProblems(own, {
    kind: null,
    result: null,
    operands: null,
    divisors: null,
    rule: null,
    statement: null,
  });
  const kinds = Object.keys(relationShapes);
  if (!kinds.includes(own.kind)) {
    const meant = didYouMean(String(own.kind), kinds);
    yield `expected a kind of relation, found "${own.kind}"; ${meant}`;
  }
  for (const name of ["result", "operands"] as const) {
    if (own[name] === undefined) yield `expected ${name}, found none`;
  }
  const cells = [own.result, own.operands, own.divisors].flat();
  if (cells.some((cell) => cell === null)) yield "expected rows or their ids, found null";
}

/** Why a relation cannot be computed from the values of a report. */
function misfits(relation: Relation, report: Report): string[] {
  const { observations, norms, trendWords } = report;
  const context = relationContext({
    observations: tableOf("observations", observations),
    norms: tableOf("norms", norms),
    trendWords: tableOf("trendWords", trendWords),
  });
  const problems: string[] = [];
  if (context) {
    checkRelation({ relation, missing: [] }, context, (cell, message) => {
      problems.push(`${cell}: ${message}`);
    });
  }
  const known = [...observations, ...norms].map(({ id }) => id);
  const unknown = [relation.result, ...relation.operands, ...relation.divisors]
    .filter((id) => !known.includes(id));
  return [...problems, ...unknown.map((id) => `of "${id}", ${didYouMean(id, known)}`)];
}

/** The id of a value; what is no value is told of by its name. */
function idOf(cell: RowOrId): string {
  return typeof cell === "object" ? cell.id : String(cell);
}

function tableOf<Row extends { readonly id: string }>(name: TableName, rows: readonly Row[]) {
  return new LoadedTable(schemas[name], { rows, ids: new Set(rows.map(({ id }) => id)) });
}
