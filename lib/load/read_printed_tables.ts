import type { Problem } from "../errors/problem.ts";
import { ifThere } from "../input/read_file.ts";
import { toLabel } from "../model/columns.ts";
import type { Label } from "../model/label.ts";
import type { LoadedTable, LoadedTables, ReportRow } from "./loaded_table.ts";
import {
  type EditionOfTables,
  everything,
  type PrintedCells,
  readPrintedCells,
} from "./printed_cells.ts";
import { printedClaims } from "./printed_claims.ts";

/**
 * Adds what the printed tables of an edition, in its folder `tables`, say: observations, claims, and the indicators, scopes and
 * territories that no table of theirs names.
 *
 * @param folder The edition's folder.
 * @param tables The other tables.
 * @param options The edition, and where problems are added.
 * @returns The tables, and those that are printed.
 */
export async function withPrintedTables(
  folder: string,
  tables: LoadedTables,
  { edition, problems }: { readonly edition: EditionOfTables; readonly problems: Problem[] },
): Promise<{ readonly tables: LoadedTables; readonly printed: readonly PrintedCells[] }> {
  let found = tables;
  const printed: PrintedCells[] = [];
  for (const name of await printedNames(`${folder}/tables`)) {
    const indicators = found.indicators.rows;
    const read = await readPrintedCells(folder, name, { edition, indicators, problems });
    if (!read) continue;
    found = withTable(found, read, edition);
    printed.push(read);
  }
  return { tables: found, printed };
}

async function printedNames(folder: string): Promise<string[]> {
  const found = await ifThere(Array.fromAsync(Deno.readDir(folder))) ?? [];
  return found.map(({ name }) => name).filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -5)).toSorted();
}

function withTable(
  tables: LoadedTables,
  printed: PrintedCells,
  edition: EditionOfTables,
): LoadedTables {
  const { file, rows, columns, observations } = printed, table = file.value;
  const toOwnLabel = (text: string): Label => toLabel({ [edition.language]: text });
  const { claims, unprinted } = printedClaims(printed);
  const labels = new Map(rows.map(({ code, name }) => [code, name]));
  const label = (code: string, ofAll = toLabel({ ru: "все", en: "all" })): Label =>
    table.labels[code] ?? (code === everything ? ofAll : toOwnLabel(labels.get(code) ?? code));
  const valuesOf = (dimension: typeof table.rowIs) => [
    ...new Set(observations.map((row) => row[dimension])),
  ];
  const reportAll: ReportRow = (_, field, message) => file.report([], `${field}: ${message}`);
  const add = <Row extends { readonly id: string }>(
    loaded: LoadedTable<Row>,
    ids: readonly string[],
    rowOf: (id: string) => Row,
  ) => loaded.with(ids.filter((id) => !loaded.ids?.has(id)).map(rowOf), reportAll);
  const nothing = toLabel({});
  const kindOf = (id: string, dimension: typeof table.rowIs) =>
    id === everything || table.rowIs !== dimension ? everything : table.kind;
  const headers = new Map(columns.map(({ indicator, name }) => [indicator, name]));
  const first = observations[0]?.line;
  const after = tables.observations.rows.findIndex(({ line }) => first && line && line > first);
  return {
    ...tables,
    indicators: add(tables.indicators, valuesOf("indicator"), (id) => {
      const { unit = "units", precision = "count", ...own } = table.indicators[id] ?? {};
      const name = toOwnLabel(labels.get(id) ?? headers.get(id) ?? id);
      const unitLabel = own.unitLabel ?? toOwnLabel(unit);
      const { label = name, definition = nothing } = own;
      return { id, unit, precision, unitLabel, label, definition };
    }),
    populations: add(tables.populations, valuesOf("population"), (id) => ({
      ...{ id, age_band: "", note: nothing, label: label(id) },
    })),
    scopes: add(tables.scopes, valuesOf("scope"), (id) => ({
      ...{ id, kind: kindOf(id, "scope"), definition: nothing, label: label(id) },
    })),
    territories: add(tables.territories, valuesOf("territory"), (id) => ({
      ...{ id, kind: kindOf(id, "territory"), part_of: "", oktmo: "" },
      label: label(id, edition.area),
    })),
    observations: tables.observations.with(
      observations,
      (row, _, message) => printed.reportCell(row, message),
      placeBefore(after),
    ),
    unprinted: tables.unprinted.with(unprinted, reportAll),
    claims: tables.claims.with(
      claims.map(({ row }) => row),
      (row, field, message) => {
        file.report(["relations", claims[row].rule, field], `${claims[row].row.id}: ${message}`);
      },
      placeBefore(tables.claims.rows.findIndex(({ id }) => id.startsWith(`${printed.name}.`))),
    ),
  };
}

/** Where rows go that belong before one that was searched for; at the end if there is none. */
function placeBefore(found: number): number | undefined {
  return found < 0 ? undefined : found;
}
