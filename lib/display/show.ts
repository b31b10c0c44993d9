import { assertOptions } from "../errors/did_you_mean.ts";
import type { Derived } from "../indicators/indicators.ts";
import {
  display,
  type Displayable,
  isDisplayable,
  type MediaBundle,
  together,
} from "../model/displayable.ts";
import type { Indicator } from "../model/observation.ts";
import { type Language, languages, textIn } from "../model/label.ts";
import { formatNumber } from "../numbers/format_number.ts";
import type { PlainRecord } from "../tables/cell.ts";
import { recordsTable } from "../tables/table.ts";
import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import { has, type Look, nameFields, showCard } from "./card.ts";
import { flushOutput, inNotebook, patchResults } from "./cell_contract.ts";
import { findingLook, verdictLook } from "./verdict_look.ts";

/** How {@link show} shows a value that says nothing of its language. */
export interface ShowOptions {
  /** Language of words and numbers. @default `REPORT_LANGUAGE`, or `en` */
  readonly language?: Language;
}

/**
 * Shows a value below its cell, in every client, and waits until it is on its way.
 *
 * A figure, table or sentence shows itself; an array of records is shown as a table, a verdict, a finding, a computed
 * indicator or the definition of one as a card, anything else as Deno prints it; of no rows it says so. `reproduce` writes each figure and table
 * as a file named by the cell. Outside a notebook the text form is printed.
 *
 * @param value Any value.
 * @param options The language of what has none.
 * @throws {UsageError} For an unknown option or language.
 *
 * @example
 * ```ts
 * import { audit, loadReport, md, show } from "report";
 *
 * await show(md`*Users* decreased.`);
 * const { verdicts } = audit(await loadReport("kuzbass-2016"));
 * await show(verdicts[0], { language: "en" });
 * ```
 */
export async function show(value: unknown, options: ShowOptions = {}): Promise<void> {
  assertOptions("show a value", options, { language: languages });
  const language = options.language ?? chosenLanguage();
  const shown = isDisplayable(value) ? value : richForm(value)?.(language);
  const isEmpty = Array.isArray(value) && value.length === 0;
  const bundle = isEmpty ? { "text/plain": words[language].phrases.noRows } : shown?.[display]();
  if (!inNotebook()) {
    console.log(bundle?.["text/plain"] ?? value);
    return;
  }
  await Deno.jupyter.broadcast("display_data", {
    data: bundle ?? await Deno.jupyter.format(value),
    metadata: {},
    transient: {},
  });
  await flushOutput();
}

/**
 * Lets the value of a cell's last expression reach every client, and look as it would by {@linkcode show}, from now on.
 * Opening a report does so, and drawing.
 */
export function patchCellResults(): void {
  patchResults(lookOf);
}

/**
 * What throws while it is drawn throws inside the kernel, which reports it. Whoever only looks at records wants no file of
 * them: their CSV is left out, by which `reproduce` knows a table.
 */
function lookOf(value: unknown): unknown {
  const form = isDisplayable(value) ? undefined : richForm(value);
  return form === undefined ? value : {
    [display]: () => {
      const { "text/csv": _, ...seen } = form(chosenLanguage())[display]();
      return seen;
    },
  };
}

/** A computed indicator: its value, what it means, how and from what it was computed, and what is doubtful. */
const derivedLook: Look<Derived> = {
  is: (value): value is Derived =>
    has(value, "indicator", "value", "interval", "inputs", "issues") &&
    typeof value.indicator === "string" && value.indicator in words.en.indicators,
  card({ indicator, value, inputs, issues }, language) {
    const { headings: { line }, indicators } = words[language];
    const { label, unit, definition, formula } = indicators[indicator];
    return {
      title: label,
      fields: {
        value: `${formatNumber(value, { language })}\u00a0${unit}`,
        definition,
        formula,
        computedFrom: inputs.map((input) =>
          `${input.id} = ${told(input, `, ${line.toLowerCase()} ${input.line}`)}`
        ),
        doubts: issues.map((issue) => issue[language]),
      },
    };
  },
  row({ indicator, value, inputs, issues }, language) {
    const { label, unit } = words[language].indicators[indicator];
    return {
      indicator: label,
      computedFrom: inputs.map((input) => told(input)).join("; ") || "–",
      value,
      unit,
      doubts: issues.map((issue) => issue[language]).join("; ") || "–",
    };
  },
};

