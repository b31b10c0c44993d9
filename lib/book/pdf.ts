import { escape } from "@std/html";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { runProgram } from "../input/run_program.ts";
import { scratchFolder } from "../notebook/scratch_folder.ts";
import type { BookParts } from "./book.ts";
import { Markup, markup } from "./page.ts";
import { linkTo } from "./notebook_page.ts";
import { pdfPath, writeFiles } from "./site.ts";

/**
 * Prints the notebooks, findings and claims of each language as one tagged PDF, by Chromium.
 *
 * @param files The site.
 * @param parts What it was made of.
 * @returns The PDFs by path; `undefined` if Chromium is not installed.
 * @throws {Error} With what Chromium says, if it fails.
 */
export async function printBook(
  files: ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>,
  parts: BookParts,
): Promise<Map<string, Uint8Array<ArrayBuffer>> | undefined> {
  await using scratch = await scratchFolder("report-pdf");
  const folder = scratch.path;
  const seen = [...files].filter(([path]) => /^figures\/(en|ru)\/|\.css$/.test(path));
  await writeFiles(new Map(seen), folder);
  const printed = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { language, edition } of parts.reports) {
    const own = parts.notebooks.filter((notebook) => notebook.language === language).map(linkTo);
    const names = [...own.map(({ name }) => name), "findings.html", "claims.html"];
    const texts = names.map((name) => toPrintable(String(files.get(`${language}/${name}`))));
    const path = `${language}/whole.html`, pdf = pdfPath(language);
    const title = new Markup(escape(edition.title[language]));
    const page =
      markup`<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="../book.css"><body><main>${texts}</main>`;
    await writeFiles(new Map([[path, page.text]]), folder);
    if (!await print(join(folder, path), join(folder, pdf))) return undefined;
    printed.set(pdf, await Deno.readFile(join(folder, pdf)));
  }
  return printed;
}

/** The text of a page as it is printed among others: what is folded is open, but code, and links to other pages lead nowhere. */
function toPrintable(html: string): Markup {
  const [, main = ""] = /<main[^>]*>([^]*)<\/main>/.exec(html) ?? [];
  const text = main.replaceAll("<details>", "<details open>").replaceAll(/ loading="lazy"/g, "")
    .replaceAll(/ id="[^"]*"| href="(?!https?:)[^"]*"/g, "");
  return new Markup(text);
}

/** Whether Chromium is there, which then printed the page. */
async function print(page: string, pdf: string): Promise<boolean> {
  const { success, code, stderr } = await runProgram([
    ...["chromium", "--headless", "--disable-gpu", "--no-sandbox", "--no-first-run"] as const,
    `--user-data-dir=${join(dirname(pdf), "profile")}`,
    ...["--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline"],
    ...[`--print-to-pdf=${pdf}`, pathToFileURL(page).href],
  ]);
  if (!success && code !== 127) throw new Error(`Cannot print the book: ${stderr.trim()}`);
  return success;
}
