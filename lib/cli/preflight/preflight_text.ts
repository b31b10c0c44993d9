import type { JudgedFamily, JudgedTable } from "../../preflight/judge_table.ts";
import type { Suspect, SuspectSlip } from "../../preflight/suspect.ts";
import { formatRelation, oneLine } from "../../preflight/table_relation.ts";
import { words } from "../../words/words.ts";

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
  const { path, encoding, rows, unjudged, grid: { table, measures }, families, suspects } = found;
  const { unread, notes, columns } = table, groups = groupInconsistencies(found);
  const size = [
    count(rows, "row"),
    count(columns.length, "column"),
    `${measures.length} of numbers`,
  ];
  const all = suspects.length.toLocaleString("en");
  const part = suspects.length > shown ? ` (${shown} of ${all}; --json has all)` : "";
  return [
    `${path}: ${size.join(", ")}; ${encoding}`,
    ...indent(notes.map(noteText)),
    unread.length === 0
      ? "Every number could be read."
      : `${count(unread.length, "cell")} could not be read:`,
    ...indent(unread.map(noteText)),
    `\n${count(families.length, "relation")} ${found.origin}`,
    ...families.map(familyText),
    families.length === 0 &&
    "  Write those that you know, as data/README.md tells, and give them with --relations FILE.",
    unjudged > 0 &&
    `  ${count(unjudged, "relation")} not judged: too many rows hold ranges, words or marks`,
    groups.length === 0
      ? "\nNo inconsistency."
      : "\nInconsistencies, by relation and kind of slip:",
    ...indent(groups.map(groupText)),
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

/** What is noted of a table, with the place that it is about, if it is about one. */
export function noteText(
  { row, column, text }: { readonly row?: number; readonly column?: string; readonly text: string },
): string {
  const place = oneLine(
    [row === undefined ? "" : `row ${row}`, column].filter(Boolean).join(", "),
  );
  return place === "" ? text : `${place}: ${text}`;
}

function familyText({ relation, hold, judged, missing }: JudgedFamily): string {
  const lacking = missing > 0 ? `; ${missing} without a number` : "";
  return `  ${String(hold).padStart(5)} of ${String(judged).padEnd(5)} hold  ${
    formatRelation(relation)
  } (each ${relation.each}, ${relation.computed}${lacking})`;
}

function groupText(
  { relation, slip, count, likeliest }: ReturnType<typeof groupInconsistencies>[number],
): string {
  const cells = likeliest.map(({ row, column }) => oneLine(`${row.name}, ${column.name}`)).join(
    "; ",
  );
  return `${String(count).padStart(5)} × ${slips[slip]}: ${relation}\n          ${
    slip === "unexplained" ? "such as" : "likeliest"
  }: ${cells}`;
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
  const against = evidence.against.join("; ");
  return [
    `${String(index + 1).padStart(3)}. ${[...place].join(", ")}`,
    `     printed ${cell.printed || "blank"}; consistent if ${consistent}; ${
      slips[slip]
    }${together}${only}`,
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
export function groupInconsistencies(
  { families, suspects }: Pick<Preflight, "families" | "suspects">,
) {
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
