import type { NumberFormat } from "../model/edition.ts";
import type { ObservationRow } from "../model/observation.ts";
import type { Numeral } from "../model/finding.ts";
import { exact } from "../numbers/exact.ts";
import { parseNumeral } from "../numbers/numerals.ts";
import { readPrinted } from "../numbers/read_printed.ts";
import type { LoadedTable, LoadedTables } from "./loaded_table.ts";
import { decimalString } from "../numbers/format_number.ts";

/**
 * Reports every numeral that is not the number that it prints, that overlaps another, or that names what it cannot be;
 * and every observation and norm that no numeral carries.
 *
 * A numeral is held only against rows that have no problem of their own, so that no problem causes another.
 *
 * @param tables The tables as read.
 * @param context How the report writes numbers, and the ids of the claims, expanded; `undefined` if they are not known.
 */
export function checkNumerals(
  tables: LoadedTables,
  { format, claims }: {
    readonly format: NumberFormat;
    readonly claims: ReadonlySet<string> | undefined;
  },
): void {
  const { numerals, observations, norms } = tables;
  numerals.check(({ printed, value }, complain) => {
    const read = parseNumeral(printed, format);
    if (read === undefined) complain("printed", `expected a numeral, found "${printed}"`);
    else if (!read.equals(exact(value))) {
      complain("value", `expected ${decimalString(read)} as printed "${printed}", found ${value}`);
    }
  });
  checkOverlaps(numerals);
  if (!claims || !observations.ids || !norms.ids) return;
  checkNames(tables, { format, claims });
  if (numerals.complete) checkCoverage(tables);
}

/** Where a quantity is printed, and the numbers that it prints. */
interface Carried {
  readonly line: number | null;
  readonly values: readonly number[];
}

function checkNames(
  { numerals, observations, norms }: LoadedTables,
  { format, claims }: { readonly format: NumberFormat; readonly claims: ReadonlySet<string> },
): void {
  const known = new Map<string, Carried>([
    ...observations.rows.flatMap((row, index) =>
      observations.isSound(index)
        ? [[row.id, { line: row.line, values: endsOf(row, format) }] as const]
        : []
    ),
    ...norms.rows.flatMap(({ id, line, low, high }, index) => {
      const values = [low, high].filter((limit) => limit !== null);
      return norms.isSound(index) ? [[id, { line, values: [...new Set(values)] }] as const] : [];
    }),
  ]);
  numerals.check(({ ref, value, line, class: kind }, complain) => {
    if (ref === "" || claims.has(ref)) return;
    const named = known.get(ref);
    if (named === undefined) {
      if (observations.ids?.has(ref) || norms.ids?.has(ref)) return;
      complain("ref", `unknown code "${ref}"; expected an observation, norm or claim`);
    } else if (named.line !== line) {
      complain("line", `expected ${named.line} as of "${ref}", found ${line}`);
    } else if (kind !== "age-bound" && !named.values.includes(value)) {
      complain("value", `expected ${named.values.join(" or ")} as of "${ref}", found ${value}`);
    }
  });
}

/** The value of an observation; of a range both of its ends. */
function endsOf({ form, printed, value }: ObservationRow, format: NumberFormat): number[] {
  const read = form === "range" ? readPrinted(printed, format) : undefined;
  return read?.form === "range" ? [value, read.value.add(read.spread).valueOf()] : [value];
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

function checkCoverage({ numerals, observations, norms }: LoadedTables): void {
  const carried = new Set(
    numerals.rows.filter((row) => row.class !== "age-bound").map(({ ref }) => ref),
  );
  // A table of which no column tells the lines stands beside the text, not in it.
  const isWritten = ({ form, cell, line }: ObservationRow) =>
    form !== "names" && form !== "nil" && !(cell && line === null);
  observations.check((row, complain, index) => {
    if (carried.has(row.id) || !isWritten(row) || !observations.isSound(index)) return;
    complain("id", `no numeral of numerals.csv carries "${row.id}"`);
  });
  norms.check(({ id }, complain, index) => {
    if (carried.has(id) || !norms.isSound(index)) return;
    complain("id", `no numeral of numerals.csv carries "${id}"`);
  });
}
