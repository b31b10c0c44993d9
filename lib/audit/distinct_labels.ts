import type { Label, Language, Named } from "../model/label.ts";
import type { Observation } from "../model/observation.ts";
import type { Report } from "../model/report.ts";
import { lowerFirst } from "../words/language.ts";

/** The tables that name what observations are. */
export type NamingTables = Pick<Report, "indicators" | "populations" | "scopes" | "territories">;

/**
 * The names of a table's codes, by which rows can be grouped: codes that share a label have themselves beside it. A code without
 * a name is its own.
 */
export function namesOf(
  rows: readonly Named<Label>[],
  language: Language,
): (id: string) => string {
  const alike = Map.groupBy(rows, ({ label }) => label[language]);
  const names = new Map(
    [...alike].flatMap(([label, some]) =>
      some.map(({ id }) => [id, some.length > 1 ? `${label} (${id})` : label])
    ),
  );
  return (id) => names.get(id) ?? id;
}

/**
 * The shortest labels that tell observations apart: the quantity, and of whom, counted over, where and when
 * only where observations of one quantity differ in it.
 *
 * @param observations The observations.
 * @param tables The tables that name their codes.
 * @param options Language of the labels.
 * @returns A label for each, in order; observations that agree in all dimensions have the same.
 */
export function distinctLabels(
  observations: readonly Observation[],
  { indicators, populations, scopes, territories }: NamingTables,
  { language }: { readonly language: Language },
): string[] {
  const [indicator, population, scope, territory] = [indicators, populations, scopes, territories]
    .map((rows) => namesOf(rows, language));
  const groups = new Set(
    scopes.flatMap(({ id, kind, definition }) =>
      kind !== "programme" && definition[language] ? [id] : []
    ),
  );
  const labels = observations.map((row) => ({ row, label: indicator(row.indicator) }));
  const dimensions = [
    (row: Observation) => lowerFirst(population(row.population)),
    (row: Observation) => groups.has(row.scope) ? lowerFirst(scope(row.scope)) : scope(row.scope),
    (row: Observation) => territory(row.territory),
    ({ period }: Observation) => period.replace("/", "–"),
  ];
  for (const nameOf of dimensions) {
    for (const group of Map.groupBy(labels, ({ label }) => label).values()) {
      if (new Set(group.map(({ row }) => nameOf(row))).size < 2) continue;
      for (const one of group) one.label = `${one.label}, ${nameOf(one.row)}`;
    }
  }
  return labels.map(({ label }) => label);
}
