import { whatWouldChange } from "../audit/what_would_change.ts";
import type { TableRow } from "../look/table_row.ts";
import { verdictText } from "./verdict_words.ts";
import { wordsIn } from "./words.ts";
import { writtenLines } from "./written_lines.ts";
import type { FindingVerdict } from "../findings/judge_findings.ts";
import type { Label, Language } from "../model/label.ts";
import type { Verdict } from "../model/verdict.ts";

/**
 * Findings as the rows of a table: statement, verdict, what it rests on, what would change it, lines.
 *
 * @param judged Findings with their verdicts.
 * @param language Language of headings and texts.
 * @returns Rows for `table`.
 *
 * @example
 * ```ts
 * import { audit, findingRows, judgeFindings, loadReport } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await loadReport("kuzbass-2016");
 * const judged = judgeFindings(report, audit(report).verdicts);
 * const rows = findingRows(judged, "en");
 * assertEquals(rows.length, judged.length);
 * assertEquals(Object.keys(rows[0])[1], "Verdict");
 * ```
 */
export function findingRows(judged: readonly FindingVerdict[], language: Language): TableRow[] {
  const words = wordsIn(language);
  return judged.map((one) => ({
    [words.finding]: language === "ru" ? one.finding.statement_ru : one.finding.statement_en,
    [words.verdict]: verdictText(one, language),
    [words.evidence]:
      evidenceOf(one, language).flatMap(({ name, texts }) =>
        texts.length === 0 ? [] : [`${name}: ${texts.join("; ")}`]
      ).join(". ") || "–",
    [words.wouldChange]: reversalOf(one, language) || "–",
    [words.lines]: writtenLines(one.finding.lines),
  }));
}

/** What a verdict on a finding rests on: each heading with its texts, of which there may be none. */
export function evidenceOf(
  { finding, ...found }: FindingVerdict,
  language: Language,
): { readonly name: string; readonly texts: readonly string[] }[] {
  const words = wordsIn(language);
  const say = (verdict: Verdict) =>
    `${verdict.claim.statement[language]} (${verdictText(verdict, language)})`;
  const named = (labels: readonly Label[]) => labels.map((label) => label[language]);
  const isPartly = found.kind === "in-part";
  const caveat = language === "ru" ? finding.caveat_ru : finding.caveat_en;
  return [
    { name: words.basis, texts: found.decisive.map(say) },
    { name: words.premises, texts: found.premises.map(say) },
    {
      name: words.touched,
      texts: found.touched.filter((verdict) => !found.decisive.includes(verdict)).map(say),
    },
    { name: words.checked, texts: isPartly ? named(found.checked) : [] },
    { name: words.unchecked, texts: isPartly ? named(found.unchecked) : [] },
    { name: words.notPrinted, texts: named(found.missing) },
    { name: words.doubts, texts: caveat === "" ? [] : [caveat] },
    { name: words.examples, texts: examples(found, language) },
  ];
}

function examples(
  { records, systems }: Pick<FindingVerdict, "records" | "systems">,
  language: Language,
): string[] {
  if (records.length === 0) return [];
  if (language === "ru") return [`${records.length} (библиотечных систем: ${systems.length})`];
  return [`${records.length} (${systems.length} library system${systems.length === 1 ? "" : "s"})`];
}

/** What would change the verdict on a finding: other values of its claims, or the data that lack. */
export function reversalOf({ finding, decisive }: FindingVerdict, language: Language): string {
  const turned = decisive.filter(({ claim }) => claim.missing.length === 0).map((verdict) =>
    `${whatWouldChange(verdict).text[language]} (${verdict.claim.statement[language]})`
  );
  const needed = language === "ru" ? finding.needed_ru : finding.needed_en;
  const data = language === "ru" ? "данные: " : "data: ";
  return [...turned, ...needed === "" ? [] : [`${data}${needed}`]].join("; ");
}
