import { ifThere } from "../input/read_file.ts";
import { type Label, toLabel } from "../model/label.ts";
import { codedDimensions } from "../model/edition.ts";
import type { TableName } from "../model/edition_tables.ts";
import type { EditionFiles } from "./edition_files.ts";
import type { LoadedTable, LoadedTables, ReportRow } from "./loaded_table.ts";
import { unspecified } from "../model/observation.ts";
import { type EditionOfTables, type PrintedCells, readPrintedCells } from "./printed_cells.ts";
import { printedClaims } from "./printed_claims.ts";

/**
 * Adds what the printed tables of an edition, in its folder `tables`, say: observations, claims, and the indicators, scopes and
 * territories that no table of theirs names.
 *
 * @param files The edition's files.
 * @param tables The other tables.
 * @param edition The edition.
 * @returns The tables, and those that are printed.
 */
export async function withPrintedTables(
  files: EditionFiles,
  tables: LoadedTables,
  edition: EditionOfTables,
) {
  let found = tables;
  const printed: PrintedCells[] = [];
  const incomplete = new Set<TableName>();
  for (const name of await printedNames(files)) {
    const before = files.problems.length;
    const isSound = () => files.problems.length === before;
    const indicators = found.indicators.rows;
    const read = await readPrintedCells(files, name, { edition, indicators });
    if (!isSound()) addedTo.forEach((name) => incomplete.add(name));
    if (!read) continue;
    found = withTable(found, read, edition);
    if (!isSound()) incomplete.add("claims");
    printed.push(read);
  }
  const known = [...incomplete].map((name) => [name, found[name].asIncomplete()]);
  const withKnown: LoadedTables = { ...found, ...Object.fromEntries(known) };
  return { tables: withKnown, printed };
}

/** What printed tables have rows of, besides claims. */
const addedTo = ["observations", "indicators", "populations", "scopes", "territories"] as const;

/** The names of printed tables: each is a `.csv` with a `.json` beside it. */
async function printedNames(files: EditionFiles): Promise<string[]> {
  const folder = files.pathOf("tables");
  const isThere = await ifThere(Deno.lstat(folder)) !== undefined;
  const found = isThere ? Array.fromAsync(Deno.readDir(folder)) : Promise.resolve([]);
  const entries = await found.catch((error: Error) => {
    files.report("tables", `expected a folder of printed tables: ${error.message}`);
  });
  const names = (entries ?? []).flatMap(({ name }) => /^(.*)\.(?:csv|json)$/.exec(name)?.[1] ?? []);
  return [...new Set(names)].toSorted().filter((name) => {
    const isName = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
    const message = 'expected a name such as "table-1", of which the ids of its numbers are made';
    if (!isName) files.report(`tables/${name}.json`, message);
    return isName;
  });
}

function withTable(
  tables: LoadedTables,
  printed: PrintedCells,
  edition: EditionOfTables,
): LoadedTables {
  const { file, rows, columns, observations } = printed, table = file.value;
  const { claims, unprinted } = printedClaims(printed);
  checkCodes(tables, printed);
  const toOwnLabel = (text: string) => toLabel({ [edition.language]: text });
  const labels = new Map(rows.map(({ code, name }) => [code, name]));
  const headers = new Map(columns.map(({ dimensions, name }) => [dimensions.indicator, name]));
  const reportAll: ReportRow = (_, field, message) => file.report([], `${field}: ${message}`);
  const nothing = toLabel({});
  /** Adds what the table names of a dimension and the edition does not; where ids cannot be read, nobody knows which lack. */
  const add = <Row extends { readonly id: string }>(
    loaded: LoadedTable<Row>,
    dimension: typeof table.rowIs,
    rowOf: (named: { id: string; label: Label; kind: string }) => Row,
    ofAll = unspecified.label,
  ) => {
    const ids = new Set(observations.map((row) => row[dimension])).difference(
      loaded.ids ?? new Set(),
    );
    const added = [...loaded.ids ? ids : []].map((id) => {
      const isAll = id === unspecified.id;
      const label = isAll ? ofAll : toOwnLabel(labels.get(id) ?? id);
      const kind = isAll || table.rowIs !== dimension ? unspecified.id : table.kind;
      return rowOf({ id, label: table.labels[id] ?? label, kind });
    });
    return loaded.with(added, reportAll);
  };
  const first = observations[0]?.line;
  const after = tables.observations.rows.findIndex(({ line }) => first && line && line > first);
  return {
    ...tables,
    indicators: add(tables.indicators, "indicator", ({ id }) => {
      const { unit = "units", precision = "count", ...own } = table.indicators[id] ?? {};
      const name = toOwnLabel(labels.get(id) ?? headers.get(id) ?? id);
      const { label = name, definition = nothing, unitLabel = toOwnLabel(unit) } = own;
      return { id, unit, precision, unitLabel, label, definition };
    }),
    populations: add(tables.populations, "population", ({ id, label }) => ({
      id,
      label,
      age_band: "",
      note: nothing,
    })),
    scopes: add(tables.scopes, "scope", (named) => ({ ...named, definition: nothing })),
    territories: add(
      tables.territories,
      "territory",
      (named) => ({ ...named, part_of: "", oktmo: "" }),
      edition.area,
    ),
    observations: tables.observations.with(
      observations,
      (row, _, message) => printed.reportCell(row, message),
      after,
    ),
    unprinted: tables.unprinted.with(unprinted, reportAll),
    claims: tables.claims.with(
      claims.map(({ row }) => row),
      reportOnce((row, field, message) => {
        const { rule, row: { id } } = claims[row];
        if (field === "topic") file.report([field], message);
        else file.report(["relations", rule, ...field.split("_")], `${id}: ${message}`);
      }, claims),
      tables.claims.rows.findIndex(({ id }) => id.startsWith(`${printed.name}.`)),
    ),
  };
}

/** Reports codes that neither the table names nor the edition, where that has a file of such codes; rows name themselves. */
function checkCodes(tables: LoadedTables, { file, columns }: PrintedCells): void {
  const table = file.value;
  const named = { ...table.labels, ...table.indicators };
  const files = {
    indicator: tables.indicators,
    population: tables.populations,
    scope: tables.scopes,
    territory: tables.territories,
  };
  for (const dimension of codedDimensions.filter((one) => one !== table.rowIs)) {
    const { header, ids, schema } = files[dimension];
    const codes = new Set(columns.map(({ dimensions }) => dimensions[dimension]));
    for (const code of ids && header.length > 0 ? codes : []) {
      if (code === unspecified.id || ids?.has(code) || Object.hasOwn(named, code)) continue;
      const place = table[dimension] === undefined ? "columns" : dimension;
      const expected = `expected an id of ${schema.name}.csv, or of labels or indicators here`;
      file.report([place], `unknown code "${code}"; ${expected}`);
    }
  }
}

/** Reports a problem of a relation's claims once, if it is the same in each row or column. */
function reportOnce(
  report: ReportRow,
  claims: ReturnType<typeof printedClaims>["claims"],
): ReportRow {
  const told = new Set<string>();
  return (index, field, message) => {
    const { rule, row } = claims[index];
    const [, ...parts] = row.result.split(".");
    const alike = parts.reduce((text, part) => text.replaceAll(`.${part}`, ".*"), message);
    const problem = `${rule} ${field} ${alike}`;
    if (!told.has(problem)) report(index, field, message);
    told.add(problem);
  };
}
