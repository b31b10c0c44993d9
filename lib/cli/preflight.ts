import { ifThere } from "../input/read_file.ts";
import { draftRelations } from "../preflight/draft_relations.ts";
import { judgeTable } from "../preflight/judge_table.ts";
import { readRelations, relationsCsv } from "../preflight/relations_file.ts";
import { findSuspects } from "../preflight/suspects.ts";
import { type PlacedCell, TableGrid } from "../preflight/table.ts";
import { isWithinRows, type TableRelation } from "../preflight/table_relation.ts";
import { command, print, runCommand } from "./command.ts";
import { groupInconsistencies, type Preflight, preflightText } from "./preflight/preflight_text.ts";
import {
  readPrintedTable,
  type TableOptions,
  toReadOptions,
  withTableOptions,
} from "./preflight/table_options.ts";
import { isLargeTable } from "./start.ts";
import { writeTogether } from "./write_together.ts";
import { decimalString } from "../numbers/format_number.ts";

interface Options extends TableOptions {
  readonly relations?: string;
  readonly sql?: string;
  readonly json?: true;
}

/** Reads, judges and searches a table; drafts its relations where no file has them, and then writes that file. */
async function preflight(path: string, options: Options): Promise<Preflight> {
  await using table = await openTable(path, options);
  const { grid, encoding, isWhole, judge } = table, { relations: file, sql } = options;
  const isThere = file !== undefined && await ifThere(Deno.stat(file)) !== undefined;
  const relations = isThere
    ? await readRelations(file, grid)
    : draftRelations(grid).filter((one) => isWhole || isWithinRows(one));
  if (sql !== undefined) {
    const { relationsScript } = await import("../engine/relations_script.ts");
    await writeTogether([{ path: sql, content: relationsScript(grid.table, relations) }]);
  }
  const judged = await judge(relations);
  if (file !== undefined && !isThere) {
    await writeTogether([{ path: file, content: relationsCsv(judged.families) }]);
  }
  const kept = file === undefined
    ? " (--relations FILE keeps them for editing)"
    : `, and written to ${file} for editing`;
  const rows = isWhole ? "" : " of the first rows";
  const origin = isThere ? `read from ${file}` : `drafted from headers and numbers${rows}${kept}`;
  return { ...judged, path, encoding, suspects: findSuspects(judged), origin };
}

/** A table whose relations can be drafted, read and judged: in memory, or if it is large where it lies. */
async function openTable(path: string, options: Options) {
  if (!await isLargeTable(path)) {
    const { table, encoding } = await readPrintedTable(path, options);
    const grid = new TableGrid(table), { length: rows } = table.rows;
    const judge = (relations: readonly TableRelation[]) =>
      Promise.resolve({ ...judgeTable(grid, relations), rows, unjudged: 0 });
    return { grid, encoding, isWhole: true, judge, [Symbol.asyncDispose]: async () => {} };
  }
  const { sampleTable } = await import("../engine/sample_table.ts");
  const { judgeLargeTable } = await import("../engine/judge_large_table.ts");
  const sample = await sampleTable(path, toReadOptions(options));
  return {
    ...{ grid: new TableGrid(sample.table), encoding: sample.encoding, isWhole: false },
    judge: (relations: readonly TableRelation[]) => judgeLargeTable(sample, relations),
    [Symbol.asyncDispose]: async () => await sample.database?.close(),
  };
}

function cellJson({ row, column, printed }: PlacedCell) {
  return { row: row.number, row_name: row.name, column: column.name, printed };
}

/** What was found of a table, as plain data: all of it. */
function preflightJson(found: Preflight) {
  const { path, encoding, rows, unjudged, grid, families, suspects } = found;
  const { columns, notes, unread } = grid.table;
  return {
    ...{ path, encoding, rows },
    columns: columns.map(({ name }) => name),
    measures: grid.measures.map(({ name }) => name),
    ...{ unjudged, notes, unread },
    relations: families.map(({ relation, hold, judged, violated, missing }) => ({
      ...{ ...relation, hold, of: judged, missing },
      violated: violated.map(({ where, period, verdict: { difference }, cells }) => ({
        ...{ where, period, difference: difference && decimalString(difference) },
        cells: cells.map(cellJson),
      })),
    })),
    inconsistencies: groupInconsistencies(found).map((group) => (
      { ...group, likeliest: group.likeliest.map(cellJson) }
    )),
    suspects: suspects.map(({ cell, others, mends, misfit, ...suspect }) => ({
      ...{ ...cellJson(cell), ...suspect, misfit: Number.isNaN(misfit) ? null : misfit },
      ...{ with: others.map(cellJson), mends: mends.length },
    })),
  };
}

const program = withTableOptions(command("preflight", ["json"]))
  .argument("<table>", "CSV, TSV or semicolons, as printed")
  .option("--relations <file>", "relations as CSV: written if the file is not there, read if it is")
  .option("--sql <file>", "also write the relations as SQL, for a database where the table lies")
  .action(async (path: string, options: Options) => {
    const found = await preflight(path, options);
    print(options.json ? preflightJson(found) : preflightText(found));
  });

await runCommand(program);
