import { parseDelimited } from "../../lib/input/read_delimited.ts";
import { draftRelations } from "../../lib/preflight/draft_relations.ts";
import { judgeTable } from "../../lib/preflight/judge_table.ts";
import { readTable } from "../../lib/preflight/read_table.ts";
import { findSuspects } from "../../lib/preflight/suspects.ts";
import { type ReadTableOptions, TableGrid } from "../../lib/preflight/table.ts";
import { formatRelation } from "../../lib/preflight/table_relation.ts";

/** A table as the lines of a file would give it. */
export function tableOf(text: string, options?: ReadTableOptions) {
  return readTable(parseDelimited(new TextEncoder().encode(text), "table.csv"), options);
}

/** A table that was read, drafted, judged and searched. */
export function preflightOf(text: string, options?: ReadTableOptions) {
  const grid = new TableGrid(tableOf(text, options));
  const relations = draftRelations(grid);
  const judged = judgeTable(grid, relations);
  const violated = judged.families.flatMap(({ violated }) => violated);
  return {
    grid,
    relations,
    judged,
    violated,
    suspects: findSuspects(judged),
    texts: relations.map(formatRelation),
  };
}

/** Rows as CSV with semicolons. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.join(";")).join("\n");
}
