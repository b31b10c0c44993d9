import type { FindingVerdict } from "../findings/judge_findings.ts";
import type { Displayable } from "../model/displayable.ts";
import type { Language } from "../model/label.ts";
import { card } from "./card.ts";
import { reversalOf } from "./finding_rows.ts";
import { verdictBadge } from "./verdict_badge.ts";
import { wordsIn } from "./words.ts";

/**
 * A finding of the report as a card: what was found, the claims that decide it, the initiatives that illustrate it, and what would
 * change it.
 *
 * @param judged The finding with its verdict.
 * @param language Language of words and numbers; what a test would need is told in English.
 * @returns A value for `show`.
 *
 * @example
 * ```ts
 * import { audit, display, findingCard, judgeFindings, loadReport } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const report = await loadReport("kuzbass-2016");
 * const [first] = judgeFindings(report, audit(report).verdicts);
 * assertStringIncludes(String(findingCard(first, "en")[display]()["text/plain"]), "≈ within rounding");
 * ```
 */
export function findingCard(judged: FindingVerdict, language: Language): Displayable {
  const words = wordsIn(language);
  const { finding, kind, verdicts, decisive, records, systems } = judged;
  const claimOf = ({ claim, kind }: FindingVerdict["verdicts"][number]) =>
    `${verdictBadge(kind, language).text}: ${claim.statement[language]} (${claim.id})`;
  const necessary = verdicts.filter((verdict) => !decisive.includes(verdict));
  return card({
    title: language === "ru" ? finding.statement_ru : finding.statement_en,
    language,
    badge: verdictBadge(kind, language),
    fields: [
      { name: words.basis, value: decisive.map(claimOf) },
      { name: words.necessary, value: necessary.map(claimOf) },
      {
        name: words.examples,
        value: records.length === 0
          ? ""
          : `${records.length} (${words.systems}: ${systems.length})`,
      },
      { name: words.wouldChange, value: reversalOf(judged, language).replace(/^–$/, "") },
      { name: words.lines, value: finding.lines.join(", ") },
      { name: words.finding, value: finding.id },
      {
        name: words.notebook,
        value: { text: finding.notebook, href: `${finding.notebook}.ipynb` },
      },
    ],
  });
}