/** A printed value with its period, as `2015–2016`. */
function told({ printed, period }: Derived["inputs"][number], place = ""): string {
  return `${printed.trim()} (${period.replace("/", "–")}${place})`;
}

/** An indicator of the report: its definition, which is told in English if it has no Russian, unit and precision. */
const indicatorLook: Look<Indicator> = {
  is: (value): value is Indicator =>
    has(value, "id", "precision", "label", "unitLabel", "definition"),
  card({ id, precision, label, unitLabel, definition }, language) {
    const { count, rounded } = words[language].headings;
    return {
      title: textIn(label, language),
      fields: {
        definition: textIn(definition, language),
        unit: textIn(unitLabel, language),
        precision: precision === "count" ? count : rounded,
        code: id,
        source: "indicators.csv",
      },
    };
  },
};

/** How a value looks in a language. */
type RichForm = (language: Language) => Displayable;

/** The form of a value, or of an array of values, that has a look. */
const looks = [
  formBy(verdictLook),
  formBy(findingLook),
  formBy(derivedLook),
  formBy(indicatorLook),
];

function formBy<Value>({ is, card, row }: Look<Value>) {
  return (value: unknown): RichForm | undefined => {
    if (is(value)) return (language) => showCard(card(value, language), language);
    if (!Array.isArray(value) || !row || !value.every(is)) return undefined;
    return (language) =>
      recordsTable(
        value.map((one) => Object.fromEntries(nameFields(row(one, language), language))),
        language,
      );
  };
}

/**
 * How a value of this library looks in a notebook, told by its shape: model values stay plain data.
 *
 * A verdict, a finding with its verdict, a computed indicator and the definition of one are cards; an array of them, or of any
 * plain records, is a table. Of a report the parts are named, with how many rows each has.
 *
 * @param value Any value.
 * @returns Its look by language; `undefined` where the value is nothing of the kind.
 */
export function richForm(value: unknown): RichForm | undefined {
  if (isDisplayable(value)) return () => value;
  if (Array.isArray(value) && value.length === 0) return undefined;
  if (isJudged(value)) return richForm(value.judged);
  const form = looks.map((look) => look(value)).find((form) => form !== undefined);
  if (form) return form;
  if (has(value, "edition", "observations", "claims", "findings")) {
    return (language) => recordsTable(sizes(value, language), language);
  }
  if (!Array.isArray(value)) return undefined;
  const parts: unknown[] = value.flat(Infinity)
    .filter((part) => part !== null && part !== undefined);
  if (parts.length > 0 && parts.every(isShownTogether)) {
    return () => ({ [display]: () => parts[0][together](parts) });
  }
  if (value.every(isJudged)) return richForm(value.map(({ judged }) => judged));
  return value.every(isPlainRecord) ? (language) => recordsTable(value, language) : undefined;
}

/** A row of an opened report that stands for a verdict, whatever else was put into it. */
function isJudged(value: unknown): value is { readonly judged: unknown } {
  return has(value, "judged", "verdict") &&
    (verdictLook.is(value.judged) || findingLook.is(value.judged));
}

/** A whole report would be some hundred kilobytes; its parts show themselves. */
function sizes(report: object, language: Language): PlainRecord[] {
  const { table, rows: count } = words[language].headings;
  return Object.entries(report).flatMap(([part, rows]) =>
    Array.isArray(rows) ? [{ [table]: part, [count]: rows.length }] : []
  );
}

/** Plots, marks and legends: several of them are one picture. */
function isShownTogether(
  value: unknown,
): value is { [together](values: readonly unknown[]): MediaBundle } {
  return has(value) && together in value;
}

function isPlainRecord(value: unknown): value is PlainRecord {
  if (!has(value) || Object.keys(value).length === 0) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !isDisplayable(value);
}
