import { nearly } from "../errors/did_you_mean.ts";
import { namesIn } from "../input/read_file.ts";
import { InputError, inReadingOrder } from "../errors/problem.ts";
import { type Edition, editionFile } from "../model/edition.ts";
import { toLabel } from "../model/label.ts";
import { russianNumbers } from "../numbers/read_printed.ts";
import { schemas, type TableName } from "../model/edition_tables.ts";
import type { Report } from "../model/report.ts";
import { checkClaims } from "./check_claims.ts";
import { checkColumns, checkFindings, checkInitiatives, rowChecks } from "./check_rows.ts";
import { checkNorms, checkNumerals, checkObservations } from "./check_printed.ts";
import { defaultEdition, findEdition } from "./edition_folder.ts";
import { EditionFiles } from "./edition_files.ts";
import { withPrintedTables } from "./read_printed_tables.ts";
import type { LoadedTables } from "./loaded_table.ts";
import { loadTable } from "./load_table.ts";
import { checkDefinitions, checkInferences, relationContext } from "./check_relation.ts";

/** An edition with the tables that it was read from, and those that are printed. */
export type LoadedReport = Awaited<ReturnType<typeof loadTables>>;

/**
 * Reads an edition and validates all of it.
 *
 * @param edition Id of an edition in `data/`, or the path of a folder. @default the one that `deno.json` names
 * @returns The report with all its tables.
 * @throws {InputError} With every problem of every file, each with path, line and column.
 *
 * @example
 * ```ts
 * import { loadReport } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await loadReport("kuzbass-2016");
 * assertEquals(report.edition.period, "2016");
 * ```
 */
export async function loadReport(edition: string = defaultEdition()): Promise<Report> {
  return (await loadTables(edition)).report;
}

/** The same, with the tables as they were read, and those that are printed. */
export async function loadTables(edition: string) {
  const files = new EditionFiles(await findEdition(edition));
  const head = await readEdition(files);
  const misspelt = await checkFileNames(files);
  const read = await Promise.all(
    Object.entries(schemas).map(async ([name, schema]) => {
      const check = rowChecks[name as TableName];
      const table = await loadTable(files, schema, { languages: head?.languages, check });
      return [name, misspelt.has(schema.name) ? table.asIncomplete() : table];
    }),
  );
  // The types of rows follow from the schemas, entry by entry.
  const written = Object.fromEntries(read) as unknown as LoadedTables;
  // Where edition.json has problems, printed tables are read as far as they can be, so that these cause no others.
  const { tables, printed } = head
    ? await withPrintedTables(files, written, head)
    : await withPrintedTables(new EditionFiles(files.folder), written, standIn);
  if (head?.source && tables.numerals.header.length === 0 && tables.numerals.complete) {
    const message = "no such file; edition.json has a source, whose numerals it accounts for";
    files.report("numerals.csv", message);
  }
  const report = checkTables(tables, head);
  if (!report || files.problems.length > 0) {
    const tableFiles = Object.values(schemas).map(({ name }) => `${name}.csv`);
    const order = ["edition.json", ...tableFiles].map((name) => files.pathOf(name));
    throw new InputError(`Cannot read edition "${edition}"`, inReadingOrder(files.problems, order));
  }
  return { report, tables, printed };
}

const standIn = {
  area: toLabel({}),
  period: "2000",
  language: "en",
  numberFormat: russianNumbers,
};

/**
 * Reports tables that lack where a file has nearly their name: it was meant for that; others belong to other tools.
 *
 * @returns Their names.
 */
async function checkFileNames(files: EditionFiles): Promise<Set<string>> {
  const found = await namesIn(files.folder);
  const names = Object.values(schemas).map(({ name }) => name);
  return new Set(names.filter((name) => {
    const [file] = found.includes(`${name}.csv`) ? [] : nearly(`${name}.csv`, found, 2);
    const message = `no such file; expected this name in place of "${file}"`;
    if (file !== undefined) files.report(`${name}.csv`, message);
    return file !== undefined;
  }));
}

async function readEdition(files: EditionFiles): Promise<Edition | undefined> {
  const file = await files.readJson("edition.json", editionFile);
  return file && { ...file.value, languages: Object.keys(Object(Object(file.source).title)) };
}

/** Checks every table, and makes the report of them; `undefined` if something that it needs cannot be read. */
function checkTables(tables: LoadedTables, head: Edition | undefined): Report | undefined {
  const format = head?.numberFormat;
  const context = relationContext(tables);
  const claims = context && checkClaims(tables, context);
  const claimIds = claims && tables.claims.complete
    ? new Set(claims.map(({ id }) => id))
    : undefined;
  checkColumns(tables, { claims: claimIds, lines: head?.source?.lines });
  checkNorms(tables, format);
  const printed = checkObservations(tables, format);
  if (context) checkDefinitions(tables, checkInferences(tables, context));
  checkInitiatives(tables);
  checkFindings(tables);
  if (head?.source) checkNumerals(tables, { format: head.numberFormat, claims: claimIds });
  if (!head || !claims) return undefined;
  const rows = Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows]));
  return { ...rows, edition: head, observations: printed, claims } as unknown as Report;
}
