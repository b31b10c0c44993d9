import { stringify } from "@std/csv";
import { basename, extname, join } from "node:path";
import { InputError } from "../errors/problem.ts";
import { explainIssues } from "../input/parse_json.ts";
import { codeOf } from "../load/printed_names.ts";
import { editionFolder, isPath } from "../load/edition_folder.ts";
import { loadReport } from "../load/load_report.ts";
import { editionFile } from "../model/edition.ts";
import { type GridTable, TableGrid } from "../preflight/table.ts";
import { command, runCommand } from "./command.ts";
import { draftTable, filledColumns, isOfPeriods } from "./draft_table.ts";
import {
  noteText,
  readPrintedTable,
  type TableOptions,
  toReadOptions,
  withTableOptions,
} from "./preflight/open_table.ts";
import { projectFolder } from "./project.ts";
import { writeTogether } from "./write_together.ts";
import { isFolder } from "../input/read_file.ts";
import { numberFormat } from "../preflight/table_headers.ts";

type Told = "language" | "period" | "title" | "producer" | "area";
type Options = TableOptions & { readonly table: string[] } & { readonly [told in Told]?: string };

/** `edition.json` of an edition that has tables only. */
function headOf(id: string, options: Options, tables: readonly GridTable[]) {
  const headers = tables.flatMap(({ columns }) => columns.map(({ name }) => name));
  const cells = [
    ...headers,
    ...tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((one) => one.printed))),
  ];
  const isCyrillic = cells.filter((cell) => /\p{sc=Cyrillic}{3}/u.test(cell)).length > 1;
  const language = options.language ?? (isCyrillic ? "ru" : "en");
  const { words = {}, ...format } = numberFormat(cells, toReadOptions(options));
  const printed = new Set(cells.map((cell) => cell.toLowerCase()));
  const used = Object.entries(words).filter(([word]) => printed.has(word));
  const label = (text = id) => ({ [language]: text });
  // By headers or rows, else by what is said of the tables.
  const rowNames = tables.filter(isOfPeriods).flatMap(({ rows }) => rows.map(({ name }) => name));
  const overTables = tables.flatMap(({ notes, rows }) =>
    notes.flatMap(({ row = Infinity, text }) => row < rows[0]?.number ? text : [])
  );
  const years = [headers, rowNames, [options.title ?? ""], [id], overTables].map(lastYear);
  const where = "in headers, rows, titles or id";
  return {
    id,
    title: label(options.title),
    producer: label(options.producer),
    area: label(options.area),
    period: options.period ?? years.find((year) => year !== undefined) ??
      refuse("--period", `expected the year that it speaks of, found none ${where}`),
    language,
    numberFormat: { ...format, ...(used.length > 0 && { words: Object.fromEntries(used) }) },
  };
}

function formatJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  // A list of a few names is easier to edit on one line.
  return text.replaceAll(
    /\[\n\s+("[^[\]{}]{0,160}")\n\s+\]/g,
    (_, names: string) => `[${names.replaceAll(/,\n\s+/g, ", ")}]`,
  ) + "\n";
}

function refuse(path: string, message: string): never {
  throw new InputError("Cannot make an edition", [{ path, message }]);
}

/** The last year of which texts speak: of headers, of rows that are years, of titles. */
function lastYear(texts: readonly string[]): string | undefined {
  const years = texts.flatMap((text) => text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []);
  return years.toSorted().at(-1);
}

/** A table as printed, under one row of headers. */
function csvOf(table: GridTable, label: string): string {
  const columns = filledColumns(table), isThere = columns.some(({ name }) => name === label);
  const lines = (isThere ? columns : [{ name: label, index: -1 }, ...columns]).map((column) => [
    column.name,
    ...table.rows.map(({ name, cells }) =>
      column.name === label ? name : cells[column.index].printed
    ),
  ]);
  const records = lines[0].map((_, row) => lines.map((line) => line[row]));
  return stringify(records).replaceAll("\r\n", "\n");
}

const program = withTableOptions(command("new-edition"))
  .argument("<id|path>", "a folder of data/ that is not there yet, or the path of one")
  .requiredOption("--table <file...>", "CSV, TSV or semicolons, as printed")
  .option("--language <code>", "language of the publication, such as en, ru or de")
  .option("--period <year>", "the year it speaks of; else the last that it names")
  .option("--title <text>", "what the publication is called")
  .option("--producer <text>", "who published it")
  .option("--area <text>", "the area it speaks of")
  .action(async (edition: string, options: Options) => {
    const own = join(projectFolder(), "data", edition);
    const folder = editionFolder(isPath(edition) ? edition : own), id = codeOf(basename(folder));
    if (edition.trim() === "") refuse("<id|path>", `expected a name, found "${edition}"`);
    const advice = "choose another id, or edit what it holds";
    if (await isFolder(folder)) refuse(folder, `is there already; ${advice}`);
    const tables = await Promise.all(options.table.map(async (path) => ({
      name: codeOf(basename(path, extname(path))),
      table: (await readPrintedTable(path, options)).table,
    })));
    const names = tables.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) < index);
    if (twice !== undefined) {
      refuse("--table", `expected names of their own, found "${twice}" twice`);
    }
    const printed = tables.map(({ table }) => table), head = headOf(id, options, printed);
    const { error } = editionFile.safeParse(head, { reportInput: true });
    const issues = error ? explainIssues(error) : [];
    // Titles stand under the code of the language.
    const issue = issues.find(({ keys }) => keys[0] === "language") ?? issues[0];
    if (issue) refuse(`--${String(issue.keys[0])}`, issue.message);
    const grids = tables.map(({ name, table }) => ({ name, grid: new TableGrid(table) }));
    const files = grids.flatMap(({ name, grid }) => {
      const draft = draftTable(grid, head), path = join(folder, "tables", name);
      return [
        { path: `${path}.csv`, content: csvOf(grid.table, draft.row) },
        { path: `${path}.json`, content: formatJson(draft) },
      ];
    });
    files.unshift({ path: join(folder, "edition.json"), content: formatJson(head) });
    await writeTogether(files);
    for (const { path } of files) console.log(`Wrote ${path}`);
    for (const { unread, notes } of printed) {
      for (const note of [...unread, ...notes]) console.log(`  ${noteText(note)}`);
    }
    const named = /\s/.test(edition) ? JSON.stringify(edition) : edition;
    const next = `deno task verify --edition ${named}`;
    const measured = grids.flatMap(({ grid: { measures, table: { rows } } }) =>
      rows.flatMap(({ cells }) => measures.map(({ index }) => cells[index]))
    );
    const unread = measured.filter(({ read }) => read.form === "unread")
      .map(({ printed }) => printed.toLowerCase());
    if (unread.length > 0) {
      const words = Object.fromEntries(
        [...new Set(unread)].slice(0, 3).map((word) => [word, "not-told"]),
      );
      console.log(
        "What is no number: mend its cell in the table's .csv, say in edition.json what it stands for, " +
          `as by "words": ${JSON.stringify(words)} in numberFormat, ` +
          `or leave its column out, by leftOut of the table's .json; then ${next}`,
      );
    }
    const { observations, claims } = await loadReport(folder);
    const numbers = `${observations.length} numbers, ${claims.length} relations between them`;
    console.log(`${numbers}; period ${head.period}`);
    const missing = (["title", "producer", "area"] as const).filter((key) => !options[key]);
    const edit = missing.length > 0 ? `Edit ${missing.join(", ")}; then` : "Next:";
    console.log(`${edit} ${next}`);
  });

await runCommand(program);
