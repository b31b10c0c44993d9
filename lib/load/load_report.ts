import type { Report } from "../model/report.ts";
import { checkClaims } from "./check_claims.ts";
import { checkDefinitions } from "./check_definitions.ts";
import { checkErrata } from "./check_errata.ts";
import { checkFindings } from "./check_findings.ts";
import { checkInitiatives } from "./check_initiatives.ts";
import { checkInferences } from "./check_inferences.ts";
import { checkLine } from "./check_line.ts";
import { checkNorms } from "./check_norms.ts";
import { checkNumerals } from "./check_numerals.ts";
import { checkObservations } from "./check_observations.ts";
import { checkReferences } from "./check_references.ts";
import { checkTerritories } from "./check_territories.ts";
import { checkUnit } from "./check_unit.ts";
import { relationContext } from "./claim_context.ts";
import { defaultEdition, findEdition } from "./edition_folder.ts";
import { InputError, inReadingOrder, type Problem } from "../errors/problem.ts";
import { readEdition } from "./read_edition.ts";
import { readTables } from "./read_tables.ts";

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
    for (const table of tables.located) checkLine(table, head);
  }
  checkInitiatives(tables);
  if (expandedClaims && tables.claims.complete) {
    checkFindings(tables.findings, { claims: expandedClaims, observations: tables.observations });
  }
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
    topics: tables.topics.rows,
    observations: checkedObservations,
    indicators: tables.indicators.rows,
    populations: tables.populations.rows,
    scopes: tables.scopes.rows,
    territories: tables.territories.rows,
    norms: tables.norms.rows,
    trendWords: tables.trendWords.rows,
    claims: expandedClaims,
    unprinted: tables.unprinted.rows,
    errata: tables.errata.rows,
    inferences: tables.inferences.rows,
    definitions: tables.definitions.rows,
    candidates: tables.candidates.rows,
    findings: tables.findings.rows,
    numerals: tables.numerals.rows,
    sections: tables.sections.rows,
    kinds: tables.kinds.rows,
    audiences: tables.audiences.rows,
    themes: tables.themes.rows,
    channels: tables.channels.rows,
    platforms: tables.platforms.rows,
    systems: tables.systems.rows,
    systemMentions: tables.systemMentions.rows,
    initiatives: tables.initiatives.rows,
    notInitiatives: tables.notInitiatives.rows,
    reasons: tables.reasons.rows,
    codings: tables.codings.rows,
    codingRules: tables.codingRules.rows,
    tiles: tables.tiles.rows,
  };
}
