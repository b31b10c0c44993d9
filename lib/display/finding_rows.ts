import { whatWouldChange } from "../audit/what_would_change.ts";
import type { TableRow } from "../look/table_row.ts";
import { verdictWords } from "./verdict_words.ts";
import { wordsIn } from "./words.ts";
import type { FindingVerdict } from "../findings/judge_findings.ts";
import type { Language } from "../model/label.ts";

/**
 * Findings as the rows of a table: statement, verdict, what decides it, what would change it, line.
 *
 * @param judged Findings with their verdicts.
 * @param language Language of headings and texts; what a test would need is told in English.
 * @returns Rows for `table`.
 *
 * @example
 * ```ts
 * import { audit, findingRows, judgeFindings, loadReport } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await loadReport("kuzbass-2016");
 * const judged = judgeFindings(report, audit(report).verdicts);
 * const share = judged.filter(({ finding }) => finding.id === "users.share");
 * assertEquals(findingRows(share, "en")[0].Verdict, "within rounding");
 * ```
 */
export function findingRows(judged: readonly FindingVerdict[], language: Language): TableRow[] {
  const words = wordsIn(language);
  return judged.map((one) => ({
    [words.finding]: language === "ru" ? one.finding.statement_ru : one.finding.statement_en,
    [words.verdict]: verdictWords[one.kind][language],
    [words.basis]: basisOf(one, language),
    [words.wouldChange]: reversalOf(one, language),
    [words.lines]: one.finding.lines.join(", "),
  }));
}

function basisOf({ verdicts, decisive, records, systems }: FindingVerdict, language: Language) {
  const claims = (decisive.length > 0 ? decisive : verdicts).map(({ claim }) => claim.id);
  const necessary = decisive.length === 0 && claims.length > 0;
  const examples = records.length === 0
    ? []
    : language === "ru"
    ? [`примеров: ${records.length}, систем: ${systems.length}`]
    : [`${records.length} examples of ${systems.length} systems`];
  const onlyNecessary = language === "ru" ? "необходимо, но не достаточно: " : "necessary only: ";
  const named = claims.length > 0 ? [`${necessary ? onlyNecessary : ""}${claims.join(", ")}`] : [];
  return [...named, ...examples].join("; ") || "–";
}

/** What would change the verdict on a finding: other values, or the data that lack; a dash for neither. */
export function reversalOf(
  { finding, decisive, kind }: FindingVerdict,
  language: Language,
): string {
  const settling = decisive.filter((verdict) => verdict.kind === kind);
  const texts = settling.map((verdict) => whatWouldChange(verdict).text[language]);
  const needs = language === "ru" ? "данные: " : "data: ";
  const wanted = finding.needed_en === "" ? [] : [`${needs}${finding.needed_en}`];
  return [...new Set(texts), ...wanted].join("; ") || "–";
}
