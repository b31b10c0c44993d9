import { stringify } from "@std/csv";
import { readDelimited } from "../input/read_delimited.ts";
import { InputError, type Problem } from "../errors/problem.ts";
import { didYouMean } from "../errors/did_you_mean.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import type { JudgedFamily } from "./judge_table.ts";
import { computations, relationShapes } from "../model/relation.ts";
import type { TableGrid } from "./table.ts";
import { placeOf, tableKinds, type TableRelation } from "./table_relation.ts";

const fields = [
  "each",
  "kind",
  "result",
  "operands",
  "divisors",
  "unit",
  "computed",
  "blank",
  "except",
] as const;
const counts = ["hold", "of"] as const;
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
  return stringify(records, { columns: [...fields, ...counts] });
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
  const lacking = fields.slice(0, 4).filter((field) => !header.includes(field));
  if (lacking.length > 0) {
    const message = `expected columns ${fields.join(", ")}; ${lacking.join(", ")} ${
      lacking.length > 1 ? "are" : "is"
    } missing`;
    throw new InputError(action, [{ path, ...at(0, 0), message }]);
  }
  const problems: Problem[] = [];
  const relations = records.flatMap((record, index) => {
    if (record.every((field) => field.trim() === "")) return [];
    const of = (field: typeof fields[number]) => record[header.indexOf(field)]?.trim() ?? "";
    const names = (field: typeof fields[number]) =>
      of(field).split("|").map((name) => name.trim()).filter((name) => name !== "");
    const complain = (field: typeof fields[number], message: string) =>
      problems.push({ path, ...at(index + 1, Math.max(0, header.indexOf(field))), message });
    const one = <T extends string>(
      field: typeof fields[number],
      allowed: readonly T[],
      otherwise?: T,
    ): T => {
      const value = of(field) || otherwise;
      const known = allowed.find((each) => each === value);
      if (known === undefined) {
        complain(
          field,
          `expected ${field} to be ${allowed.join(", ")}, found ${JSON.stringify(of(field))}`,
        );
      }
      return known ?? allowed[0];
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
function complaintsOf(
  relation: TableRelation,
  { table, measures }: TableGrid,
): [field: typeof fields[number], message: string][] {
  const { each, kind, result, operands, divisors, unit, except } = relation;
  const shape = relationShapes[kind];
  const found: ReturnType<typeof complaintsOf> = [];
  const { least = 1, most = Infinity } = shape;
  if (operands.length < least || operands.length > most) {
    const expected = least === most ? most : `at least ${least}`;
    found.push(["operands", `expected ${expected} operands, found ${operands.length}`]);
  }
  if ((divisors.length > 0) !== (shape.divisors === "needed")) {
    found.push([
      "divisors",
      shape.divisors === "needed"
        ? "expected a divisor, found none"
        : `expected no divisors of a ${kind}`,
    ]);
  }
  if (isScaled(kind) && (unit === "" || unitScale(unit).base !== "ratio")) {
    found.push([
      "unit",
      `expected unit to be percent, per-mille or such as per-1000, found ${JSON.stringify(unit)}`,
    ]);
  }
  const names = each === "row"
    ? measures.flatMap(({ name, header }) => [name, header.stem])
    : table.rows.map(({ name }) => name);
  const across = each === "row" ? table.rows : measures;
  for (const name of except.filter((name) => !across.some((one) => one.name === name))) {
    const kind = each === "row" ? "row" : "column of numbers";
    const near = didYouMean(name, across.map((one) => one.name));
    found.push(["except", `the table has no ${kind} ${JSON.stringify(name)}; ${near}`]);
  }
  const named = Object.entries({ result: [result], operands, divisors } as const);
  for (
    const [field, name] of named.flatMap(([field, all]) =>
      all.map((name) => [field, name] as const)
    )
  ) {
    if (!names.includes(placeOf(name).name)) {
      found.push([
        field as "result" | "operands" | "divisors",
        `the table has no ${each === "row" ? "column of numbers" : "row"} ${
          JSON.stringify(name)
        }; ${didYouMean(name, [...new Set(names)])}`,
      ]);
    }
  }
  return found;
}
