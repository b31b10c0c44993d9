import type { FindingVerdict } from "../audit/judge_findings.ts";
import { whatWouldChange } from "../audit/limit_of.ts";
import { type Label, type Language, textIn } from "../model/label.ts";
import type { Verdict } from "../model/verdict.ts";
import { words } from "../words/words.ts";
import { type Card, has, type Look } from "./card.ts";
import { linesCell, verdictBadge, verdictText } from "./verdict_look.ts";

/** A finding of the report: what was found, what it rests on, and what would change it. */
export const findingLook: Look<FindingVerdict> = {
  is: (value): value is FindingVerdict =>
    has(value, "finding", "kind", "decisive", "records") && has(value.finding, "caveat"),
  card(judged, language) {
    const { headings } = words[language];
    const { finding } = judged;
    return {
      title: textIn(finding.statement, language),
      badge: verdictBadge(judged, language),
      fields: [
        ...evidenceOf(judged, language),
        [headings.wouldChange, changeOf(judged, language)],
        [headings.lines, lineRanges(finding.lines)],
        [headings.finding, finding.id],
      ],
    };
  },
  row(judged, language) {
    const { headings } = words[language];
    const { finding } = judged;
    const evidence = evidenceOf(judged, language).filter(([, texts]) => texts.length > 0)
      .map(([name, texts]) => `${name}: ${[texts].flat().join("; ")}`);
    return {
      [headings.finding]: textIn(finding.statement, language),
      [headings.verdict]: verdictText(judged, language),
      [headings.evidence]: evidence.join(". ") || "–",
      [headings.wouldChange]: changeOf(judged, language) || "–",
      [headings.lines]: linesCell(lineRanges(finding.lines), finding.lines),
    };
  },
};

/** What a verdict on a finding rests on. */
function evidenceOf({ finding, ...found }: FindingVerdict, language: Language): Card["fields"] {
  const { headings, phrases } = words[language];
  const say = (verdict: Verdict) =>
    `${verdict.claim.statement[language]} (${verdictText(verdict, language)})`;
  const name = (labels: readonly Label[]) => labels.map((label) => label[language]);
  const isPartly = found.kind === "in-part";
  const touched = found.touched.filter((verdict) => !found.decisive.includes(verdict));
  const { records, systems } = found;
  return [
    [headings.basis, found.decisive.map(say)],
    [headings.premises, found.premises.map(say)],
    [headings.touched, touched.map(say)],
    [headings.checked, isPartly ? name(found.checked) : []],
    [headings.unchecked, isPartly ? name(found.unchecked) : []],
    [headings.notPrinted, name(found.missing)],
    [headings.doubts, textIn(finding.caveat, language)],
    [headings.examples, records.length > 0 ? phrases.examples(records.length, systems.length) : ""],
  ];
}

/** What would change the verdict on a finding: other values of its claims, or the data that lack. */
function changeOf({ finding, decisive }: FindingVerdict, language: Language): string {
  const turned = decisive.filter(({ claim }) => claim.missing.length === 0).map((verdict) =>
    `${whatWouldChange(verdict).text[language]} (${verdict.claim.statement[language]})`
  );
  const needed = textIn(finding.needed, language);
  const { dataNeeded } = words[language].phrases;
  return [...turned, ...needed === "" ? [] : [dataNeeded(needed)]].join("; ");
}

/**
 * Lines of the source, three or more in a row as a range.
 *
 * @param lines Line numbers, ascending.
 * @returns Such as `32–35, 43`.
 */
export function lineRanges(lines: readonly number[]): string {
  const runs: number[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run?.at(-1) === line - 1) run.push(line);
    else runs.push([line]);
  }
  return runs.map((run) => run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(", ")).join(", ");
}
