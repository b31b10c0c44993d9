import { dirname, join, relative, resolve } from "node:path";
import { makeBook } from "../book/book.ts";
import { gatherBook } from "../book/gather.ts";
import { printBook } from "../book/pdf.ts";
import { plainCommand, runCommand } from "./command.ts";
import { defaultEdition } from "../load/edition_folder.ts";
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
    for (const [path, content] of files) {
      const file = join(made, path);
      await Deno.mkdir(dirname(file), { recursive: true });
      if (typeof content === "string") await Deno.writeTextFile(file, content);
      else await Deno.writeFile(file, content);
    }
    await Deno.rename(folder, old).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
    await Deno.rename(made, folder);
  } finally {
    for (const rest of [made, old]) await Deno.remove(rest, { recursive: true }).catch(() => {});
  }
}

if (import.meta.main) {
  const program = plainCommand(
    "book",
    "Make the book: a static site of the notebooks, findings and data.",
  )
    .option("--out <folder>", "folder of the site", bookFolder)
    .option("--pdf", "print all of it as a PDF besides, where Chromium is installed")
    .action(
      async (
        { out, pdf }: {
          readonly out: string;
          readonly pdf?: true;
        },
      ) => {
        const parts = await gatherBook(defaultEdition());
        const pages = makeBook(parts);
        const printed = pdf && await printBook(pages, parts);
        if (pdf && !printed) console.error("No PDF: Chromium is not installed");
        const files = printed
          ? makeBook({ ...parts, live: new Map([...parts.live, ...printed]) })
          : pages;
        const folder = resolve(out);
        await replaceFolder(files, folder);
        console.log(`Wrote ${files.size} files to ${relative(Deno.cwd(), folder)}`);
      },
    );
  await runCommand(program);
}
