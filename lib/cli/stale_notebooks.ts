import { join } from "node:path";
import { readInputs } from "../notebook/staleness/notebook_inputs.ts";
import type { NotebookInputs } from "../notebook/staleness/run_record.ts";
import { type Staleness, staleness } from "../notebook/staleness/staleness.ts";
import type { NotebookDocument } from "../notebook/notebook_document.ts";
import { readTranslations, type Translations } from "../prose/translations.ts";
import { notebookFolder, outputFolder, type ReproduceOptions } from "./reproduce_options.ts";
import { runBasis } from "./run_basis.ts";

/** Notebooks with what they would be run on. */
export interface AskedNotebooks {
  /** In the order asked. */
  readonly notebooks: readonly Staleness[];
  /** What catalogues of these notebooks say in the language of the run. */
  readonly translations: Translations;
  /** The inputs of a notebook, as they were when it was asked. */
  readonly inputsOf: (document: NotebookDocument) => Promise<NotebookInputs>;
}

/**
 * Asks which notebooks are stale.
 *
 * @param names Names of notebooks of an edition.
 * @param options Edition, language, and where the outputs are.
 */
export async function askNotebooks(
  names: readonly string[],
  options: Pick<ReproduceOptions, "edition" | "language" | "out">,
): Promise<AskedNotebooks> {
  const folder = outputFolder(options);
  const inputsOf = await readInputs(await runBasis(options));
  const translations = readTranslations(notebookFolder(), options.language);
  const notebooks = await Promise.all(names.map((name) => {
    const path = join(notebookFolder(), `${name}.ipynb`);
    return staleness({ path, target: join(folder, `${name}.ipynb`), translations, inputsOf });
  }));
  return { notebooks, translations, inputsOf };
}
