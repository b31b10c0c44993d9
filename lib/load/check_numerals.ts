import type { NumberFormat } from "../model/edition.ts";
import type { Norm } from "../model/observation.ts";
import type { Numeral } from "../model/finding.ts";
import type { ObservationRow } from "../model/observation.ts";
import { decimalString } from "../numbers/format_number.ts";
import { exact } from "../numbers/exact.ts";
import { parseNumeral } from "../numbers/numerals.ts";
import { readPrinted } from "../numbers/read_printed.ts";
import type { LoadedTable } from "./loaded_table.ts";

/** What numerals are checked against. */
export interface NumeralContext {
  /** How the report writes numbers; without it, what is printed is not read. */
  readonly numberFormat: NumberFormat | undefined;
  readonly observations: LoadedTable<ObservationRow>;
  readonly norms: LoadedTable<Norm>;
  /** Ids of the claims, expanded; `undefined` if they are not known. */
  readonly claims: ReadonlySet<string> | undefined;
}

/**
 * Reports every numeral that is not the number that it prints, that overlaps another, or that names what it cannot be;
 * and every observation and norm that no numeral carries.
 *
 * A numeral is held only against rows that have no problem of their own, so that no problem causes another.
 *
 * @param table The rows as read.
 * @param context What the numerals may name.
 */
export function checkNumerals(table: LoadedTable<Numeral>, context: NumeralContext): void {
  const { numberFormat, observations, norms, claims } = context;
  for (const index of numberFormat ? table.rows.keys() : []) {
    checkValue(table, index, numberFormat);
  }
  checkOverlaps(table);
  if (!numberFormat || !claims || !observations.ids || !norms.ids) return;
  checkNames(table, { ...context, claims });
  if (table.complete) checkCoverage(table, context);
}

/** Where a quantity is printed, and the numbers that it prints. */
interface Carried {
  readonly line: number | null;
  readonly values: readonly number[];
}

function checkNames(
  table: LoadedTable<Numeral>,
  { observations, norms, claims, numberFormat }: NumeralContext & {
    readonly claims: ReadonlySet<string>;
  },
): void {
  const known = new Map<string, Carried>([
    ...observations.rows.flatMap((row, index) =>
      observations.isSound(index)
        ? [[row.id, { line: row.line, values: endsOf(row, numberFormat) }] as const]
        : []
    ),
    ...norms.rows.flatMap(({ id, line, low, high }, index) => {
      const values = [low, high].filter((limit) => limit !== null);
      return norms.isSound(index) ? [[id, { line, values: [...new Set(values)] }] as const] : [];
    }),
  ]);
  const isThere = (id: string) => observations.ids?.has(id) || norms.ids?.has(id);
  for (const [index, { ref, value, line, class: kind }] of table.rows.entries()) {
    if (ref === "" || claims.has(ref)) continue;
    const complain = (column: keyof Numeral, message: string) =>
      table.report(index, column, message);
    const named = known.get(ref);
    if (named === undefined) {
      if (isThere(ref)) continue;
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

function checkValue(table: LoadedTable<Numeral>, index: number, format?: NumberFormat): void {
  const { printed, value } = table.rows[index];
  const read = parseNumeral(printed, format);
  if (read?.equals(exact(value))) return;
  if (read === undefined) {
    table.report(index, "printed", `expected a numeral, found "${printed}"`);
  } else {
    const wanted = decimalString(read);
    const message = `expected ${wanted} as printed "${printed}", found ${value}`;
    table.report(index, "value", message);
  }
}

function checkOverlaps(table: LoadedTable<Numeral>): void {
  const order = table.rows.map((row, index) => ({ row, index }))
    .toSorted((a, b) => a.row.line - b.row.line || a.row.offset - b.row.offset);
  for (const [place, { row, index }] of order.entries()) {
    const before = order[place - 1]?.row;
    if (before?.line !== row.line || before.offset + before.printed.length <= row.offset) continue;
    table.report(index, "offset", `"${row.printed}" overlaps "${before.printed}"`);
  }
}

function checkCoverage(
  { rows }: LoadedTable<Numeral>,
  { observations, norms }: NumeralContext,
): void {
  const carried = new Set(rows.filter((row) => row.class !== "age-bound").map(({ ref }) => ref));
  const lackOf = (id: string) => `no numeral of numerals.csv carries "${id}"`;
  for (const [index, { id, form }] of observations.rows.entries()) {
    const isWritten = form !== "names" && form !== "nil";
    if (isWritten && !carried.has(id) && observations.isSound(index)) {
      observations.report(index, "id", lackOf(id));
    }
  }
  for (const [index, { id }] of norms.rows.entries()) {
    if (!carried.has(id) && norms.isSound(index)) norms.report(index, "id", lackOf(id));
  }
}
