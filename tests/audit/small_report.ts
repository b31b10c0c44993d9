import type { TableRows } from "../../lib/model/report.ts";
import type { Claim, TrendWord } from "../../lib/model/claim.ts";
import type { Indicator, Norm, Observation } from "../../lib/model/observation.ts";
import type { Relation } from "../../lib/model/relation.ts";
import type { Verdict } from "../../lib/model/verdict.ts";
import { judge } from "../../lib/audit/judge.ts";
import { quantities } from "../../lib/audit/quantity.ts";
import { decimalString } from "../../lib/numbers/format_number.ts";
import { readPrinted } from "../../lib/numbers/read_printed.ts";

/** A printed value that is a count; `~` before it makes it a rounded measure, `>` and `<` a limit. */
export type Print = string;

/** The parts of a claim that a test states; what is not printed is named by its id. */
export type Stated =
  & Partial<Omit<Claim, "missing">>
  & Pick<Claim, "kind">
  & { readonly missing?: readonly string[] };

/** Limits of a norm by its id. */
export type Limits = Readonly<Record<string, readonly [low: number | null, high: number | null]>>;

/** What judges a claim in a test: printed values and norms by id, and words for trends. */
export interface SmallReport {
  readonly prints: Readonly<Record<string, Print>>;
  readonly norms?: Limits;
  readonly words?: readonly Partial<TrendWord>[];
}

/** Judges one claim over a few printed values, of which by default `result` is the one judged. */
export function verdictOn(stated: Stated, report: SmallReport): Verdict {
  const judged = claim(stated);
  const inPercent = percentsOf(judged.relation);
  const observations = Object.entries(report.prints).map(([id, print]) =>
    observation(id, print, inPercent.has(id) ? "percent" : "units")
  );
  const values = quantities({
    observations,
    indicators: [indicator("count"), indicator("rounded")],
    norms: Object.entries(report.norms ?? {}).map(([id, [low, high]]) => ({
      ...norm(id, low, high),
      unit: inPercent.has(id) ? "percent" : "units",
    })),
  });
  const words = (report.words ?? []).map((word) => ({ ...someWord, ...word }));
  return judge(judged, values, new Map(words.map((word) => [word.id, word])));
}

/** Ids of the values of a relation that have to be in per cent, though no unit is told. */
export function percentsOf({ kind, result, operands, divisors }: Relation): Set<string> {
  if (kind === "share" || kind === "growth") return new Set([result]);
  if (kind === "shares") return new Set([result, ...operands]);
  if (kind === "mixture") return new Set(operands.slice(2));
  return new Set(kind === "norm" && divisors.length > 0 ? operands : []);
}

/** A claim with every part that a test does not state left empty. */
export function claim(stated: Stated): Claim {
  const { kind, result, operands = [], divisors = [], rule = "", missing = [] } = stated;
  const judged = result === null ? missing[0] : result ?? "result";
  const unprinted = missing.filter((id) => id !== judged);
  return {
    id: "claim",
    basis: "implied",
    result: "result",
    operands: [],
    divisors: [],
    relation: { kind, result: judged, operands: [...operands, ...unprinted], divisors, rule },
    rule: "",
    line: null,
    topic: "table-1",
    statement: { ru: "а", en: "a" },
    ...stated,
    missing: missing.map((id) => ({ id, label: { ru: `прежнее ${id}`, en: `the earlier ${id}` } })),
  };
}

/** An observation from its print, on line 1 of its source; in per cent where that is printed. */
export function observation(
  id: string,
  print: Print,
  unit: string = print.endsWith("%") ? "percent" : "units",
): Observation {
  const [, mark, printed] = /^([~<>]?)(.*)$/.exec(print) ?? [];
  const number = readPrinted(printed);
  if (number.form !== "number") throw new Error(`no number: ${print}`);
  const form = mark === ">" ? "more-than" : mark === "<" ? "less-than" : "number";
  return {
    id,
    indicator: mark === "~" ? "rounded" : "count",
    population: "all",
    scope: "all",
    territory: "all",
    period: "2016",
    value: Number(decimalString(number.value, 20)),
    unit,
    form,
    printed,
    line: 1,
    decimals: number.decimals,
  };
}

/** An indicator of a precision, which is its id too. */
export function indicator(precision: Indicator["precision"]): TableRows["indicators"] {
  const labels = {
    label: { ru: "а", en: "a" },
    unitLabel: { ru: "а", en: "a" },
    definition: { ru: "а", en: "a" },
  };
  return { id: precision, unit: "units", precision, ...labels };
}

function norm(id: string, low: number | null, high: number | null): Norm {
  const text = { ru: "а", en: "a" };
  const labels = { label: text, source: text, printed: "a" };
  return { id, indicator: "count", low, high, unit: "units", line: 2, ...labels };
}

const someWord: TrendWord = {
  id: "word",
  direction: "increase",
  min_percent: null,
  max_percent: null,
  label: { ru: "а", en: "a" },
  definition: { ru: "а", en: "a" },
};
