import { claims } from "../model/claim.ts";
import { errata } from "../model/erratum.ts";
import { indicators } from "../model/indicator.ts";
import { norms } from "../model/norm.ts";
import { observations } from "../model/observation.ts";
import { populations } from "../model/population.ts";
import type { Report } from "../model/report.ts";
import { scopes } from "../model/scope.ts";
import type { TableSchema } from "../model/table_schema.ts";
import { territories } from "../model/territory.ts";
import { trendWords } from "../model/trend_word.ts";
import { checkClaims } from "./check_claims.ts";
import { checkObservations } from "./check_observations.ts";
import { checkReferences, type NamedTable } from "./check_references.ts";
import { defaultEdition, findEdition } from "./edition_folder.ts";
import { InputError, type Problem } from "./problem.ts";
import { readEdition } from "./read_edition.ts";
import { type LoadedTable, readTable } from "./read_table.ts";
import type { z } from "zod";

/**
 * Reads an edition and validates all of it.
 *
 * @param edition Id of an edition in `data/`, or the path of a folder.
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
export async function loadReport(edition: string = defaultEdition): Promise<Report> {
  const folder = await findEdition(edition);
  const problems: Problem[] = [];
  const head = await readEdition(folder, problems);
  const named: NamedTable[] = [];
  const read = async <Row extends z.ZodObject>(
    schema: TableSchema<Row>,
  ): Promise<LoadedTable<z.infer<Row>>> => {
    const table = await readTable(folder, schema, problems);
    named.push({ schema, table });
    return table;
  };

  const observationTable = await read(observations);
  const indicatorTable = await read(indicators);
  const populationTable = await read(populations);
  const scopeTable = await read(scopes);
  const territoryTable = await read(territories);
  const normTable = await read(norms);
  const wordTable = await read(trendWords);
  const claimTable = await read(claims);
  const erratumTable = await read(errata);
  if (head === undefined) throw new InputError(`Cannot read edition "${edition}"`, problems);

  checkReferences(named);
  const tables = {
    edition: head,
    indicators: indicatorTable.rows,
    populations: populationTable.rows,
    scopes: scopeTable.rows,
    territories: territoryTable.rows,
    norms: normTable.rows,
    trendWords: wordTable.rows,
    errata: erratumTable.rows,
    observations: checkObservations(observationTable, head, indicatorTable.rows),
  };
  const expanded = checkClaims(claimTable, {
    edition: head,
    observations: observationTable,
    indicators: indicatorTable.rows,
    norms: normTable,
    trendWords: wordTable,
  });
  if (problems.length > 0) throw new InputError(`Cannot read edition "${edition}"`, problems);
  return { ...tables, claims: expanded };
}
