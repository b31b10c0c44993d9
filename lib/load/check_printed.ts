import type { NumberFormat } from "../model/edition.ts";
import type { Numeral } from "../model/claim.ts";
import { decimalsLeft, type Observation, type ObservationRow } from "../model/observation.ts";
import { decimalString } from "../numbers/format_number.ts";
import { exact } from "../numbers/exact.ts";
import { parseNumberWord, parseNumeral, parseRoman } from "../numbers/numerals.ts";
import { type ReadNumber, readPrinted } from "../numbers/read_printed.ts";
import { lastPlace } from "../numbers/rounding.ts";
import type { LoadedTable, LoadedTables } from "./loaded_table.ts";

/**
 * Checks the values of observations, and adds the decimals that are printed.
 *
 * @param tables The tables as read.
 * @param format How the report writes numbers; without it, what is printed is not read.
 * @returns The observations that agree with what they print.
 */
export function checkObservations(
  { observations, indicators }: Pick<LoadedTables, "observations" | "indicators">,
  format?: NumberFormat,
): Observation[] {
  const sound: Observation[] = [];
  observations.check((row, complain) => {
    const precision = indicators.row(row.indicator)?.precision ?? "rounded";
    if (precision === "count" && !Number.isInteger(row.value)) {
      complain("value", `expected a whole number for a count, found ${row.value}`);
    }
    if (format === undefined) return;
    const parsed = parseObservation(row, format);
    if (parsed === undefined) {
      const found = describeFound(row, format);
      return complain("printed", `expected a string of form "${row.form}", found ${found}`);
    }
    if (!parsed.value.equals(exact(row.value))) {
      const read = decimalString(parsed.value, Math.max(0, parsed.decimals));
      return complain("value", `expected ${read} as printed "${row.printed}", found ${row.value}`);
    }
    const decimals = decimalsLeft(precision, parsed.decimals);
    const place = lastPlace(decimals);
    if (!parsed.value.div(place).isWhole) {
      const expected = `expected a multiple of ${place.valueOf()} as in indicators.csv`;
      complain("value", `${expected}, found ${row.value}`);
    }
    const { spread } = parsed;
    sound.push({ ...row, decimals, ...(spread !== undefined && { spread }) });
  });
  return sound;
}

/** What a string is that has not the form told, as far as it can be read. */
function describeFound({ form, printed }: ObservationRow, format: NumberFormat): string {
  if (form === "words" || form === "roman" || form === "names") return `"${printed}"`;
  const read = readPrinted(printed, format);
  if (read.form !== "unread") return `"${printed}", which is of form "${read.form}"`;
  return read.rest === printed
    ? `"${printed}"`
    : `"${printed}", of which "${read.rest}" cannot be read`;
}

/**
 * The number that a printed string stands for, by the form that the row declares.
 *
 * A list of names counts its names, which are parted by commas; a limit and an about may leave their word to the row.
 *
 * @returns The number and its decimals, and how far a range reaches above it; or `undefined` if the string has not that form.
 */
export function parseObservation(
  { form, printed }: Pick<ObservationRow, "form" | "printed">,
  format: NumberFormat,
): PlainNumber & { readonly spread?: number } | undefined {
  switch (form) {
    case "words":
      return whole(parseNumberWord(printed));
    case "roman":
      return whole(parseRoman(printed));
    case "names":
      return /\d/.test(printed) ? undefined : whole(printed.split(/, (?=\S)/).length);
  }
  const read = readPrinted(printed, format);
  if (form === "nil") return read.form === "nil" || read.form === "blank" ? whole(0) : undefined;
  const mayBeBare = form === "more-than" || form === "less-than" || form === "about";
  if ("value" in read && (read.form === form || (mayBeBare && read.form === "number"))) {
    const { value, decimals, spread } = read;
    return read.form === "range"
      ? { value, decimals, spread: spread.valueOf() }
      : { value, decimals };
  }
  return mayBeBare ? whole(parseNumberWord(printed)) : undefined;
}

type PlainNumber = Pick<ReadNumber, "value" | "decimals">;

function whole(value: number | undefined): PlainNumber | undefined {
  return value === undefined ? undefined : { value: exact(value), decimals: 0 };
}

