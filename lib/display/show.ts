import type { Language } from "../model/label.ts";
import { chosenLanguage } from "../load/environment.ts";
import { display, isDisplayable } from "../model/displayable.ts";
import { letOutputLeave } from "./let_output_leave.ts";
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
 * indicator or the definition of one as a card, anything else as Deno prints it. `reproduce` writes each figure and table
 * as a file named by the cell. Outside a notebook the text form is printed.
 *
 * @param value Any value.
 * @param options The language of what has none.
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
  const shown = isDisplayable(value)
    ? value
    : richForm(value)?.(options.language ?? chosenLanguage());
  const bundle = shown?.[display]();
  if (!inNotebook()) {
    console.log(bundle?.["text/plain"] ?? value);
    return;
  }
  await Deno.jupyter.broadcast("display_data", {
    data: bundle ?? await Deno.jupyter.format(value),
    metadata: {},
    transient: {},
  });
  await letOutputLeave();
}

/** Outside `deno jupyter` the name-space exists and throws when it is read. */
function inNotebook(): boolean {
  try {
    return Deno.jupyter !== undefined;
  } catch {
    return false;
  }
}
