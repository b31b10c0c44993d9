import type { Territory } from "../model/territory.ts";
import type { LoadedTable } from "./read_table.ts";

/**
 * Reports every territory that is, over any number of steps, a part of itself.
 *
 * @param table The rows as read.
 */
export function checkTerritories(table: LoadedTable<Territory>): void {
  const partOf = new Map(table.rows.map(({ id, part_of }) => [id, part_of]));
  for (const [index, { id }] of table.rows.entries()) {
    const above = new Set<string>();
    let current = partOf.get(id);
    while (current && !above.has(current)) {
      above.add(current);
      current = partOf.get(current);
    }
    if (!above.has(id)) continue;
    const circle = [...above].slice(0, [...above].indexOf(id) + 1);
    table.report(index, "part_of", `part_of: "${id}" is part of itself: ${circle.join(", ")}`);
  }
}
