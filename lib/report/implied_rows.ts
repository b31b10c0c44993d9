import { type CandidateVerdict, infer, type Inferred, resolveDefinitions } from "../audit/infer.ts";
import { localise, type Repair, type RepairedCell, repairText } from "../audit/localise.ts";
import { intervalText } from "../numbers/interval_text.ts";
import type { Interval } from "../model/interval.ts";
import type { Language } from "../model/label.ts";
import { words } from "../words/words.ts";
import { labelObservations, type RowWords } from "./label_rows.ts";

/** Every number that a quantity may be; `null` where there is no limit. */
export interface Range {
  /** The least number; `null` for no limit. */
  readonly low: number | null;
  /** The greatest number; `null` for no limit. */
  readonly high: number | null;
  /** The same as it is written. */
  readonly range: string;
}

/** A quantity that the report implies and does not print. */
export interface ImpliedRow extends Range {
  /** Code of the quantity. */
  readonly id: string;
  /** Id of the topic that it belongs to. */
  readonly topic: string;
  /** Name of the topic. */
  readonly topicLabel: string;
  /** What the quantity is. */
  readonly statement: string;
  /** Code of its unit. */
  readonly unit: string;
  /** Its unit as it is written. */
  readonly unitLabel: string;
  /** Lines of the source that it follows from, ascending. */
  readonly lines: readonly number[];
  /** The same with its interval and the relation that bounds it. */
  readonly inferred: Inferred;
}

/** An answer to a question of definition that the report leaves open. */
export interface AnswerRow extends Range {
  /** Id of the question. */
  readonly question: string;
  /** The question in words. */
  readonly questionLabel: string;
  /** Id of the topic that it belongs to. */
  readonly topic: string;
  /** Name of the topic. */
  readonly topicLabel: string;
  /** Line of the source where the question is left open. */
  readonly line: number;
  /** What the print leaves of the answers to the question. */
  readonly outcome: "determined" | "ambiguous" | "none";
  /** The outcome in words. */
  readonly outcomeLabel: string;
  /** Id of the answer. */
  readonly answer: string;
  /** The answer in words. */
  readonly answerLabel: string;
  /** Whether it can be what the report means; `null` if it needs what is not printed. */
  readonly survives: boolean | null;
  /** Whether it can be, in words. */
  readonly survivesLabel: string;
  /** The verdict with all that it rests on. */
  readonly candidate: CandidateVerdict;
}

/** A smallest change of the print that would mend a contradiction. */
export interface RepairRow {
  /** Ids of the claims that contradict the print. */
  readonly claims: readonly string[];
  /** Under which condition they would agree. */
  readonly condition: string;
  /** The slips of the pen that would explain its cells, each told once. */
  readonly slips: string;
  /** How unlikely it is: the less, the simpler. */
  readonly cost: number;
  /** The cells with the numbers that they may have. */
  readonly repair: Repair;
}

/** What a report implies, as rows. */
export function impliedRows({ report, language, name }: RowWords): ImpliedRow[] {
  const units = new Map(
    report.indicators.map(({ unit, unitLabel }) => [unit, unitLabel[language]]),
  );
  return infer(report).map((inferred) => {
    const { id, topic, unit, lines, interval, statement } = inferred;
    return {
      id,
      topic,
      topicLabel: name("topics", topic),
      statement: statement[language],
      unit,
      unitLabel: units.get(unit) ?? unit,
      ...rangeOf(interval, language),
      lines,
      inferred,
    };
  });
}

/** The answers to each question of definition, as rows. */
export function answerRows({ report, language, name }: RowWords): AnswerRow[] {
  const { definitions, headings } = words[language];
  const sayWhether = { true: headings.yes, false: headings.no, null: headings.untested };
  return resolveDefinitions(report).flatMap(({ definition, kind, candidates }) =>
    candidates.map((candidate) => {
      const { candidate: { id: answer, label }, value, survives } = candidate;
      const { id: question, topic, line } = definition;
      return {
        question,
        questionLabel: definition.question[language],
        topic,
        topicLabel: name("topics", topic),
        line,
        outcome: kind,
        outcomeLabel: definitions[kind],
        answer,
        answerLabel: label[language],
        ...rangeOf(value, language),
        survives,
        survivesLabel: sayWhether[`${survives}`],
        candidate,
      };
    })
  );
}

/** What would mend each contradiction, as rows, the simplest first. */
export function repairRows(said: RowWords): RepairRow[] {
  const { report, language } = said, { phrases, slips } = words[language];
  const names = new Map(
    labelObservations(report.observations, said)
      .map(({ id, label, period }) => [id, `${label}, ${period.replace("/", "–")}`]),
  );
  const nameOf = (id: string) => names.get(id) ?? id;
  const slipsOf = (cell: RepairedCell) =>
    cell.slips.map((slip) => slips[slip]).join(", ") || phrases.noSlip;
  return localise(report).flatMap(({ violated, repairs }) =>
    repairs.map((repair) => ({
      claims: violated,
      condition: repairText(repair, { language, nameOf }),
      slips: [...new Set(repair.cells.map(slipsOf))].join("; "),
      cost: repair.cost,
      repair,
    }))
  );
}

function rangeOf(interval: Interval | null, language: Language): Range {
  return {
    low: interval?.low?.valueOf() ?? null,
    high: interval?.high?.valueOf() ?? null,
    range: intervalText(interval, language),
  };
}
