import { join, relative, resolve } from "node:path";
import { runProgram } from "../input/run_program.ts";
import { defaultEdition, editionFolder } from "../load/edition_folder.ts";
import { loadTables } from "../load/load_report.ts";
import { describeEdition } from "../package/describe_package.ts";
import { readCatalogue } from "../prose/catalogue.ts";
import { labelReport } from "../report/label_report.ts";
import type { BookParts } from "./book.ts";
import {
  bookLanguages,
  bundleScripts,
  compress,
  makeOnce,
  project,
  reportParts,
  textsIn,
} from "./live_files.ts";
import { readNotebooks, runRussian } from "./run_live.ts";

/** The code of the library, by which what is made of it is told apart. */
async function libraryText(): Promise<string> {
  const texts = await textsIn(join(project, "lib"), /\.(ts|json)$/);
  const others = await Promise.all(
    ["deno.json", "deno.lock"].map((name) => Deno.readTextFile(join(project, name))),
  );
  return JSON.stringify([Deno.version.deno, ...texts, ...others]);
}

async function libraryDoc(): Promise<string> {
  const { success, stdout, stderr } = await runProgram(
    [Deno.execPath(), "doc", "--quiet", "lib/mod.ts"],
    { folder: project },
  );
  if (!success) throw new Error(`Cannot document the library: ${stderr}`);
  return stdout;
}

/** Where the notebooks of an edition lie: those of the project, or what a run gave for another edition of its data. */
function notebooksFolderOf(edition: string): string {
  const folder = join(project, "notebooks"), own = resolve(editionFolder(edition));
  return own === resolve(editionFolder(defaultEdition()))
    ? folder
    : join(folder, "editions", relative(join(project, "data"), own));
}

/** Finds all that the book of an edition is made of, and runs the notebooks in the languages that they are not committed in. */
export async function gatherBook(edition: string): Promise<BookParts> {
  const folder = notebooksFolderOf(edition);
  const library = await libraryText();
  const names = ["worker", "live", "frame", "book", "what_if"];
  const [scripts, api, loaded, english] = await Promise.all([
    makeOnce("scripts", library, async (): Promise<Readonly<Record<string, string>>> => {
      const scripts = await bundleScripts(names);
      return { ...scripts, packed: compress(scripts.worker).toBase64() };
    }),
    makeOnce("doc", library, libraryDoc),
    loadTables(edition),
    readNotebooks(folder),
  ]);
  const { report } = loaded, source = editionFolder(edition);
  const live = new Map<string, string | Uint8Array<ArrayBuffer>>([
    ["book.js", scripts.book],
    ["what_if.js", scripts.what_if],
    ["live/report.bin", compress(JSON.stringify(reportParts(report)))],
  ]);
  const russian = english.length === 0
    ? []
    : await runRussian(english, { id: report.edition.id, folder, library, scripts, live });
  const { descriptor, files } = describeEdition(edition, loaded);
  const described = new Map(files.map(({ path, content }) => [path, content]));
  const tables = await Promise.all(descriptor.resources.map(async ({ path }) => {
    const place = join(source, path);
    return [path, described.get(place) ?? await Deno.readTextFile(place)] as const;
  }));
  const catalogue = join(project, "lib/book/codebook.ru.po");
  const translations = [
    ...readCatalogue(await Deno.readTextFile(catalogue), catalogue)
      .map(({ sentence, text }) => [sentence, text] as const),
    ...[report.edition.title, ...loaded.printed.flatMap(({ file }) => file.value.title ?? [])]
      .map(({ en, ru }) => [en, ru] as const),
  ];
  const gallery = join(project, "tests", "figures", "gallery");
  const pictures = [...await textsIn(gallery, /\.svg$/)]
    .map(([path, svg]) => [path.slice(gallery.length + 1), svg] as const);
  const isOfProject = folder === join(project, "notebooks");
  return {
    ...{ api, live, style: await Deno.readTextFile(join(project, "lib/book/style.css")) },
    reports: bookLanguages.map((language) => labelReport(report, language)),
    notebooks: [...english, ...russian],
    data: {
      ...{ descriptor, tables: new Map(tables), translations: new Map(translations) },
      citation: isOfProject ? await Deno.readTextFile(join(project, "CITATION.cff")) : undefined,
    },
    gallery: {
      text: await Deno.readTextFile(join(gallery, "README.md")),
      pictures: new Map(pictures),
    },
  };
}
