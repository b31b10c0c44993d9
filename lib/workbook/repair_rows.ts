import type { Localisation } from "../audit/localise.ts";
import type { SlipKind } from "../audit/misprint.ts";
import type { TableRow } from "../look/table_row.ts";
import { wordsIn } from "../display/words.ts";
import type { Label, Language } from "../model/label.ts";

const slipWords: Readonly<Record<SlipKind, Label>> = {
  "swapped-digits": { en: "two digits swapped", ru: "переставлены две цифры" },
  "changed-digit": { en: "another digit", ru: "другая цифра" },
  "doubled-digit": { en: "a digit doubled", ru: "цифра удвоена" },
  "dropped-digit": { en: "a digit dropped", ru: "пропущена цифра" },
  "surplus-digit": { en: "a digit too many", ru: "лишняя цифра" },
  sign: { en: "another sign", ru: "другой знак" },
  "shifted-decimal": { en: "the decimal shifted", ru: "сдвинута запятая" },
};

/**
 * The smallest repairs of each contradiction as the rows of a table: the claims that clash, the condition under which they agree,
 * and the slip that would explain it.
 *
 * @param localisations What was found of each contradiction.
 * @param language Language of headings and texts.
 * @returns Rows for `table`.
 *
 * @example
 * ```ts
 * import { loadReport, localise, repairRows } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = repairRows(localise(await loadReport("kuzbass-2016")), "en");
 * assertEquals(rows.at(-1)?.["Consistent if"], "users.youth = 183,559");
 * ```
 */
export function repairRows(
  localisations: readonly Localisation[],
  language: Language,
): TableRow[] {
  const words = wordsIn(language);
  return localisations.flatMap(({ violated, repairs }) =>
    repairs.map(({ statement, cells, cost }) => ({
      [words.claims]: violated.join(", "),
      [words.consistentIf]: statement[language].replace(/^.*?(если|if) /, ""),
      [words.slips]: cells.map(({ slips }) =>
        slips.map((slip) => slipWords[slip][language]).join(", ") ||
        (language === "ru" ? "ни одна" : "no single one")
      ).join("; "),
      [words.cost]: cost,
    }))
  );
}
