import { limitOf, whatWouldChange } from "../audit/limit_of.ts";
import type { FindingVerdict } from "../audit/judge_findings.ts";
import type { Interval } from "../model/interval.ts";
import { type Label, type Language, textIn } from "../model/label.ts";
import { decimalsBeside, intervalEnds } from "../numbers/interval_text.ts";
import { formatNumber, shownDecimals } from "../numbers/format_number.ts";
import { withSign } from "../numbers/unit_scale.ts";
import { type CellValue, limitSigns, relationText } from "../tables/cell.ts";
import { type Card, has, type Look, nameFields } from "./card.ts";
import type { Verdict, VerdictKind } from "../model/verdict.ts";
import { words } from "../words/words.ts";

/** A verdict on a claim or on a finding: which, and how it agrees or holds. */
type Ruling = Pick<Verdict, "kind" | "how">;

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
function badgeOf(found: Ruling, language: Language): NonNullable<Card["badge"]> {
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
    const { claim, slack, erratum, printedInterval, computedInterval } = verdict;
    const ends = (interval: Interval | null) => interval ? intervalEnds(interval, language) : "";
    const isApart = slack !== null && !slack.equals(0);
    const modes = verdict.how === "other-rounding" ? verdict.roundingModes : [];
    return {
      title: claim.statement[language],
      badge: badgeOf(verdict, language),
      fields: {
        printed: verdict.printed.trim(),
        printedValues: ends(printedInterval),
        recomputed: recomputedText(verdict, language).replace(/^–$/, ""),
        recomputedValues: computedInterval ? withSign(ends(computedInterval), verdict.sign) : "",
        limit: limitOf(verdict)?.[language] ?? "",
        difference: differenceText(verdict, language),
        slack: isApart ? formatNumber(slack, { language }) : "",
        rounding: modes.map((mode) => words[language].roundings[mode]).join(", "),
        reason: erratum ? textIn(erratum.reason, language) : "",
        relation: relationText(claim.relation, language),
        lines: verdict.lines.join(", "),
        claim: claim.id,
      },
    };
  },
  row(verdict, language) {
    const { claim, computed, difference, lines, printed, printedInterval } = verdict;
    const isPrinted = /\d/.test(printed);
    return {
      statement: claim.statement[language],
      printed: numberCell(printed, isPrinted ? middleOf(printedInterval) : undefined),
      recomputed: numberCell(recomputedText(verdict, language), computed?.valueOf()),
      difference: numberCell(differenceText(verdict, language), difference?.valueOf()),
      verdict: verdictText(verdict, language),
      limit: limitOf(verdict)?.[language] ?? "–",
      lines: linesCell(lines.join(", "), lines),
      claim: claim.id || "–",
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
function linesCell(text: string, lines: readonly number[]): CellValue {
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
  card: (judged, language) => ({
    title: textIn(judged.finding.statement, language),
    badge: badgeOf(judged, language),
    fields: {
      ...evidenceOf(judged, language),
      wouldChange: changeOf(judged, language),
      lines: lineRanges(judged.finding.lines),
      finding: judged.finding.id,
    },
  }),
  row(judged, language) {
    const { statement, lines } = judged.finding;
    const evidence = nameFields(evidenceOf(judged, language), language)
      .filter(([, texts]) => texts.length > 0)
      .map(([name, texts]) => `${name}: ${[texts].flat().join("; ")}`);
    return {
      finding: textIn(statement, language),
      verdict: verdictText(judged, language),
      evidence: evidence.join(". ") || "–",
      wouldChange: changeOf(judged, language) || "–",
      lines: linesCell(lineRanges(lines), lines),
    };
  },
};

/** What a verdict on a finding rests on. */
function evidenceOf({ finding, ...found }: FindingVerdict, language: Language): Card["fields"] {
  const { records, systems, decisive } = found, { examples } = words[language].phrases;
  const say = (verdict: Verdict) =>
    `${verdict.claim.statement[language]} (${verdictText(verdict, language)})`;
  const name = (labels: readonly Label[]) => labels.map((label) => label[language]);
  const isPartly = found.kind === "in-part";
  return {
    basis: decisive.map(say),
    premises: found.premises.map(say),
    touched: found.touched.filter((verdict) => !decisive.includes(verdict)).map(say),
    checked: isPartly ? name(found.checked) : [],
    unchecked: isPartly ? name(found.unchecked) : [],
    notPrinted: name(found.missing),
    doubts: textIn(finding.caveat, language),
    examples: records.length > 0 ? examples(records.length, systems.length) : "",
  };
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
