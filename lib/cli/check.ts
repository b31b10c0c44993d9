import { cataloguePath } from "../prose/translations.ts";
import { join } from "node:path";
import { ifThere, readFileText, UnreadableFile } from "../input/read_file.ts";
import { type Language, languages } from "../model/label.ts";
import { checkNotebooks } from "../notebook/check_notebooks.ts";
import { mendNotebook } from "../notebook/mend_notebook.ts";
import { describeProblem } from "../notebook/notebook_problem.ts";
import { notebookSentences, ownLanguage } from "../notebook/notebook_sentences.ts";
import { MalformedNotebook, readIfNotebook } from "../notebook/notebook_document.ts";
import { updateCatalogue } from "../prose/catalogue.ts";
import { chosenWords } from "../words/words.ts";
import { choice, command, type CommonOptions, print, runCommand } from "./command.ts";
import { abortOnSignal } from "./interrupt.ts";
import { notebookPaths } from "./notebook_paths.ts";
import { projectFolder } from "./project.ts";
import { type FileChange, writeTogether } from "./write_together.ts";

type Options = CommonOptions & { readonly fix?: true; readonly translate?: Language };

const program = command("check", ["json", "language", "notebooks"])
  .option("--fix", "first mend ids, older formats, canonical form and the name of the kernel")
  .addOption(choice(
    "--translate <language>",
    "first bring the catalogues of translations into that language up to date, or make them",
    languages,
  ))
  .action(async (named: string[], { fix, translate, json }: Options) => {
    const paths = await notebookPaths(named);
    const mended = await writeChanges(fix ? paths.map(mend) : []);
    const translated = await writeChanges(
      translate ? paths.map((path) => newCatalogue(path, translate)) : [],
    );
    const config = join(projectFolder(), "deno.json");
    await abortOnSignal(async (signal) => {
      const problems = await checkNotebooks(paths, { config, signal });
      const errors = problems.filter(({ severity }) => severity === "error");
      if (json) print({ notebooks: paths, mended, problems });
      else {
        for (const problem of problems) console.error(describeProblem(problem));
        const said = chosenWords().commands;
        for (const path of mended) console.log(said.mended(path));
        for (const path of translated) console.log(said.catalogue(path));
        console.log(said.checked(paths.length, errors.length, problems.length - errors.length));
      }
      if (errors.length > 0) Deno.exitCode = 1;
    });
  });

/** Writes what is to be changed for some notebooks, and gives the paths of what changed. */
async function writeChanges(changes: readonly Promise<FileChange[]>[]): Promise<string[]> {
  const all = (await Promise.all(changes)).flat();
  await writeTogether(all);
  return all.map(({ path }) => path);
}

/** A notebook as it is mended, where it can be; what cannot is told by the check. */
async function mend(path: string): Promise<FileChange[]> {
  try {
    const text = await readFileText(path);
    const content = mendNotebook(text, path);
    return content === text ? [] : [{ path, content, replaces: text }];
  } catch (error) {
    if (error instanceof MalformedNotebook || error instanceof UnreadableFile) return [];
    throw error;
  }
}

/** A catalogue to which is added what its notebook says, and in which is set aside what that no longer says. */
async function newCatalogue(notebook: string, language: Language): Promise<FileChange[]> {
  const document = await readIfNotebook(notebook);
  if (!document || (ownLanguage(document) ?? language) === language) return [];
  const path = cataloguePath(notebook, language);
  const text = await ifThere(Deno.readTextFile(path)) ?? "";
  const content = updateCatalogue(text, notebookSentences(document), { path, language });
  return content === text ? [] : [{ path, content }];
}

await runCommand(program);
