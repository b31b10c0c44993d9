import { assertOptions } from "../errors/did_you_mean.ts";
import { type Language, languages } from "../model/label.ts";
import { chosenLanguage } from "../words/language.ts";
import { display, isDisplayable } from "../model/displayable.ts";
import { words } from "../words/words.ts";
import { flushOutput, inNotebook, patchResults } from "./cell_contract.ts";
import { richForm } from "./rich_form.ts";

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
