import { ifThere } from "../input/read_file.ts";
import { draftRelations } from "../preflight/draft_relations.ts";
import { readRelations, relationsCsv } from "../preflight/relations_file.ts";
import type { Suspect, SuspectSlip } from "../preflight/suspect.ts";
import { findSuspects } from "../preflight/suspects.ts";
import type { PlacedCell } from "../preflight/table.ts";
import { formatRelation, isWithinRows, oneLine } from "../preflight/table_relation.ts";
import { words } from "../words/words.ts";
import { command, print, runCommand } from "./command.ts";
import {
  noteText,
  openTable,
  type TableOptions,
  withTableOptions,
} from "./preflight/open_table.ts";
import { writeTogether } from "./write_together.ts";
import { decimalString } from "../numbers/format_number.ts";

interface Options extends TableOptions {
  readonly relations?: string;
  readonly sql?: string;
  readonly json?: true;
}

/** Reads, judges and searches a table; drafts its relations where no file has them, and then writes that file. */
async function preflight(path: string, options: Options) {
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

/** A table that was read, judged and searched. */
type Preflight = Awaited<ReturnType<typeof preflight>>;

/** How many unread cells, notes and suspects are shown. */
const shown = 20;

/** What was found of a table, as text for a terminal. */
function preflightText(found: Preflight): string {
  const { path, encoding, rows, unjudged, grid: { table, measures }, families, suspects } = found;
  const { unread, notes, columns } = table, groups = groupInconsistencies(found);
  const size = `${count(rows, "row")}, ${count(columns.length, "column")}`;
  const all = suspects.length.toLocaleString("en");
  const part = suspects.length > shown ? ` (${shown} of ${all}; --json has all)` : "";
  return [
    `${path}: ${size}, ${measures.length} of numbers; ${encoding}`,
    ...indent(notes.map(noteText)),
    unread.length === 0
      ? "Every number could be read."
      : `${count(unread.length, "cell")} could not be read:`,
    ...indent(unread.map(noteText)),
    `\n${count(families.length, "relation")} ${found.origin}`,
    ...families.map(({ relation, hold, judged, missing }) => {
      const lacking = missing > 0 ? `; ${missing} without a number` : "";
      const told = `(each ${relation.each}, ${relation.computed}${lacking})`;
      const share = `${String(hold).padStart(5)} of ${String(judged).padEnd(5)} hold`;
      return `  ${share}  ${formatRelation(relation)} ${told}`;
    }),
    families.length === 0 &&
    "  Write those that you know, as data/README.md tells, and give them with --relations FILE.",
    unjudged > 0 &&
    `  ${count(unjudged, "relation")} not judged: too many rows hold ranges, words or marks`,
    `\n${
      groups.length > 0 ? "Inconsistencies, by relation and kind of slip:" : "No inconsistency."
    }`,
    ...indent(groups.map(({ relation, slip, count, likeliest }) => {
      const cells = likeliest.map(({ row, column }) => oneLine(`${row.name}, ${column.name}`));
      const place = `${slip === "unexplained" ? "such as" : "likeliest"}: ${cells.join("; ")}`;
      return `${String(count).padStart(5)} × ${slips[slip]}: ${relation}\n          ${place}`;
    })),
    suspects.length === 0 ? "No suspects." : `\nSuspects, the likeliest first${part}:`,
    ...suspects.slice(0, shown).flatMap(suspectText),
  ].filter((line) => line !== false).join("\n");
}

function count(count: number, thing: string): string {
  return `${count.toLocaleString("en")} ${thing}${count === 1 ? "" : "s"}`;
}

function indent(lines: readonly string[]): string[] {
  const rest = lines.length - shown;
  return [
    ...lines.slice(0, shown).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  … and ${rest.toLocaleString("en")} more (--json has all)`] : []),
  ];
}

function suspectText(
  { cell, consistent, slip, evidence, others, shownBy }: Suspect,
  index: number,
): string[] {
  const names = others.length > 2
    ? [`${others.length} cells`]
    : others.map(({ column, row }) => oneLine(row === cell.row ? column.name : row.name));
  const together = others.length === 0 ? "" : ` (with ${names.join(", ")})`;
  const place = new Set([`row ${cell.row.number}`, cell.row.name, cell.column.name].map(oneLine));
  const only = shownBy === "other periods" ? "; seen by other periods only" : "";
  const how = `consistent if ${consistent}; ${slips[slip]}${together}${only}`;
  const against = evidence.against.join("; ");
  return [
    `${String(index + 1).padStart(3)}. ${[...place].join(", ")}`,
    `     printed ${cell.printed || "blank"}; ${how}`,
    `     for: ${evidence.for.join("; ")}`,
    ...(against ? [`     against: ${against}`] : []),
  ];
}

const slips: Readonly<Record<SuspectSlip, string>> = {
  ...words.en.slips,
  neighbour: "the number of a neighbouring cell",
  exchanged: "exchanged with the next row",
  shifted: "shifted by a column",
  unexplained: "no known slip",
};

/**
 * The inconsistencies by relation and by the kind of slip that explains each best, the most frequent first, with the likeliest
 * cells, five at most.
 */
function groupInconsistencies({ families, suspects }: Preflight) {
  const explained = new Map(
    suspects.toReversed().flatMap(({ mends, slip }) => mends.map((one) => [one, slip])),
  );
  return families.flatMap(({ relation, violated }) => {
    const bySlip = Map.groupBy(violated, (one) => explained.get(one) ?? "unexplained");
    return [...bySlip].map(([slip, instances]) => {
      const found = suspects.filter(({ mends }) => mends.some((one) => instances.includes(one)))
        .map(({ cell }) => cell);
      const cells = found.length > 0 ? found : instances.map(({ cells }) => cells[0]);
      const count = instances.length, likeliest = cells.slice(0, 5);
      return { relation: formatRelation(relation), slip, count, likeliest };
    });
  }).toSorted((a, b) => b.count - a.count);
}

function cellJson({ row, column, printed }: PlacedCell) {
  return { row: row.number, row_name: row.name, column: column.name, printed };
}

/** What was found of a table, as plain data: all of it. */
function preflightJson(found: Preflight) {
  const { path, encoding, rows, unjudged, grid, families, suspects } = found;
  const { columns, notes, unread } = grid.table;
  return {
    path,
    encoding,
    rows,
    columns: columns.map(({ name }) => name),
    measures: grid.measures.map(({ name }) => name),
    unjudged,
    notes,
    unread,
    relations: families.map(({ relation, hold, judged, violated, missing }) => ({
      ...relation,
      hold,
      of: judged,
      missing,
      violated: violated.map(({ where, period, verdict: { difference }, cells }) => ({
        where,
        period,
        difference: difference && decimalString(difference),
        cells: cells.map(cellJson),
      })),
    })),
    inconsistencies: groupInconsistencies(found).map((group) => ({
      ...group,
      likeliest: group.likeliest.map(cellJson),
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

const program = withTableOptions(command("preflight", ["json"]))
  .argument("<table>", "CSV, TSV or semicolons, as printed")
  .option("--relations <file>", "relations as CSV: written if the file is not there, read if it is")
  .option("--sql <file>", "also write the relations as SQL, for a database where the table lies")
  .action(async (path: string, options: Options) => {
    const found = await preflight(path, options);
    print(options.json ? preflightJson(found) : preflightText(found));
  });

await runCommand(program);
