import type { JudgedFamily, JudgedTable } from "../../preflight/judge_table.ts";
import { formatRelation } from "../../preflight/table_relation.ts";
import type { Suspect } from "../../preflight/suspect.ts";
import { groupInconsistencies, type InconsistencyGroup, slipText } from "./inconsistencies.ts";

/** A table that was read, judged and searched. */
export interface Preflight extends JudgedTable {
  /** How many rows it has; of a large table only those that do not hold are in the grid. */
  readonly rows: number;
  /** How often a relation of a large table was not judged, since too many rows hold other than plain numbers. */
  readonly unjudged: number;
  readonly path: string;
  readonly encoding: string;
  readonly suspects: readonly Suspect[];
  /** Where the relations come from, as an end of the sentence "5 relations …". */
  readonly origin: string;
}

/** How many unread cells, notes and suspects are shown. */
const shown = 20;

/** What was found of a table, as text for a terminal. */
export function preflightText(found: Preflight): string {
  const { path, encoding, rows, grid: { table, measures }, families, suspects } = found;
  const { unread, notes } = table;
  const groups = groupInconsistencies(found);
  return [
    `${path}: ${count(rows, "row")}, ${
      count(table.columns.length, "column")
    }, ${measures.length} of numbers; ${encoding}`,
    ...indent(notes.map(noteText)),
    unread.length === 0
      ? "Every number could be read."
      : `${count(unread.length, "cell")} could not be read:`,
    ...indent(unread.map(noteText)),
    "",
    `${count(families.length, "relation")} ${found.origin}`,
    ...families.map(familyText),
    ...(found.unjudged > 0
      ? [
        `  ${
          count(found.unjudged, "relation")
        } not judged: too many rows hold ranges, words or marks`,
      ]
      : []),
    "",
    groups.length === 0 ? "No inconsistency." : "Inconsistencies, by relation and kind of slip:",
    ...indent(groups.map(groupText)),
    ...suspectLines(suspects),
  ].join("\n");
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

function noteText(
  { row, column, text }: { readonly row?: number; readonly column?: string; readonly text: string },
): string {
  const place = [row === undefined ? "" : `row ${row}`, column ?? ""].filter((part) => part !== "")
    .join(", ");
  return place === "" ? text : `${place}: ${text}`;
}

function familyText({ relation, hold, judged, missing }: JudgedFamily): string {
  const lacking = missing > 0 ? `; ${missing} without a number` : "";
  return `  ${String(hold).padStart(5)} of ${String(judged).padEnd(5)} hold  ${
    formatRelation(relation)
  } (each ${relation.each}, ${relation.computed}${lacking})`;
}

function groupText({ relation, slip, count, likeliest }: InconsistencyGroup): string {
  const cells = likeliest.map((cell) => `${cell.row.name}, ${cell.column.name}`).join("; ");
  return `${String(count).padStart(5)} × ${slipText(slip)}: ${relation}\n          ${
    slip === "unexplained" ? "such as" : "likeliest"
  }: ${cells}`;
}

function suspectLines(suspects: readonly Suspect[]): string[] {
  if (suspects.length === 0) return ["No suspects."];
  const rows = suspects.slice(0, shown).map(
    ({ cell, consistent, slip, evidence, others, shownBy }) => {
      const together = others.length === 0
        ? ""
        : others.length > 2
        ? ` (with ${others.length} cells)`
        : ` (with ${
          others.map(({ column, row }) => row === cell.row ? column.name : row.name).join(", ")
        })`;
      return [
        [...new Set([`row ${cell.row.number}`, cell.row.name, cell.column.name])].join(", "),
        cell.printed === "" ? "blank" : cell.printed,
        consistent,
        slipText(slip) + together,
        ...[evidence.for.join("; "), evidence.against.join("; ")],
        shownBy === "other periods" ? "seen by other periods only" : "",
      ];
    },
  );
  return [
    "",
    `Suspects, the likeliest first${
      suspects.length > shown
        ? ` (${shown} of ${suspects.length.toLocaleString("en")}; --json has all)`
        : ""
    }:`,
    ...rows.flatMap(([cell, printed, consistent, slip, favour, against, only], index) => [
      `${String(index + 1).padStart(3)}. ${cell}`,
      `     printed ${printed}; consistent if ${consistent}; ${slip}${only ? `; ${only}` : ""}`,
      `     for: ${favour}`,
      ...(against ? [`     against: ${against}`] : []),
    ]),
  ];
}
