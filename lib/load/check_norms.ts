import type { NumberFormat } from "../model/edition.ts";
import type { Norm } from "../model/observation.ts";
import { decimalString } from "../numbers/format_number.ts";
import { exact } from "../numbers/exact.ts";
import { parsePrinted } from "../numbers/parse_printed.ts";
import type { LoadedTable } from "./loaded_table.ts";

/** What norms are checked against. */
export interface NormContext {
  /** Ids that no norm may have, since claims name both norms and observations. */
  readonly taken?: ReadonlySet<string>;
  /** How the report writes numbers; without it, what is printed is not read. */
  readonly numberFormat?: NumberFormat;
}

/**
 * Reports every norm whose limits are not the numbers that it prints, and every id that an observation has too.
 *
 * @param table The rows as read.
 * @param context The ids of the observations, and the number format of the report.
 */
export function checkNorms(table: LoadedTable<Norm>, { taken, numberFormat }: NormContext): void {
  for (const [index, { id, low, high, printed }] of table.rows.entries()) {
    if (taken?.has(id)) table.report(index, "id", `"${id}" stands in observations.csv too`);
    if (numberFormat === undefined) continue;
    const limits = [...new Set([low, high])].flatMap((limit) =>
      limit === null ? [] : [decimalString(exact(limit), 20)]
    );
    const numbers = numbersIn(printed, numberFormat);
    if (numbers.join() === limits.join()) continue;
    const message = `expected the limits ${limits.join(" and ")}, found "${printed}"`;
    table.report(index, "printed", message);
  }
}

function numbersIn(printed: string, format: NumberFormat): string[] {
  const parts = [...format.group, ...format.decimal];
  const isPart = (character: string) => /\d/.test(character) || parts.includes(character);
  const words = [...printed].map((character) => isPart(character) ? character : "\n").join("");
  return words.split("\n").flatMap((word) => {
    const number = parsePrinted(word.replace(/^\D+|\D+$/g, ""), format);
    return number === undefined ? [] : [decimalString(number.value, 20)];
  });
}
