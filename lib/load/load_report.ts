import { nearly } from "../errors/did_you_mean.ts";
import { InputError, inReadingOrder, type Problem } from "../errors/problem.ts";
import { type Edition, editionFile } from "../model/edition.ts";
import { toLabel } from "../model/columns.ts";
import { russianNumbers } from "../numbers/read_printed.ts";
import { type Report, tables as schemas } from "../model/report.ts";
import { checkClaims } from "./check_claims.ts";
import { checkDefinitions, checkInferences } from "./check_inferences.ts";
import { checkColumns, checkFindings, checkInitiatives } from "./check_references.ts";
import { checkNorms, checkNumerals, checkObservations } from "./check_printed.ts";
import { defaultEdition, findEdition } from "./edition_folder.ts";
import type { PrintedCells } from "./printed_cells.ts";
import { readJson } from "./edition_files.ts";
import { withPrintedTables } from "./read_printed_tables.ts";
import type { LoadedTables } from "./loaded_table.ts";
import { loadTable } from "./load_table.ts";
import { relationContext } from "./check_relation.ts";

/** An edition with the tables that it was read from. */
export interface LoadedReport {
  readonly report: Report;
  readonly tables: LoadedTables;
  /** Its tables as printed. */
  readonly printed: readonly PrintedCells[];
}

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

/** The same, with the tables as they were read. */
export async function loadTables(edition: string): Promise<LoadedReport> {
  const folder = await findEdition(edition);
  const problems: Problem[] = [];
  const head = await readEdition(folder, problems);
  const misspelt = await checkFileNames(folder, problems);
  const options = { languages: head?.languages, problems };
  const read = await Promise.all(
    Object.entries(schemas).map(async ([name, schema]) => {
      const table = await loadTable(folder, schema, options);
      return [name, misspelt.has(schema.name) ? table.asIncomplete() : table];
    }),
  );
  // The types of rows follow from the schemas, entry by entry.
  const written = Object.fromEntries(read) as unknown as LoadedTables;
  // Where edition.json has problems, printed tables are read as far as they can be, so that these cause no others.
  const { tables, printed } = await withPrintedTables(folder, written, {
    edition: head ?? standIn,
    problems: head ? problems : [],
  });
  if (head?.source && tables.numerals.header.length === 0 && tables.numerals.complete) {
    const message = "no such file; edition.json has a source, whose numerals it accounts for";
    problems.push({ path: `${folder}/${schemas.numerals.name}.csv`, message });
  }
  const report = checkTables(tables, head);
  if (!report || problems.length > 0) {
    const paths = Object.values(schemas).map(({ name }) => `${folder}/${name}.csv`);
    const order = [`${folder}/edition.json`, ...paths];
    throw new InputError(`Cannot read edition "${edition}"`, inReadingOrder(problems, order));
  }
  return { report, tables, printed };
}

const standIn = {
  ...{ area: toLabel({}), period: "2000", language: "en" },
  numberFormat: russianNumbers,
};

/**
 * Reports tables that lack where a file has nearly their name: it was meant for that; others belong to other tools.
 *
 * @returns Their names.
 */
async function checkFileNames(folder: string, problems: Problem[]): Promise<Set<string>> {
  const found = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
  const lacking = Object.values(schemas).map(({ name }) => name)
    .filter((name) => !found.includes(`${name}.csv`));
  return new Set(lacking.filter((name) => {
    const [file] = nearly(`${name}.csv`, found, 2);
    const message = `no such file; expected this name in place of "${file}"`;
    if (file !== undefined) problems.push({ path: `${folder}/${name}.csv`, message });
    return file !== undefined;
  }));
}

async function readEdition(folder: string, problems: Problem[]): Promise<Edition | undefined> {
  const file = await readJson(`${folder}/edition.json`, editionFile, problems);
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
