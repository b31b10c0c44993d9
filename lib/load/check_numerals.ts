import type { NumberFormat } from "../model/edition.ts";
import type { Norm } from "../model/norm.ts";
import type { Numeral } from "../model/numeral.ts";
import type { ObservationRow } from "../model/observation.ts";
import { decimalString } from "../numbers/digits.ts";
import { exact } from "../numbers/exact.ts";
import { parseNumeral } from "../numbers/numerals.ts";
import { readPrinted } from "../numbers/read_printed.ts";
import type { LoadedTable } from "./read_table.ts";

/** What numerals are checked against. */
export interface NumeralContext {
  /**
   * What numerals may name; without it, because that has problems of its own, names are not looked up, so that no
   * problem causes another.
   */
  readonly carriers?: {
    readonly observations: LoadedTable<ObservationRow>;
    readonly norms: LoadedTable<Norm>;
    /** Ids of the claims, expanded. */
    readonly claims: ReadonlySet<string>;
  };
  /** How the report writes numbers; without it, what is printed is not read. */
  readonly numberFormat?: NumberFormat;
}

type Carriers = NonNullable<NumeralContext["carriers"]>;

/**
 * Reports every numeral that is not the number that it prints, that overlaps another, or that names what it cannot be;
 * and every observation and norm that no numeral carries.
 *
 * @param table The rows as read.
 * @param context What the numerals may name.
 */
export function checkNumerals(
  table: LoadedTable<Numeral>,
  { carriers, numberFormat }: NumeralContext,
): void {
  if (numberFormat) {
    for (const index of table.rows.keys()) checkValue(table, index, numberFormat);
  }
  checkOverlaps(table);
  if (!carriers) return;
  checkNames(table, carriers, numberFormat);
  if (table.complete) checkCarried(table, carriers);
}

function checkNames(
  table: LoadedTable<Numeral>,
  { observations, norms, claims }: Carriers,
  format: NumberFormat | undefined,
): void {
  const known = new Map([
    ...observations.rows.map((row) =>
      [row.id, { line: row.line, values: endsOf(row, format) }] as const
    ),
    ...norms.rows.map(({ id, line, low, high }) => {
      const values = [low, high].filter((limit) => limit !== null);
      return [id, { line, values: [...new Set(values)] }] as const;
    }),
  ]);
  for (const [index, { ref, value, line, class: kind }] of table.rows.entries()) {
    if (ref === "" || claims.has(ref)) continue;
    const complain = (column: keyof Numeral, message: string) =>
      table.report(index, column, `${column}: ${message}`);
    const named = known.get(ref);
    if (named === undefined) {
      complain("ref", `unknown code "${ref}"; expected an observation, norm or claim`);
    } else if (named.line !== line) {
      complain("line", `expected ${named.line} as of "${ref}", found ${line}`);
    } else if (kind !== "age-bound" && !named.values.includes(value)) {
      complain("value", `expected ${named.values.join(" or ")} as of "${ref}", found ${value}`);
    }
  }
}

/** The value of an observation; of a range both of its ends. */
function endsOf({ form, printed, value }: ObservationRow, format?: NumberFormat): number[] {
  const read = form === "range" ? readPrinted(printed, format) : undefined;
  return read?.form === "range" ? [value, read.value.add(read.spread).valueOf()] : [value];
}

function checkValue(table: LoadedTable<Numeral>, index: number, format: NumberFormat): void {
  const { printed, value } = table.rows[index];
  const read = parseNumeral(printed, format);
  if (read?.equals(exact(value))) return;
  if (read === undefined) {
    table.report(index, "printed", `printed: expected a numeral, found "${printed}"`);
  } else {
    const wanted = decimalString(read);
    const message = `value: expected ${wanted} as printed "${printed}", found ${value}`;
    table.report(index, "value", message);
  }
}

function checkOverlaps(table: LoadedTable<Numeral>): void {
  const order = table.rows.map((row, index) => ({ row, index }))
    .toSorted((a, b) => a.row.line - b.row.line || a.row.offset - b.row.offset);
  for (const [place, { row, index }] of order.entries()) {
    const before = order[place - 1]?.row;
    if (before?.line !== row.line || before.offset + before.printed.length <= row.offset) continue;
    table.report(index, "offset", `offset: "${row.printed}" overlaps "${before.printed}"`);
  }
}

function checkCarried(
  { rows }: LoadedTable<Numeral>,
  { observations, norms }: Carriers,
): void {
  const carried = new Set(rows.filter((row) => row.class !== "age-bound").map(({ ref }) => ref));
  const missing = (id: string) => `id: no numeral of numerals.csv carries "${id}"`;
  for (const [index, { id, form }] of observations.rows.entries()) {
    if (form !== "names" && form !== "nil" && !carried.has(id)) {
      observations.report(index, "id", missing(id));
    }
  }
  for (const [index, { id }] of norms.rows.entries()) {
    if (!carried.has(id)) norms.report(index, "id", missing(id));
  }
}
