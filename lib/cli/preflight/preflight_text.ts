import type { JudgedFamily, JudgedInstance, JudgedTable } from "../../preflight/judge_table.ts";
import { type PlacedCell, relationText } from "../../preflight/table_relation.ts";
import type { Suspect, SuspectSlip } from "../../preflight/suspects.ts";
import { words } from "../../words/words.ts";

/** A table that was read, judged and searched. */
export interface Preflight extends JudgedTable {
  readonly path: string;
  readonly encoding: string;
  readonly suspects: readonly Suspect[];
  /** Where the relations come from, as an end of the sentence "5 relations …". */
  readonly origin: string;
}

/** How many unread cells, notes and suspects are shown. */
const shown = 20;

/** Inconsistencies of one relation and one kind of slip. */
export interface InconsistencyGroup {
  readonly relation: string;
  readonly slip: SuspectSlip;
  readonly count: number;
  /** The likeliest cells, five at most. */
  readonly likeliest: readonly PlacedCell[];
}

/** What a slip is called. */
export function slipText(slip: SuspectSlip): string {
  switch (slip) {
    case "neighbour":
      return "the number of a neighbouring cell";
    case "exchanged":
      return "exchanged with the next row";
    case "shifted":
      return "shifted by a column";
    case "unexplained":
      return "no known slip";
    default:
      return words.en.slips[slip];
  }
}

/** The inconsistencies by relation and by the slip that explains each best, the most frequent first. */
export function groupInconsistencies(
  { families, suspects }: Pick<Preflight, "families" | "suspects">,
): InconsistencyGroup[] {
  const explained = new Map<JudgedInstance, Suspect>();
  for (const suspect of suspects) {
    for (const instance of suspect.mends) {
      if (!explained.has(instance)) explained.set(instance, suspect);
    }
  }
  return families.flatMap(({ relation, violated }) => {
    const bySlip = Map.groupBy(
      violated,
      (instance) => explained.get(instance)?.slip ?? "unexplained",
    );
    return [...bySlip].map(([slip, instances]) => {
      const found = suspects.filter(({ mends }) =>
        mends.some((instance) => instances.includes(instance))
      );
      const cells = found.length > 0
        ? found.map(({ cell }) => cell)
        : instances.map(({ cells }) => cells[0]);
      return {
        relation: relationText(relation),
        slip,
        count: instances.length,
        likeliest: cells.slice(0, 5),
      };
    });
  }).toSorted((a, b) => b.count - a.count);
}

/** What was found of a table, as text for a terminal. */
export function preflightText(found: Preflight): string {
  const { path, encoding, grid: { table, measures }, families, suspects } = found;
  const { unread, notes } = table;
  const groups = groupInconsistencies(found);
  return [
    `${path}: ${counted(table.rows.length, "row")}, ${
      counted(table.columns.length, "column")
    }, ${measures.length} of numbers; ${encoding}`,
    ...listed(notes.map(noteText)),
    unread.length === 0
      ? "Every number could be read."
      : `${counted(unread.length, "cell")} could not be read:`,
    ...listed(unread.map(noteText)),
    "",
    `${counted(families.length, "relation")} ${found.origin}`,
    ...families.map(familyText),
    "",
    groups.length === 0 ? "No inconsistency." : "Inconsistencies, by relation and kind of slip:",
    ...listed(groups.map(groupText)),
    ...suspectLines(suspects),
  ].join("\n");
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString("en")} ${thing}${count === 1 ? "" : "s"}`;
}

function listed(lines: readonly string[]): string[] {
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

function familyText({ relation, hold, violated, missing }: JudgedFamily): string {
  const judged = hold + violated.length;
  const lacking = missing > 0 ? `; ${missing} without a number` : "";
  return `  ${String(hold).padStart(5)} of ${String(judged).padEnd(5)} hold  ${
    relationText(relation)
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
        `row ${cell.row.number}, ${cell.row.name}, ${cell.column.name}`,
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
