import type { FindingVerdict } from "../audit/judge_findings.ts";
import type { Displayable } from "../model/displayable.ts";
import type { Language } from "../model/label.ts";
import { card } from "./card.ts";
import { evidenceOf, reversalOf } from "./finding_rows.ts";
import { verdictBadge } from "./verdict_badge.ts";
import { words } from "../words/words.ts";
import { writtenLines } from "./written_lines.ts";

/**
 * A finding of the report as a card: what was found, what it rests on, and what would change it.
 *
 * @param judged The finding with its verdict.
 * @param language Language of words and numbers.
 * @returns A value for `show`.
 *
 * @example
 * ```ts
 * import { audit, display, findingCard, judgeFindings, loadReport } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const report = await loadReport("kuzbass-2016");
 * const [first] = judgeFindings(report, audit(report).verdicts);
 * assertStringIncludes(String(findingCard(first, "en")[display]()["text/plain"]), first.finding.statement.en);
 * ```
 */
export function findingCard(judged: FindingVerdict, language: Language): Displayable {
  const { headings } = words[language];
  const { finding } = judged;
  return card({
    title: finding.statement[language],
    language,
    badge: verdictBadge(judged, language),
    fields: [
      ...evidenceOf(judged, language).map(({ name, texts }) => ({ name, value: texts })),
      { name: headings.wouldChange, value: reversalOf(judged, language) },
      { name: headings.lines, value: writtenLines(finding.lines) },
      { name: headings.finding, value: finding.id },
    ],
  });
}
