import { Option } from "commander";
import { relative, resolve } from "node:path";
import { makeBook, printBook } from "../book/book.ts";
import { gatherBook } from "../book/gather.ts";
import { writeFiles } from "../book/site.ts";
import { command, type CommonOptions, runCommand } from "./command.ts";
import { InputError } from "../errors/problem.ts";
import { ifThere, namesIn } from "../input/read_file.ts";
import { checkBeforeRun } from "./reproduce_options.ts";
import { bookFolder } from "./serve.ts";

/**
 * Puts a site into a folder, whole or not at all: it is written beside, and takes the place of the folder.
 *
 * @param files The files by path.
 * @param folder The folder; what was in it goes.
 */
export async function replaceFolder(
  files: ReadonlyMap<string, string | Uint8Array>,
  folder: string,
): Promise<void> {
  const [made, old] = ["new", "old"].map((which) =>
    `${folder}.${crypto.randomUUID()}.${which}.tmp`
  );
  try {
    await writeFiles(files, made);
    await ifThere(Deno.rename(folder, old));
    await Deno.rename(made, folder);
  } finally {
    for (const rest of [made, old]) await Deno.remove(rest, { recursive: true }).catch(() => {});
  }
}

/** Refuses a folder that holds anything but a book: all that is in it would go. */
async function checkReplaced(folder: string): Promise<void> {
  const found = await namesIn(folder);
  if (found.length === 0 || found.includes("book.js")) return;
  const message = "expected a new folder, or one of a book, which is replaced; found other files";
  throw new InputError("Cannot write", [{ path: folder, message }]);
}

if (import.meta.main) {
  const program = command("book", ["edition"])
    .addOption(new Option("--out <folder>", "folder of the site").default(bookFolder, "_site"))
    .option("--pdf", "print all of it as a PDF besides, where Chromium is installed")
    .action(async ({ edition, out, pdf }: CommonOptions & { readonly pdf?: true }) => {
      await checkBeforeRun(out);
      await checkReplaced(out);
      const parts = await gatherBook(edition);
      const pages = makeBook(parts);
      const printed = pdf && await printBook(pages, parts);
      if (pdf && !printed) console.error("No PDF: Chromium is not installed");
      const files = printed
        ? makeBook({ ...parts, live: new Map([...parts.live, ...printed]) })
        : pages;
      const folder = resolve(out);
      await replaceFolder(files, folder);
      console.log(`Wrote ${files.size} files to ${relative(Deno.cwd(), folder)}`);
    });
  await runCommand(program);
}
