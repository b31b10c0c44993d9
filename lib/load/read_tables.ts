import type { z } from "zod";
import { candidates } from "../model/candidate.ts";
import { claims } from "../model/claim.ts";
import { codingRules, codings } from "../model/coding.ts";
import { definitions } from "../model/definition.ts";
import { errata } from "../model/erratum.ts";
import { findings } from "../model/finding.ts";
import { indicators } from "../model/indicator.ts";
import { inferences } from "../model/inference.ts";
import { initiatives } from "../model/initiative.ts";
import { systemMentions, systems } from "../model/library_system.ts";
import { norms } from "../model/norm.ts";
import { notInitiatives } from "../model/not_initiative.ts";
import { numerals } from "../model/numeral.ts";
import { observations } from "../model/observation.ts";
import { populations } from "../model/population.ts";
import { scopes } from "../model/scope.ts";
import type { TableSchema } from "../model/table_schema.ts";
import { territories } from "../model/territory.ts";
import { tiles } from "../model/tile.ts";
import { topics } from "../model/topic.ts";
import { trendWords } from "../model/trend_word.ts";
import { unprinted } from "../model/unprinted.ts";
import {
  audiences,
  channels,
  kinds,
  platforms,
  reasons,
  sections,
  themes,
} from "../model/vocabulary.ts";
import type { LocatedRow } from "./check_line.ts";
import type { NamedTable } from "./check_references.ts";
import type { Problem } from "../errors/problem.ts";
import { type LoadedTable, readTable } from "./read_table.ts";

/** Every table of an edition, by name and as a list. */
export async function readTables(folder: string, problems: Problem[]) {
  const named: NamedTable[] = [];
  const read = async <Row extends z.ZodObject>(
    schema: TableSchema<Row>,
  ): Promise<LoadedTable<z.infer<Row>>> => {
    const table = await readTable(folder, schema, problems);
    named.push({ schema, table });
    return table;
  };
  const tables = {
    topics: await read(topics),
    observations: await read(observations),
    indicators: await read(indicators),
    populations: await read(populations),
    scopes: await read(scopes),
    territories: await read(territories),
    norms: await read(norms),
    trendWords: await read(trendWords),
    claims: await read(claims),
    unprinted: await read(unprinted),
    errata: await read(errata),
    inferences: await read(inferences),
    definitions: await read(definitions),
    candidates: await read(candidates),
    findings: await read(findings),
    numerals: await read(numerals),
    sections: await read(sections),
    kinds: await read(kinds),
    audiences: await read(audiences),
    themes: await read(themes),
    channels: await read(channels),
    platforms: await read(platforms),
    systems: await read(systems),
    systemMentions: await read(systemMentions),
    initiatives: await read(initiatives),
    notInitiatives: await read(notInitiatives),
    reasons: await read(reasons),
    codings: await read(codings),
    codingRules: await read(codingRules),
    tiles: await read(tiles),
  };
  return { ...tables, named, located: locatedTables(tables) };
}

/** The tables whose rows name a line of the source, in the order of reading. */
function locatedTables(
  { topics, observations, norms, claims, definitions, findings, numerals, ...coded }: {
    readonly [Name in Located]: LoadedTable<LocatedRow>;
  },
) {
  const { systemMentions, initiatives, notInitiatives, codings } = coded;
  return [
    topics,
    observations,
    norms,
    claims,
    definitions,
    findings,
    numerals,
    systemMentions,
    initiatives,
    notInitiatives,
    codings,
  ];
}

type Located =
  | "topics"
  | "observations"
  | "norms"
  | "claims"
  | "definitions"
  | "findings"
  | "numerals"
  | "systemMentions"
  | "initiatives"
  | "notInitiatives"
  | "codings";
