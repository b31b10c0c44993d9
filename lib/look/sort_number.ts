import type { Language } from "../model/label.ts";

const spaces = /[ \u00a0\u202f]/g;

/**
 * The number by which a text sorts, such as 547671 for `≥ 547,671`.
 *
 * What a Russian report prints keeps its decimal comma in an English table; there a comma parts groups where three digits follow.
 *
 * @param text The written text.
 * @param language Language of the table.
 * @returns The number; `undefined` for a text that is no number.
 */
export function sortNumber(text: string, language: Language): number | undefined {
  const bare = text.trim().replace(/^[≤≥<>=≈]\s*/, "").replace(/\s*%$/, "");
  if (!/^[+\u2212-]?\d[\d., \u00a0\u202f]*$/.test(bare)) return undefined;
  const grouped = language === "en" && /^[^,]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare);
  const plain = (grouped ? bare.replaceAll(",", "") : bare.replace(",", "."))
    .replace(spaces, "").replace("\u2212", "-");
  const number = Number(plain);
  return Number.isNaN(number) ? undefined : number;
}
