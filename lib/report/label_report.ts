import { audit } from "../audit/audit.ts";
import { judgeFindings } from "../audit/judge_findings.ts";
import { didYouMean } from "../errors/did_you_mean.ts";
import type { Label, Language } from "../model/label.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Report } from "../model/report.ts";
import { UsageError } from "../errors/usage_error.ts";
import type { AnswerRow, ImpliedRow, RepairRow } from "./implied_rows.ts";
import { answerRows, impliedRows, repairRows } from "./implied_rows.ts";
import type { FindingRow, InitiativeRow, ObservedRow, VerdictRow } from "./label_rows.ts";
import { labelFinding, labelInitiatives, labelObservations, labelVerdict } from "./label_rows.ts";
import { rowWords, translateReport, type VerdictScale, verdictScale } from "./label_rows.ts";
import { judgeOwnClaim, type OwnClaim } from "./own_claim.ts";
import { words } from "../words/words.ts";

/**
 * An edition opened for a notebook: a report whose rows have labels in the notebook's language, with what a notebook asks of it.
 *
 * It can be given to every function that takes a report.
 */
export interface OpenReport
  extends Omit<Report<string>, "observations" | "initiatives" | "findings"> {
  /** The language in which it was opened. */
  readonly language: Language;
  /** Every printed quantity, with labels. */
  readonly observations: readonly ObservedRow[];
  /** Every concrete initiative that it tells of, with labels. */
  readonly initiatives: readonly InitiativeRow[];
  /** The findings of the report, each with its verdict. */
  readonly findings: readonly FindingRow[];
  /** What the report implies and does not print, with every number that it may be. */
  readonly implied: readonly ImpliedRow[];
  /** What could answer each question of definition that the report leaves open. */
  readonly answers: readonly AnswerRow[];
  /** What would mend each contradiction, the simplest first. */
  readonly repairs: readonly RepairRow[];
  /** The cells of a printed table, such as `table1`, row by row. */
  table(name: string): ObservedRow[];
  /** The verdicts on all claims, on those of a topic, or on those that judge one of some printed values, cell by cell. */
  verdicts(of?: string | readonly { readonly id: string }[]): VerdictRow[];
  /** The findings of a topic, or of a line. */
  findingsOf(topic: string | number): FindingRow[];
  /** The verdict on a claim of one's own. */
  judge(claim: OwnClaim): VerdictRow;
  /** The colours of the verdicts that occur among rows, as `color` of a plot whose marks have `fill: "verdictName"`. */
  verdictScale(rows: readonly (VerdictRow | FindingRow)[]): VerdictScale;
  /** Where rows come from, for a caption: the report, with its lines up to four, else with what they speak of. */
  source(rows: readonly Located[]): string;
}

/**
 * Gives a report labels in a language, and what a notebook asks of it.
 *
 * @param report The edition.
 * @param language The language.
 */
