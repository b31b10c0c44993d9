import { stringify } from "@std/csv";
import { basename, extname, join } from "node:path";
import { InputError } from "../errors/problem.ts";
import { explainIssues } from "../input/parse_json.ts";
import { readDelimited } from "../input/read_delimited.ts";
import { codeOf } from "../load/code_of.ts";
import { editionFolder, isPath } from "../load/edition_folder.ts";
import { loadReport } from "../load/load_report.ts";
import { editionFile } from "../model/edition.ts";
import { readTable } from "../preflight/read_table.ts";
import { type GridTable, TableGrid } from "../preflight/table.ts";
import { plainCommand, runCommand } from "./command.ts";
import { draftTable, lastYear } from "./draft_table.ts";
import { type TableOptions, toReadOptions, withTableOptions } from "./preflight/table_options.ts";
import { projectFolder } from "./project.ts";
import { writeTogether } from "./write_together.ts";
import { isFolder } from "../input/read_file.ts";
import { numberFormat } from "../preflight/table_headers.ts";

type Told = "language" | "period" | "title" | "producer" | "area";

interface Options extends TableOptions, Readonly<Partial<Record<Told, string>>> {
  readonly table: readonly string[];
}

/** `edition.json` of an edition that has tables only. */
function headOf(id: string, options: Options, tables: readonly GridTable[]) {
  const cells = tables.flatMap(({ rows, columns }) => [
    ...columns.map(({ name }) => name),
    ...rows.flatMap(({ cells }) => cells.map(({ printed }) => printed)),
  ]);
  const isCyrillic = cells.filter((cell) => /\p{sc=Cyrillic}{3}/u.test(cell)).length > 1;
  const language = options.language ?? (isCyrillic ? "ru" : "en");
  const { words = {}, ...format } = numberFormat(cells, toReadOptions(options));
  const printed = new Set(cells.map((cell) => cell.toLowerCase()));
  const used = Object.fromEntries(Object.entries(words).filter(([word]) => printed.has(word)));
  const label = (text: string | undefined) => ({ [language]: text ?? id });
  return {
    id,
    title: label(options.title),
    producer: label(options.producer),
    area: label(options.area),
    period: options.period ?? lastYear(tables) ?? "2000",
    language,
    numberFormat: { ...format, ...(Object.keys(used).length > 0 && { words: used }) },
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

/** A table as printed, under one row of headers. */
function csvOf({ columns, rows }: GridTable, label: string): string {
  const header = columns.map(({ name }) => name);
  const isThere = header.includes(label);
  const records = rows.map(({ name, cells }) => {
    const printed = cells.map(({ printed }, index) => header[index] === label ? name : printed);
    return isThere ? printed : [name, ...printed];
  });
  return stringify([isThere ? header : [label, ...header], ...records]).replaceAll("\r\n", "\n");
}

const program = withTableOptions(
  plainCommand(
    "new-edition",
    "Make an edition of tables as printed: edition.json, and for each table a .csv and a .json to edit.",
  ),
)
  .argument("<id|path>", "a folder of data/ that is not there yet, or the path of one")
  .requiredOption(
    "--table <file...>",
    "CSV, TSV or semicolons, as printed; UTF-8, UTF-16 or Windows-1251",
  )
  .option("--language <code>", "language of the publication, such as en, ru or de")
  .option("--period <year>", "the year it speaks of; else the last that its headers name")
  .option("--title <text>", "what the publication is called")
  .option("--producer <text>", "who published it")
  .option("--area <text>", "the area it speaks of")
  .action(async (edition: string, options: Options) => {
    const own = join(projectFolder(), "data", edition);
    const folder = editionFolder(isPath(edition) ? edition : own), id = codeOf(basename(folder));
    if (edition.trim() === "") refuse("<id|path>", `expected a name, found "${edition}"`);
    if (await isFolder(folder)) {
      refuse(folder, "is there already; choose another id, or edit what it holds");
    }
    const tables = await Promise.all(options.table.map(async (path) => ({
      name: codeOf(basename(path, extname(path))),
      table: readTable(await readDelimited(path), toReadOptions(options)),
    })));
    const names = tables.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) < index);
    if (twice !== undefined) {
      refuse("--table", `expected names of their own, found "${twice}" twice`);
    }
    const printed = tables.map(({ table }) => table), head = headOf(id, options, printed);
    const read = editionFile.safeParse(head, { reportInput: true });
    const issues = read.success ? [] : explainIssues(read.error);
    // Titles stand under the code of the language.
    const issue = issues.find(({ keys }) => keys[0] === "language") ?? issues[0];
    if (issue) refuse(`--${String(issue.keys[0])}`, issue.message);
    const files = tables.flatMap(({ name, table }) => {
      const draft = draftTable(new TableGrid(table), head);
      const path = join(folder, "tables", name);
      return [
        { path: `${path}.csv`, content: csvOf(table, draft.row) },
        { path: `${path}.json`, content: formatJson(draft) },
      ];
    });
    files.unshift({ path: join(folder, "edition.json"), content: formatJson(head) });
    await writeTogether(files);
    for (const { path } of files) console.log(`Wrote ${path}`);
    for (const { unread, notes } of printed) {
      for (const { row, column, text } of [...unread, ...notes]) {
        const place = [row && `row ${row}`, column].filter(Boolean).join(", ");
        console.log(`  ${place ? `${place}: ` : ""}${text}`);
      }
    }
    const { observations, claims } = await loadReport(folder);
    console.log(`${observations.length} numbers, ${claims.length} relations between them`);
    if (!options.period && !lastYear(printed)) {
      console.log(
        `No header names a year: the period is set to ${head.period}, until --period or you say it`,
      );
    }
    const missing = (["title", "producer", "area"] as const).filter((key) => !options[key]);
    const edit = missing.length > 0 ? `Edit ${missing.join(", ")}; then` : "Next:";
    console.log(`${edit} deno task verify --edition ${edition}`);
  });

await runCommand(program);
