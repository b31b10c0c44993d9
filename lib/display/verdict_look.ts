import { limitOf, whatWouldChange } from "../audit/limit_of.ts";
import type { FindingVerdict } from "../audit/judge_findings.ts";
import type { Interval } from "../model/interval.ts";
import { type Label, type Language, textIn } from "../model/label.ts";
import { decimalsBeside, intervalEnds } from "../numbers/interval_text.ts";
import { formatNumber, shownDecimals } from "../numbers/format_number.ts";
import { withSign } from "../numbers/unit_scale.ts";
import { type CellValue, limitSigns, relationText } from "../tables/cell.ts";
import { type Card, has, type Look } from "./card.ts";
import { type Verdict, type VerdictKind, verdictKinds } from "../model/verdict.ts";
import { labelOf, words } from "../words/words.ts";

/** A verdict on a claim or on a finding: which, and how it agrees or holds. */
type Ruling = Pick<Verdict, "kind" | "how">;

/** What each verdict is called. */
export const verdictWords: Readonly<Record<VerdictKind, Label>> = Object.fromEntries(
  verdictKinds.map((kind) => [kind, labelOf(({ verdicts }) => verdicts[kind])]),
) as Record<VerdictKind, Label>;

/** The colour of each verdict: agreement is blue, contradiction red, what cannot be checked grey. */
export const verdictColors: Readonly<Record<VerdictKind, string>> = {
  "agrees": "#1f4e8c",
  "holds": "#7fb3dc",
  "in-part": "#f0c25a",
  "contradicts": "#b3261e",
  "stated": "#5d8f7b",
  "base-missing": "#8f979f",
  "not-for-numbers": "#8d79b5",
};

const signs: Readonly<Record<VerdictKind, string>> = {
  "agrees": "=",
  "holds": "✓",
  "in-part": "½",
  "contradicts": "≠",
  "stated": "•",
  "base-missing": "?",
  "not-for-numbers": "…",
};

/** A verdict in words, with how it agrees or holds, such as `agrees: within rounding`. */
export function verdictText({ kind, how }: Ruling, language: Language): string {
  const { verdicts, hows } = words[language];
  return how === null ? verdicts[kind] : `${verdicts[kind]}: ${hows[how]}`;
}

/** A verdict as a badge: its sign and its words, in its colour. */
export function verdictBadge(found: Ruling, language: Language): NonNullable<Card["badge"]> {
  const text = `${signs[found.kind]} ${verdictText(found, language)}`;
  return { text, color: verdictColors[found.kind] };
}

/**
 * A verdict: what was found, what is printed and what was recomputed, each with all values that it stands for, how far they are
 * apart, and where it is said. A bound shows its limit, a trend its change in per cent; where an operand is not printed, it names
 * what is needed.
 */
export const verdictLook: Look<Verdict> = {
  is: (value): value is Verdict =>
    has(value, "claim", "kind", "printed", "computedInterval", "lines") &&
    has(value.claim, "statement", "relation"),
  card(verdict, language) {
    const { headings, roundings } = words[language];
    const { claim, slack, erratum, lines, printedInterval, computedInterval } = verdict;
    const ends = (interval: Interval | null) =>
      interval === null ? "" : intervalEnds(interval, language);
    const isApart = slack !== null && !slack.equals(0);
    const modes = verdict.how === "other-rounding" ? verdict.roundingModes : [];
    return {
      title: claim.statement[language],
      badge: verdictBadge(verdict, language),
      fields: [
        [headings.printed, verdict.printed.trim()],
        [headings.printedValues, ends(printedInterval)],
        [headings.recomputed, recomputedText(verdict, language).replace(/^–$/, "")],
        [
          headings.recomputedValues,
          computedInterval === null ? "" : withSign(ends(computedInterval), verdict.sign),
        ],
        [headings.limit, limitOf(verdict)?.[language] ?? ""],
        [headings.difference, differenceText(verdict, language)],
        [headings.slack, isApart ? formatNumber(slack, { language }) : ""],
        [headings.rounding, modes.map((mode) => roundings[mode]).join(", ")],
        [headings.reason, erratum ? textIn(erratum.reason, language) : ""],
        [headings.relation, relationText(claim.relation, language)],
        [headings.lines, lines.join(", ")],
        [headings.claim, claim.id],
      ],
    };
  },
  row(verdict, language) {
    const { headings } = words[language];
    const { claim, computed, difference, lines } = verdict;
    return {
      [headings.statement]: claim.statement[language],
      [headings.printed]: numberCell(
        verdict.printed,
        /\d/.test(verdict.printed) ? middleOf(verdict.printedInterval) : undefined,
      ),
      [headings.recomputed]: numberCell(recomputedText(verdict, language), computed?.valueOf()),
      [headings.difference]: numberCell(differenceText(verdict, language), difference?.valueOf()),
      [headings.verdict]: verdictText(verdict, language),
      [headings.limit]: limitOf(verdict)?.[language] ?? "–",
      [headings.lines]: linesCell(lines.join(", "), lines),
      [headings.claim]: claim.id || "–",
    };
  },
};

/** What was recomputed, with its sign and per cent, to as many digits as the verdict needs; or what that would need. */
export function recomputedText(verdict: Verdict, language: Language): string {
  const { claim, computed, sign } = verdict;
  if (computed !== null) {
    const signed = claim.kind === "trend";
    const number = formatNumber(computed, { language, signed, decimals: decimalsOf(verdict) });
    const limit = limitSigns[claim.rule];
    return `${limit === undefined ? "" : `${limit} `}${withSign(number, sign)}`;
  }
  if (claim.missing.length === 0) return "–";
  const missing = claim.missing.map(({ label }) => label[language]);
  return words[language].phrases.notPrinted(missing.join(", "));
}

/** How much the print is more than recomputed, to the same digits as that; empty, where there is no difference to tell. */
export function differenceText(verdict: Verdict, language: Language): string {
  const { difference } = verdict;
  if (difference === null) return "";
  const decimals = Math.max(decimalsOf(verdict), shownDecimals(difference));
  return formatNumber(difference, { language, signed: true, decimals });
}

/** Lines of the source as a cell, which sorts by the line where there is one. */
export function linesCell(text: string, lines: readonly number[]): CellValue {
  return numberCell(text, lines.length === 1 ? lines[0] : undefined);
}

function numberCell(text: string, value: number | undefined): CellValue {
  return value === undefined ? text || "–" : { text, value };
}

function middleOf(interval: Interval | null): number | undefined {
  const { low, high } = interval ?? {};
  return (low && high ? low.add(high).div(2) : low ?? high)?.valueOf();
}

function decimalsOf({ computed, allowedInterval }: Verdict): number {
  return computed && allowedInterval ? decimalsBeside(computed, allowedInterval) : 0;
}

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
    `${whatWouldChange(verdict)[language]} (${verdict.claim.statement[language]})`
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
