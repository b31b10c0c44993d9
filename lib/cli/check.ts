import { fileURLToPath } from "node:url";
import type { Language } from "../model/label.ts";
import { checkNotebooks } from "../notebook/check_notebooks.ts";
import type { NotebookDocument } from "../notebook/notebook_document.ts";
import { notebookSentences } from "../notebook/notebook_sentences.ts";
import { MalformedNotebook, parseNotebook } from "../notebook/parse_notebook.ts";
import { readIfThere } from "../notebook/read_if_there.ts";
import { ownLanguage } from "../notebook/translated_notebook.ts";
import { cataloguePath, languages } from "../notebook/translation_findings.ts";
import { updateCatalogue } from "../prose/catalogue.ts";
import { describeFinding } from "../notebook/notebook_finding.ts";
import { plainCommand, runCommand } from "./command.ts";
import { Interrupt, Interrupted } from "./interrupt.ts";
import { notebookPaths } from "./notebook_paths.ts";
import { oneOf } from "./reproduce_options.ts";
import { type FileChange, writeTogether } from "./write_together.ts";

interface Options {
  readonly json?: true;
  readonly translate?: Language;
}

const program = plainCommand(
  "check",
  "Check notebooks like code: types, lint, names and promises of their cells, those of each as one module; how they were run; and what is left in their outputs.",
)
  .argument(
    "[notebooks...]",
    "notebooks to check, all of one folder; all of notebooks/ if none is named",
  )
  .option(
    "--translate <en|ru>",
    "first bring the catalogues of translations into that language up to date, or make them",
    oneOf(languages),
  )
  .option("--json", "print the findings as JSON and nothing else")
  .action(async (named: string[], { json, translate }: Options) => {
    using interrupt = new Interrupt();
    const paths = await notebookPaths(named);
    if (translate) await updateCatalogues(paths, translate);
    const config = fileURLToPath(new URL("../../deno.json", import.meta.url));
    try {
      const findings = await checkNotebooks(paths, { config, signal: interrupt.signal });
      if (json) console.log(JSON.stringify({ notebooks: paths, findings }, null, 2));
      else {
        for (const finding of findings) console.error(describeFinding(finding));
        const checked = `${counted(paths.length, "notebook")} checked`;
        console.log(`${checked}, ${counted(findings.length, "finding")}`);
      }
      if (findings.length > 0) Deno.exitCode = 1;
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      console.error(error.message);
      Deno.exitCode = 130;
    }
  });

/** Adds to catalogues what notebooks say, and sets aside what they no longer say. */
async function updateCatalogues(paths: readonly string[], language: Language): Promise<void> {
  const changes = await Promise.all(paths.map(async (notebook): Promise<FileChange[]> => {
    const document = await readNotebook(notebook);
    if (!document || (ownLanguage(document) ?? language) === language) return [];
    const path = cataloguePath(notebook, language);
    const text = await readIfThere(path) ?? "";
    const sentences = notebookSentences(document);
    return [{ path, content: updateCatalogue(text, sentences, { path, language }) }];
  }));
  await writeTogether(changes.flat());
}

/** A notebook that cannot be read is told of by the check. */
async function readNotebook(path: string): Promise<NotebookDocument | undefined> {
  try {
    return parseNotebook(await Deno.readTextFile(path), path);
  } catch (error) {
    const isTold = error instanceof MalformedNotebook || error instanceof Deno.errors.NotFound;
    if (isTold) return undefined;
    throw error;
  }
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

await runCommand(program);
