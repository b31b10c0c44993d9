import { whatWouldChange } from "../audit/limit_of.ts";
import type { TableRow } from "../tables/table_row.ts";
import { verdictText } from "./verdict_words.ts";
import { words } from "../words/words.ts";
import { writtenLines } from "./written_lines.ts";
import type { FindingVerdict } from "../audit/judge_findings.ts";
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
  const { headings } = words[language];
  return judged.map((one) => ({
    [headings.finding]: language === "ru" ? one.finding.statement_ru : one.finding.statement_en,
    [headings.verdict]: verdictText(one, language),
    [headings.evidence]:
      evidenceOf(one, language).flatMap(({ name, texts }) =>
        texts.length === 0 ? [] : [`${name}: ${texts.join("; ")}`]
      ).join(". ") || "–",
    [headings.wouldChange]: reversalOf(one, language) || "–",
    [headings.lines]: writtenLines(one.finding.lines),
  }));
}

/** What a verdict on a finding rests on: each heading with its texts, of which there may be none. */
export function evidenceOf(
  { finding, ...found }: FindingVerdict,
  language: Language,
): { readonly name: string; readonly texts: readonly string[] }[] {
  const { headings } = words[language];
  const say = (verdict: Verdict) =>
    `${verdict.claim.statement[language]} (${verdictText(verdict, language)})`;
  const named = (labels: readonly Label[]) => labels.map((label) => label[language]);
  const isPartly = found.kind === "in-part";
  const caveat = language === "ru" ? finding.caveat_ru : finding.caveat_en;
  return [
    { name: headings.basis, texts: found.decisive.map(say) },
    { name: headings.premises, texts: found.premises.map(say) },
    {
      name: headings.touched,
      texts: found.touched.filter((verdict) => !found.decisive.includes(verdict)).map(say),
    },
    { name: headings.checked, texts: isPartly ? named(found.checked) : [] },
    { name: headings.unchecked, texts: isPartly ? named(found.unchecked) : [] },
    { name: headings.notPrinted, texts: named(found.missing) },
    { name: headings.doubts, texts: caveat === "" ? [] : [caveat] },
    { name: headings.examples, texts: examples(found, language) },
  ];
}

function examples(
  { records, systems }: Pick<FindingVerdict, "records" | "systems">,
  language: Language,
): string[] {
  if (records.length === 0) return [];
  return [words[language].phrases.examples(records.length, systems.length)];
}

/** What would change the verdict on a finding: other values of its claims, or the data that lack. */
export function reversalOf({ finding, decisive }: FindingVerdict, language: Language): string {
  const turned = decisive.filter(({ claim }) => claim.missing.length === 0).map((verdict) =>
    `${whatWouldChange(verdict).text[language]} (${verdict.claim.statement[language]})`
  );
  const needed = language === "ru" ? finding.needed_ru : finding.needed_en;
  const { dataNeeded } = words[language].phrases;
  return [...turned, ...needed === "" ? [] : [dataNeeded(needed)]].join("; ");
}
