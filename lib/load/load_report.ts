import type { z } from "zod";
import { candidates } from "../model/candidate.ts";
import { claims } from "../model/claim.ts";
import { definitions } from "../model/definition.ts";
import { errata } from "../model/erratum.ts";
import { findings } from "../model/finding.ts";
import { indicators } from "../model/indicator.ts";
import { inferences } from "../model/inference.ts";
import { norms } from "../model/norm.ts";
import { numerals } from "../model/numeral.ts";
import { observations } from "../model/observation.ts";
import { populations } from "../model/population.ts";
import type { Report } from "../model/report.ts";
import { scopes } from "../model/scope.ts";
import type { TableSchema } from "../model/table_schema.ts";
import { territories } from "../model/territory.ts";
import { trendWords } from "../model/trend_word.ts";
import { checkClaims, checkNotebooks } from "./check_claims.ts";
import { checkDefinitions } from "./check_definitions.ts";
import { checkErrata } from "./check_errata.ts";
import { checkFindings } from "./check_findings.ts";
import { checkInferences } from "./check_inferences.ts";
import { checkLine } from "./check_line.ts";
import { checkNorms } from "./check_norms.ts";
import { checkNumerals } from "./check_numerals.ts";
import { checkObservations } from "./check_observations.ts";
import { checkReferences, type NamedTable } from "./check_references.ts";
import { checkTerritories } from "./check_territories.ts";
import { checkUnit } from "./check_unit.ts";
import { relationContext } from "./claim_context.ts";
import { defaultEdition, findEdition } from "./edition_folder.ts";
import { InputError, inReadingOrder, type Problem } from "./problem.ts";
import { readEdition } from "./read_edition.ts";
import { type LoadedTable, readTable } from "./read_table.ts";

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
  const tables = await readTables(folder, problems);

  checkReferences(tables.named);
  checkTerritories(tables.territories);
  checkUnit(tables.observations, tables.indicators.rows);
  checkUnit(tables.norms, tables.indicators.rows);
  checkNorms(tables.norms, {
    taken: tables.observations.ids,
    numberFormat: head?.numberFormat,
  });
  const checkedObservations = checkObservations(tables.observations, {
    indicators: tables.indicators.rows,
    numberFormat: head?.numberFormat,
  });
  const expandedClaims = checkClaims(tables.claims, tables);
  const context = relationContext(tables);
  if (context) {
    const units = new Set(tables.indicators.rows.map(({ unit }) => unit));
    checkDefinitions(tables, checkInferences(tables.inferences, context, units));
  }
  if (expandedClaims && tables.claims.complete) checkErrata(tables.errata, expandedClaims);
  if (head) {
    checkLine(tables.observations, head);
    checkLine(tables.norms, head);
    checkLine(tables.claims, head);
    checkLine(tables.definitions, head);
    checkLine(tables.findings, head);
    checkLine(tables.numerals, head);
    for (const table of [tables.claims, tables.inferences, tables.definitions, tables.findings]) {
      checkNotebooks(table, head);
    }
  }
  if (expandedClaims && tables.claims.complete) checkFindings(tables.findings, expandedClaims);
  checkNumerals(tables.numerals, {
    ...(expandedClaims && problems.length === 0 && {
      carriers: { ...tables, claims: new Set(expandedClaims.map(({ id }) => id)) },
    }),
    numberFormat: head?.numberFormat,
  });
  if (!head || !expandedClaims || problems.length > 0) {
    throw new InputError(`Cannot read edition "${edition}"`, inReadingOrder(problems));
  }
  return {
    edition: head,
    observations: checkedObservations,
    indicators: tables.indicators.rows,
    populations: tables.populations.rows,
    scopes: tables.scopes.rows,
    territories: tables.territories.rows,
    norms: tables.norms.rows,
    trendWords: tables.trendWords.rows,
    claims: expandedClaims,
    errata: tables.errata.rows,
    inferences: tables.inferences.rows,
    definitions: tables.definitions.rows,
    candidates: tables.candidates.rows,
    findings: tables.findings.rows,
    numerals: tables.numerals.rows,
  };
}

/** Every table of an edition, by name and as a list. */
async function readTables(folder: string, problems: Problem[]) {
  const named: NamedTable[] = [];
  const read = async <Row extends z.ZodObject>(
    schema: TableSchema<Row>,
  ): Promise<LoadedTable<z.infer<Row>>> => {
    const table = await readTable(folder, schema, problems);
    named.push({ schema, table });
    return table;
  };
  return {
    observations: await read(observations),
    indicators: await read(indicators),
    populations: await read(populations),
    scopes: await read(scopes),
    territories: await read(territories),
    norms: await read(norms),
    trendWords: await read(trendWords),
    claims: await read(claims),
    errata: await read(errata),
    inferences: await read(inferences),
    definitions: await read(definitions),
    candidates: await read(candidates),
    findings: await read(findings),
    numerals: await read(numerals),
    named,
  };
}
