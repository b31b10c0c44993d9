import { stringify } from "@std/csv";
import { readDelimited } from "../input/read_delimited.ts";
import { InputError, type Problem } from "../errors/problem.ts";
import { didYouMean } from "../errors/did_you_mean.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import type { JudgedFamily } from "./judge_table.ts";
import { computations, relationShapes } from "../model/relation.ts";
import type { TableGrid } from "./table.ts";
import { placeOf, tableKinds, type TableRelation } from "./table_relation.ts";

type Field = keyof TableRelation;
const needed: readonly Field[] = ["each", "kind", "result", "operands"];
const fields: readonly Field[] = [...needed, "divisors", "unit", "computed", "blank", "except"];
const between = " | ";

/**
 * Relations as a CSV file that a person edits: one line each, names parted by ` | `, and at the end of the line how many of
 * its instances hold, which nobody reads again.
 *
 * @param families The judged relations.
 */
export function relationsCsv(families: readonly JudgedFamily[]): string {
  const records = families.map(({ relation, hold, judged }) => ({
    ...relation,
    operands: relation.operands.join(between),
    divisors: relation.divisors.join(between),
    except: relation.except.join(between),
    hold,
    of: judged,
  }));
  return stringify(records, { columns: [...fields, "hold", "of"] });
}

/**
 * Reads relations that were drafted and, perhaps, edited.
 *
 * @param path The file, CSV as it was written or as a spreadsheet saves it.
 * @param grid The table that they are about.
 * @throws {InputError} If it cannot be read, or names what the table does not have, with every problem.
 */
export async function readRelations(path: string, grid: TableGrid): Promise<TableRelation[]> {
  const action = "Cannot read the relations";
  const { rows: [header = [], ...records], at } = await readDelimited(path);
  const lacking = needed.filter((field) => !header.includes(field));
  if (lacking.length > 0) {
    const message = `expected columns ${fields.join(", ")}, found no ${lacking.join(", ")}`;
    throw new InputError(action, [{ path, ...at(0, 0), message }]);
  }
  const problems: Problem[] = [];
  const relations = records.flatMap((record, index) => {
    if (record.every((field) => field.trim() === "")) return [];
    const of = (field: Field) => record[header.indexOf(field)]?.trim() ?? "";
    const names = (field: Field) =>
      of(field).split("|").map((name) => name.trim()).filter((name) => name !== "");
    const complain = (field: Field, message: string) =>
      problems.push({ path, ...at(index + 1, Math.max(0, header.indexOf(field))), message });
    const one = <T extends string>(field: Field, allowed: readonly T[], otherwise?: T): T => {
      const value = of(field) || otherwise, known = allowed.find((each) => each === value);
      if (known !== undefined) return known;
      const found = JSON.stringify(of(field));
      complain(field, `expected ${field} to be ${allowed.join(", ")}, found ${found}`);
      return allowed[0];
    };
    const kind = one("kind", tableKinds);
    const relation: TableRelation = {
      each: one("each", ["row", "column"]),
      kind,
      result: of("result"),
      operands: names("operands"),
      divisors: names("divisors"),
      unit: of("unit") || (isScaled(kind) ? "percent" : ""),
      computed: one("computed", computations, "as-printed"),
      blank: one("blank", ["nil", "not-told"], "not-told"),
      except: names("except"),
    };
    for (const [field, message] of complaintsOf(relation, grid)) complain(field, message);
    return [relation];
  });
  if (problems.length > 0) throw new InputError(action, problems);
  return relations;
}

/** Whether a relation gives per cents or their kin. */
function isScaled(kind: TableRelation["kind"]): boolean {
  return kind === "share" || kind === "shares" || kind === "growth";
}

/** What a relation lacks, and which of its names the table does not have. */
function* complaintsOf(
  { each, kind, result, operands, divisors, unit, except }: TableRelation,
  { table, measures }: TableGrid,
): Generator<[field: Field, message: string]> {
  const { least = 1, most = Infinity, divisors: divided } = relationShapes[kind];
  const { length: count } = operands, isDivided = divided === "needed";
  if (count < least || count > most) {
    const expected = least === most ? most : `at least ${least}`;
    yield ["operands", `expected ${expected} operands, found ${count}`];
  }
  if (divisors.length > 0 !== isDivided) {
    const expected = isDivided ? "a divisor, found none" : `no divisors of a ${kind}`;
    yield ["divisors", `expected ${expected}`];
  }
  if (isScaled(kind) && unitScale(unit).base !== "ratio") {
    const expected = "unit to be percent, per-mille or such as per-1000";
    yield ["unit", `expected ${expected}, found ${JSON.stringify(unit)}`];
  }
  const rows = { thing: "row", names: table.rows.map(({ name }) => name) };
  const columns = { thing: "column of numbers", names: measures.map(({ name }) => name) };
  const stems = measures.map(({ header }) => header.stem);
  const [own, across] = each === "row"
    ? [{ ...columns, names: [...columns.names, ...stems] }, rows]
    : [rows, columns];
  const named = [
    ...except.map((name) => ["except", name, name, across] as const),
    ...Object.entries({ result: [result], operands, divisors }).flatMap(([field, names]) =>
      names.map((name) => [field as Field, name, placeOf(name).name, own] as const)
    ),
  ];
  for (const [field, name, plain, { thing, names }] of named) {
    if (names.includes(plain)) continue;
    const found = `${thing} ${JSON.stringify(name)}`;
    yield [field, `the table has no ${found}; ${didYouMean(name, names)}`];
  }
}
