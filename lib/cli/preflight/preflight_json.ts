import type { JudgedInstance } from "../../preflight/judge_table.ts";
import type { PlacedCell } from "../../preflight/table.ts";
import { decimalString } from "../../numbers/format_number.ts";
import { groupInconsistencies } from "./inconsistencies.ts";
import type { Preflight } from "./preflight_text.ts";

function cellJson({ row, column, printed }: PlacedCell) {
  return { row: row.number, row_name: row.name, column: column.name, printed };
}

function instanceJson({ where, period, verdict, cells }: JudgedInstance) {
  const { difference } = verdict;
  return {
    where,
    period,
    difference: difference === null ? null : decimalString(difference),
    cells: cells.map(cellJson),
  };
}

/** What was found of a table, as plain data: all of it. */
export function preflightJson(found: Preflight) {
  const { path, encoding, rows, grid: { table, measures }, families, suspects } = found;
  return {
    path,
    encoding,
    rows,
    columns: table.columns.map(({ name }) => name),
    measures: measures.map(({ name }) => name),
    unjudged: found.unjudged,
    notes: table.notes,
    unread: table.unread,
    relations: families.map(({ relation, hold, judged, violated, missing }) => ({
      ...relation,
      hold,
      of: judged,
      missing,
      violated: violated.map(instanceJson),
    })),
    inconsistencies: groupInconsistencies(found).map(({ likeliest, ...group }) => ({
      ...group,
      likeliest: likeliest.map(cellJson),
    })),
    suspects: suspects.map(({ cell, others, mends, misfit, ...suspect }) => ({
      ...cellJson(cell),
      ...suspect,
      misfit: Number.isNaN(misfit) ? null : misfit,
      with: others.map(cellJson),
      mends: mends.length,
    })),
  };
}
