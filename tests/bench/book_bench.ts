/**
 * The book made beside nbconvert, which makes one page a notebook in one language. Aim, as a ratio within one run: all pages in two
 * languages, with findings and data, in at most 0.25 of what nbconvert takes.
 */
import { makeBook } from "../../lib/book/book.ts";
import { gatherBook } from "../../lib/book/gather.ts";
import { notebookPaths } from "../../lib/cli/notebook_paths.ts";
import { runProgram } from "../../lib/input/run_program.ts";
import { defaultEdition } from "../../lib/load/edition_folder.ts";

const paths = await notebookPaths([]);
// Scripts, and the run in the other language, are made once and kept.
await gatherBook(defaultEdition());

Deno.bench({
  name: "this book, all pages in two languages",
  group: "book",
  baseline: true,
  n: 3,
  fn: async () => {
    makeBook(await gatherBook(defaultEdition()));
  },
});

const hasNbconvert = (await runProgram(["jupyter", "nbconvert", "--version"])).success;

Deno.bench({
  name: "jupyter nbconvert --to html, one process",
  group: "book",
  ignore: !hasNbconvert,
  n: 1,
  fn: async () => {
    const folder = await Deno.makeTempDir();
    const { success, stderr } = await runProgram(
      ["jupyter", "nbconvert", "--to", "html", "--output-dir", folder, ...paths],
    );
    await Deno.remove(folder, { recursive: true });
    if (!success) throw new Error(stderr);
  },
});
