import type { Language } from "../model/label.ts";

const grouped = /^[+\u2212-]?\s?\d{1,3}([ \u00a0\u202f]+\d{3})*([.,]\d+)?$/;
const groupedByComma = /^[+\u2212-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const ungrouped = /^[+\u2212-]?\d+([.,]\d+)?$/;

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
  const bare = text.trim().replace(/^[≤≥<>≈]\s*/, "").replace(/\s*%$/, "");
  if (language === "en" && groupedByComma.test(bare)) return toNumber(bare.replaceAll(",", ""));
  if (grouped.test(bare) || ungrouped.test(bare)) return toNumber(bare.replace(",", "."));
  return undefined;
}

function toNumber(text: string): number {
  return Number(text.replace(/[ \u00a0\u202f]+/g, "").replace("\u2212", "-"));
}