/**
 * Reports every norm whose limits are not the numbers that it prints, and every id that an observation has too.
 *
 * @param tables The tables as read.
 * @param format How the report writes numbers; without it, what is printed is not read.
 */
export function checkNorms({ norms, observations }: LoadedTables, format?: NumberFormat): void {
  norms.check(({ id, low, high, printed }, complain) => {
    if (observations.ids?.has(id)) complain("id", `"${id}" stands in observations.csv too`);
    if (format === undefined) return;
    const limits = [...new Set([low, high])].filter((limit) => limit !== null)
      .map((limit) => decimalString(exact(limit), 20));
    if (numbersIn(printed, format).join() === limits.join()) return;
    complain("printed", `expected the limits ${limits.join(" and ")}, found "${printed}"`);
  });
}

function numbersIn(printed: string, format: NumberFormat): string[] {
  const signs = RegExp.escape([...format.group, ...format.decimal].join(""));
  const found = printed.match(new RegExp(`\\d(?:[\\d${signs}]*\\d)?`, "g")) ?? [];
  return found.flatMap((word) => {
    const read = readPrinted(word, format);
    return read.form === "number" ? [decimalString(read.value, 20)] : [];
  });
}

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
  const isKnown = claims && observations.ids && norms.ids;
  numerals.check(({ ref, printed, value, line, class: kind }, complain) => {
    const read = parseNumeral(printed, format);
    if (read === undefined) complain("printed", `expected a numeral, found "${printed}"`);
    else if (!read.equals(exact(value))) {
      complain("value", `expected ${decimalString(read)} as printed "${printed}", found ${value}`);
    }
    if (!isKnown || ref === "" || claims.has(ref)) return;
    if (!observations.ids.has(ref) && !norms.ids.has(ref)) {
      return complain("ref", `unknown code "${ref}"; expected an observation, norm or claim`);
    }
    const observation = observations.row(ref), norm = norms.row(ref);
    const isSound = norm ? norms.isSound(norm) : observation && observations.isSound(observation);
    const known = norm ?? observation;
    if (!isSound || !known) return;
    const values = "low" in known ? [known.low, known.high] : endsOf(known, format);
    if (known.line !== line) {
      complain("line", `expected ${known.line} as of "${ref}", found ${line}`);
    } else if (kind !== "age-bound" && !values.includes(value)) {
      const expected = [...new Set(values)].filter((one) => one !== null).join(" or ");
      complain("value", `expected ${expected} as of "${ref}", found ${value}`);
    }
  });
  checkOverlaps(numerals);
  if (isKnown && numerals.complete && numerals.header.length > 0) checkCoverage(tables);
}

/** The value of an observation; of a range both of its ends. */
function endsOf({ form, printed, value }: ObservationRow, format: NumberFormat): number[] {
  const read = form === "range" ? readPrinted(printed, format) : undefined;
  return read?.form === "range" ? [value, read.value.add(read.spread).valueOf()] : [value];
}

function checkOverlaps(table: LoadedTable<Numeral>): void {
  const order = table.rows.entries().toArray()
    .toSorted(([, a], [, b]) => a.line - b.line || a.offset - b.offset);
  for (const [place, [index, row]] of order.entries()) {
    const [, before] = order[place - 1] ?? [];
    if (before?.line !== row.line || before.offset + before.printed.length <= row.offset) continue;
    table.report(index, "offset", `"${row.printed}" overlaps "${before.printed}"`);
  }
}

function checkCoverage({ numerals, observations, norms }: LoadedTables): void {
  const carriers = numerals.rows.filter((row) => row.class !== "age-bound");
  const carried = new Set(carriers.map(({ ref }) => ref));
  const expected = (id: string) => `no numeral of numerals.csv carries "${id}"`;
  observations.check((row, complain) => {
    const { id, form, cell, line } = row;
    // A table of which no column tells the lines stands beside the text, not in it.
    if (form === "names" || form === "nil" || (cell && line === null)) return;
    if (!carried.has(id) && observations.isSound(row)) complain("id", expected(id));
  });
  norms.check((row, complain) => {
    if (!carried.has(row.id) && norms.isSound(row)) complain("id", expected(row.id));
  });
}
