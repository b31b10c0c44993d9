import type { Observation } from "../model/observation.ts";

/** What names the dimensions of an observation. */
export interface DimensionNames {
  readonly indicator: (observation: Observation) => string;
  readonly population: (observation: Observation) => string;
  readonly scope: (observation: Observation) => string;
  readonly territory: (observation: Observation) => string;
}

/**
 * The shortest labels that tell observations apart: the quantity, and of whom, counted over, where and when
 * only where observations of one quantity differ in it.
 *
 * @param observations The observations.
 * @param names What names their dimensions.
 * @returns A label for each, in order; observations that agree in all dimensions have the same.
 */
export function distinctLabels(
  observations: readonly Observation[],
  names: DimensionNames,
): string[] {
  const labels = observations.map((row) => ({ row, label: names.indicator(row) }));
  const dimensions = [
    (row: Observation) => lowered(names.population(row)),
    (row: Observation) => lowered(names.scope(row)),
    names.territory,
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

/** The name of a group within a sentence: its capital goes, unless it begins an abbreviation. */
function lowered(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name[0].toLowerCase() + name.slice(1) : name;
}
