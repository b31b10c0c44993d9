import { join, relative, resolve } from "node:path";
import { runProgram } from "../input/run_program.ts";
import { defaultEdition, editionFolder } from "../load/edition_folder.ts";
import { loadTables } from "../load/load_report.ts";
import { describeEdition } from "../package/describe_package.ts";
import { readCatalogue } from "../prose/catalogue.ts";
import { labelReport } from "../report/label_report.ts";
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
import type { SiteFile } from "./site.ts";

/** The code of the library, by which what is made of it is told apart. */
async function libraryText(): Promise<string> {
  const texts = await textsIn(join(project, "lib"), /\.(ts|json)$/);
  const others = ["deno.json", "deno.lock"].map((name) => Deno.readTextFile(join(project, name)));
  return JSON.stringify([Deno.version.deno, ...texts, ...await Promise.all(others)]);
}

async function libraryDoc(): Promise<string> {
  const command = [Deno.execPath(), "doc", "--quiet", "lib/mod.ts"] as const;
  const { success, stdout, stderr } = await runProgram(command, { folder: project });
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

/** All that a book is made of. */
export type BookParts = Awaited<ReturnType<typeof gatherBook>>;

/** Finds all that the book of an edition is made of, and runs the notebooks in the languages that they are not committed in. */
export async function gatherBook(edition: string) {
  const folder = notebooksFolderOf(edition), isOfProject = folder === join(project, "notebooks");
  const library = await libraryText();
  const [scripts, api, loaded, english] = await Promise.all([
    makeOnce("scripts", library, async (): Promise<Readonly<Record<string, string>>> => {
      const scripts = await bundleScripts(["worker", "live", "frame", "book", "what_if"]);
      return { ...scripts, packed: compress(scripts.worker).toBase64() };
    }),
    makeOnce("doc", library, libraryDoc),
    loadTables(edition),
    readNotebooks(folder),
  ]);
  const { report } = loaded, source = editionFolder(edition), { id } = report.edition;
  const { russian, live } = english.length === 0
    ? { russian: [], live: [] }
    : await runRussian(english, { id, folder, library, scripts });
  const { descriptor, files } = describeEdition(edition, loaded);
  const described = new Map(files.map(({ path, content }) => [path, content]));
  const tables = await Promise.all(descriptor.resources.map(async ({ path }) => {
    const place = join(source, path);
    return [path, described.get(place) ?? await Deno.readTextFile(place)] as const;
  }));
  const catalogue = join(project, "lib/book/codebook.ru.po");
  const titles = [
    report.edition.title,
    ...loaded.printed.flatMap(({ file }) => file.value.title ?? []),
  ];
  const gallery = join(project, "tests", "figures", "gallery");
  const pictures = await textsIn(gallery, /\.svg$/);
  return {
    /** The edition, opened in each language. */
    reports: bookLanguages.map((language) => labelReport(report, language)),
    /** The notebooks in each language, with the outputs of a run. */
    notebooks: [...english, ...russian],
    data: {
      descriptor,
      /** The text of each table by its path in the package. */
      tables: new Map(tables),
      /** Titles, and meanings of columns, in Russian by what they are in English, which may have holes such as `{table}`. */
      translations: new Map([
        ...readCatalogue(await Deno.readTextFile(catalogue), catalogue)
          .map(({ sentence, text }) => [sentence, text] as const),
        ...titles.map(({ en, ru }) => [en, ru] as const),
      ]),
      /** The text of `CITATION.cff`, which cites the edition of the project and no other. */
      citation: isOfProject ? await Deno.readTextFile(join(project, "CITATION.cff")) : undefined,
    },
    /** A gallery: its text in Markdown, with its pictures beside it. */
    gallery: {
      text: await Deno.readTextFile(join(gallery, "README.md")),
      pictures: new Map(pictures.entries().map(([path, svg]) => [relative(gallery, path), svg])),
    },
    /** What `deno doc` says of the library. */
    api,
    /** The style sheet of the book. */
    style: await Deno.readTextFile(join(project, "lib/book/style.css")),
    /** Scripts, and what pages load when they are asked to run, by path. */
    live: new Map<string, SiteFile>([
      ["book.js", scripts.book],
      ["what_if.js", scripts.what_if],
      ["live/report.bin", compress(JSON.stringify(reportParts(report)))],
      ...live,
    ]),
  };
}