export function labelReport(report: Report, language: Language): OpenReport {
  const said = rowWords(report, language);
  const observations = labelObservations(report.observations, said);
  const cells = new Map(observations.map((row) => [row.id, row]));
  const found = once(() => audit(report).verdicts);
  const rowOf = (verdict: Verdict) =>
    labelVerdict(verdict, cells.get(verdict.claim.result ?? ""), said);
  const initiatives = once(() => labelInitiatives(said));
  const findings = once(() =>
    judgeFindings(report, found()).map((judged) => labelFinding(judged, said))
  );
  return {
    ...translateReport(report, language),
    language,
    observations,
    get initiatives() {
      return initiatives();
    },
    get findings() {
      return findings();
    },
    get implied() {
      return impliedRows(said);
    },
    get answers() {
      return answerRows(said);
    },
    get repairs() {
      return repairRows(said);
    },
    table(name) {
      const tables = report.observations.flatMap(({ cell }) => cell?.table ?? []);
      expectKnown("show a table: expected a printed table", [name], tables);
      const rows = report.observations.filter(({ cell }) => cell?.table === String(name));
      return labelObservations(rows, said);
    },
    verdicts(of) {
      if (of === undefined) return found().map(rowOf);
      if (typeof of === "string") {
        expectTopic("show verdicts", of, report);
        return found().filter(({ claim }) => claim.topic === of).map(rowOf);
      }
      const rows = [of].flat(), ids = rows.map((row) => String(row?.id));
      expectKnown("show verdicts: expected rows of printed values", ids, [...cells.keys()]);
      const byCell = Map.groupBy(found(), ({ claim }) => claim.result);
      return rows.flatMap((cell) => {
        const own = { ...cells.get(cell.id), ...cell } as ObservedRow;
        return (byCell.get(cell.id) ?? []).map((verdict) => labelVerdict(verdict, own, said));
      });
    },
    findingsOf(topic) {
      if (typeof topic === "number") return findings().filter(({ lines }) => lines.includes(topic));
      expectTopic("show findings", topic, report);
      return findings().filter((finding) => finding.topic === topic);
    },
    judge(claim) {
      return rowOf(judgeOwnClaim(claim, report, (id) => labelOf(id, report)));
    },
    verdictScale: (rows) => verdictScale(rows, language),
    source(rows) {
      const isPlaced = (row: Partial<Record<"line" | "lines", unknown>> | null) =>
        (row?.lines ?? row?.line) !== undefined;
      if (Array.isArray(rows) && rows.every(isPlaced)) return sourceText(rows, report, language);
      const found = Array.isArray(rows) ? "rows without lines" : JSON.stringify(rows);
      throw new UsageError(
        `Cannot name a source: expected rows, such as report.table("table1"), found ${found}`,
      );
    },
  };
}

function expectTopic(action: string, topic: string, { topics }: Report): void {
  expectKnown(`${action}: expected a topic`, [topic], topics.map(({ id }) => id));
}

/** Refuses names that the report does not have, with those that the first of them may stand for. */
function expectKnown(what: string, names: readonly string[], known: readonly string[]): void {
  const [unknown, ...more] = [...new Set(names.map(String)).difference(new Set(known))];
  if (unknown === undefined) return;
  const found = `"${unknown}"${more.length > 0 ? ` and ${more.length} more` : ""}`;
  throw new UsageError(`Cannot ${what}, found ${found}; ${didYouMean(unknown, known)}`);
}

/** What a printed value is called in both languages. */
function labelOf(id: string, report: Report): Label {
  const inLanguage = (language: Language) => {
    const rows = labelObservations(report.observations, rowWords(report, language));
    const row = rows.find((one) => one.id === id);
    return row ? `${row.label}, ${row.period}` : id;
  };
  return { ru: inLanguage("ru"), en: inLanguage("en") };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** What stands in one line of the source, or rests on several. */
export type Located = { readonly line: number | null } | { readonly lines: readonly number[] };

/** So many lines are named; of more, the topics. */
const mostLines = 4;

/** So many topics are named; of more, none. */
const mostTopics = 3;

/** The source as a figure or table cites it: the report and its lines, or the topics that they speak of. */
function sourceText(
  located: readonly Located[],
  { edition, topics }: Report,
  language: Language,
): string {
  const said = words[language].sources, title = edition.title[language];
  const found = located.flatMap((one) => "lines" in one ? one.lines : one.line ?? []);
  const lines = [...new Set(found)].toSorted((a, b) => a - b);
  // Where some stand in tables of which no line is told, the lines of others are not all of the source.
  const isOfTables = located.some((one) => "line" in one && one.line === null);
  if (lines.length === 0 || isOfTables) return said.source(title);
  if (lines.length <= mostLines) return said.source(`${title}, ${said.lines(lines)}`);
  const starts = topics.flatMap((topic) => topic.lines.map((start) => ({ topic, start })))
    .toSorted((a, b) => a.start - b.start);
  const spokenOf = new Set(
    lines.map((line) => starts.findLast(({ start }) => start <= line)?.topic),
  );
  const named = topics.filter((topic) => spokenOf.has(topic));
  if (named.length === 0 || named.length > mostTopics) return said.source(title);
  return said.source(`${title}, ${named.map(({ label }) => label[language]).join("; ")}`);
}
