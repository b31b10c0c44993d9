import { basename, join } from "node:path";
import { InputError } from "../errors/problem.ts";
import { defaultEdition } from "../load/edition_folder.ts";
import { serializeNotebook } from "../notebook/serialize_notebook.ts";
import { plainCommand, runCommand } from "./command.ts";
import { notebookFolder, notebookPaths } from "./notebook_paths.ts";
import { notebookTemplate } from "./notebook_template.ts";
import { writeTogether } from "./write_together.ts";

/** A topic as part of a file's name: words in small letters, in any script. */
function nameOf(topic: string): string {
  const words = topic.normalize("NFC").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length > 0) return words.join("_");
  const message = 'expected words, such as deno task new "young readers"';
  throw new InputError("Cannot make a notebook", [{ path: JSON.stringify(topic), message }]);
}

/** The number of the next notebook, in two digits at least. */
function nextNumber(names: readonly string[]): string {
  const numbers = names.map((name) => Number(/^\d+(?=_)/.exec(name)?.[0] ?? 0));
  return String(Math.max(0, ...numbers) + 1).padStart(2, "0");
}

const program = plainCommand("new", "Make a notebook that runs, to begin with.")
  .argument("<topic...>", "what it is about")
  .action(async (words: string[]) => {
    const topic = words.join(" ").trim();
    const names = (await notebookPaths([])).map((path) => basename(path, ".ipynb"));
    const existing = names.find((name) => name.replace(/^\d+_/, "") === nameOf(topic));
    if (existing !== undefined) {
      const message = "is about this already; choose another topic, or work in it";
      const path = join(notebookFolder(), `${existing}.ipynb`);
      throw new InputError("Cannot make a notebook", [{ path, message }]);
    }
    const name = `${nextNumber(names)}_${nameOf(topic)}`;
    const path = join(notebookFolder(), `${name}.ipynb`);
    await writeTogether([{
      path,
      content: serializeNotebook(notebookTemplate(topic, defaultEdition())),
    }]);
    console.log(`Wrote ${path}`);
    console.log(`deno task lab opens it, deno task reproduce ${name} runs it`);
  });

await runCommand(program);
