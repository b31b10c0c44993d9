import { Option } from "commander";
import { join } from "node:path";
import { ifThere, readFileText, UnreadableFile } from "../input/read_file.ts";
import { chosenLanguage } from "../words/language.ts";
import { type Language, languages } from "../model/label.ts";
import { checkNotebooks } from "../notebook/check_notebooks.ts";
import { mendNotebook } from "../notebook/mend_notebook.ts";
import { describeProblem } from "../notebook/notebook_problem.ts";
import { notebookSentences, ownLanguage } from "../notebook/notebook_sentences.ts";
import { MalformedNotebook, readIfNotebook } from "../notebook/notebook_document.ts";
import { updateCatalogue } from "../prose/catalogue.ts";
import { cataloguePath } from "../prose/translations.ts";
import { words } from "../words/words.ts";
import { addLanguage, plainCommand, runCommand } from "./command.ts";
import { abortOnSignal } from "./interrupt.ts";
import { notebookPaths } from "./notebook_paths.ts";
import { projectFolder } from "./project.ts";
import { type FileChange, writeTogether } from "./write_together.ts";

interface Options {
  readonly fix?: true;
  readonly translate?: Language;
  readonly json?: true;
}

const program = addLanguage(plainCommand(
  "check",
  "Check notebooks like code: types, lint, names and promises of their cells, those of each as one module; how they were run; and what is left in their outputs.",
))
  .argument(
    "[notebooks...]",
    "notebooks to check, all of one folder; all of notebooks/ if none is named",
  )
  .option("--fix", "first mend ids, older formats, canonical form and the name of the kernel")
  .addOption(
    new Option(
      "--translate <language>",
      "first bring the catalogues of translations into that language up to date, or make them",
    )
      .choices(languages),
  )
  .option("--json", "print the problems as JSON and nothing else")
  .action(async (named: string[], { fix, translate, json }: Options) => {
    const paths = await notebookPaths(named);
    const mended = fix ? await mend(paths) : [];
    const translated = translate ? await updateCatalogues(paths, translate) : [];
    const config = join(projectFolder(), "deno.json");
    await abortOnSignal(async (signal) => {
      const problems = await checkNotebooks(paths, { config, signal });
      const errors = problems.filter(({ severity }) => severity === "error");
      if (json) {
        console.log(JSON.stringify({ notebooks: paths, mended, problems }, null, 2));
      } else {
        for (const problem of problems) console.error(describeProblem(problem));
        const said = words[chosenLanguage()].commands;
        for (const path of mended) console.log(said.mended(path));
        for (const path of translated) console.log(said.catalogue(path));
        console.log(said.checked(paths.length, errors.length, problems.length - errors.length));
      }
      if (errors.length > 0) Deno.exitCode = 1;
    });
  });

/** Mends notebooks that can be; what cannot is told by the check. */
async function mend(paths: readonly string[]): Promise<string[]> {
  const changes = await Promise.all(paths.map(async (path): Promise<FileChange[]> => {
    try {
      const text = await readFileText(path);
      const content = mendNotebook(text, path);
      return content === text ? [] : [{ path, content, replaces: text }];
    } catch (error) {
      if (error instanceof MalformedNotebook || error instanceof UnreadableFile) return [];
      throw error;
    }
  }));
  await writeTogether(changes.flat());
  return changes.flat().map(({ path }) => path);
}

/** Adds to catalogues what notebooks say, sets aside what they no longer say, and gives the paths of those that changed. */
async function updateCatalogues(paths: readonly string[], language: Language): Promise<string[]> {
  const changes = await Promise.all(paths.map(async (notebook): Promise<FileChange[]> => {
    const document = await readIfNotebook(notebook);
    if (!document || (ownLanguage(document) ?? language) === language) return [];
    const path = cataloguePath(notebook, language);
    const text = await ifThere(Deno.readTextFile(path)) ?? "";
    const sentences = notebookSentences(document);
    const content = updateCatalogue(text, sentences, { path, language });
    return content === text ? [] : [{ path, content }];
  }));
  await writeTogether(changes.flat());
  return changes.flat().map(({ path }) => path);
}

await runCommand(program);
