import { judge } from "../audit/judge.ts";
import { quantities } from "../audit/quantity.ts";
import { checkRelation, relationContext } from "../load/check_relation.ts";
import { LoadedTable } from "../load/loaded_table.ts";
import type { Claim } from "../model/claim.ts";
import { didYouMean, optionProblems } from "../errors/did_you_mean.ts";
import type { Label } from "../model/label.ts";
import { type RelationKind, relationShapes } from "../model/relation.ts";
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

const options = {
  ...{ kind: null, result: null, operands: null, divisors: null, rule: null, statement: null },
};

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
  const problems = [...listMisuses(own)];
  const fail = (): never => {
    throw new UsageError(`Cannot judge a claim: ${problems.join("; ")}`);
  };
  if (problems.length > 0) fail();
  const { kind, result, operands, divisors = [], rule = "", statement } = own;
  const relation = {
    kind,
    result: idOf(result),
    operands: [operands].flat().map(idOf),
    divisors: [divisors].flat().map(idOf),
    rule,
  };
  const context = relationContext({
    observations: tableOf("observations", report.observations),
    norms: tableOf("norms", report.norms),
    trendWords: tableOf("trendWords", report.trendWords),
  });
  if (context) {
    checkRelation({ relation, missing: [] }, context, (cell, message) => {
      problems.push(`${cell}: ${message}`);
    });
  }
  const known = [...report.observations, ...report.norms].map(({ id }) => id);
  for (const id of [relation.result, ...relation.operands, ...relation.divisors]) {
    if (!known.includes(id)) problems.push(`of "${id}", ${didYouMean(id, known)}`);
  }
  if (problems.length > 0) fail();
  const claim: Claim = {
    ...relation,
    id: "",
    basis: "implied",
    missing: [],
    relation,
    line: null,
    topic: "",
    statement: statement === undefined
      ? labelOf(relation.result)
      : { ru: statement, en: statement },
  };
  const words = new Map(report.trendWords.map((word) => [word.id, word]));
  return judge(claim, quantities(report), words);
}

function* listMisuses(own: OwnClaim): Generator<string> {
  if (typeof own !== "object" || own === null) {
    yield `expected { kind, result, operands }, found ${own}`;
    return;
  }
  yield* optionProblems(own, options);
  if (!(own.kind in relationShapes)) {
    yield `expected a kind of relation, found "${own.kind}"; ${
      didYouMean(String(own.kind), Object.keys(relationShapes))
    }`;
  }
  for (const name of ["result", "operands"] as const) {
    if (own[name] === undefined) yield `expected ${name}, found none`;
  }
  const cells = [own.result, own.operands, own.divisors].flat();
  if (cells.some((cell) => cell === null)) yield "expected rows or their ids, found null";
}

/** The id of a value; what is no value is told of by its name. */
function idOf(cell: RowOrId | undefined): string {
  return typeof cell === "object" ? cell.id : String(cell);
}

function tableOf<Row extends { readonly id: string }>(name: TableName, rows: readonly Row[]) {
  return new LoadedTable(schemas[name], { rows, ids: new Set(rows.map(({ id }) => id)) });
}
