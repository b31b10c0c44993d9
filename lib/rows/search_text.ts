import type { Initiative } from "../model/initiative.ts";
import type { Label } from "../model/label.ts";

/** An initiative, with its texts in every language or in that of a notebook. */
type Searched = Pick<Initiative, "name" | "printed" | "branch"> & {
  readonly outcome: Label | string;
  readonly description: Label | string;
};

/**
 * The initiatives whose name, branch, outcome or description, in either language, holds a text.
 *
 * @param initiatives The initiatives.
 * @param text What to look for; letter case, ё or е, quotes and kinds of space and dash make no difference.
 * @returns Those that hold it, in order.
 *
 * @example
 * ```ts
 * import { loadReport, searchText } from "report";
 * import { assert } from "@std/assert";
 *
 * const { initiatives } = await loadReport("kuzbass-2016");
 * const found = searchText(initiatives, "запиши ДРУГА");
 * assert(found.some(({ name }) => name === "Запиши друга в библиотеку"));
 * ```
 */
export function searchText<Row extends Searched>(
  initiatives: readonly Row[],
  text: string,
): Row[] {
  const wanted = plainText(text);
  return initiatives.filter((initiative) =>
    textsOf(initiative).some((text) => plainText(text).includes(wanted))
  );
}

function textsOf({ name, printed, branch, outcome, description }: Searched): string[] {
  const inLanguages = [outcome, description].flatMap((text) =>
    typeof text === "string" ? text : Object.values(text)
  );
  return [name, printed, branch, ...inLanguages];
}

/** A text without what a search passes over. */
function plainText(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е").replaceAll(/["'«»„“”‘’´]/g, "")
    .replaceAll(/[-\u2010-\u2015\u2212]/g, "-").replaceAll(/\s+/g, " ").trim();
}
