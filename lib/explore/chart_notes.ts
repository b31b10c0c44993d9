import type { ExploredRows } from "./chart_spec.ts";
import type { Exploration } from "./exploration.ts";
import { type Aggregated, countRows, rowsWith } from "../rows/group_rows.ts";
import type { PlainRow } from "../rows/plain_value.ts";
import { explorerWords } from "./words.ts";

/** What a reader has to know of what is shown. */
export interface ChartNotes {
  /** Such as `Year: 2016`; empty without a filter. */
  readonly filter: string;
  /** What is counted several times, and what is not shown; empty where nothing is. */
  readonly note: string;
  /** The source, and how many of its rows are shown where that is not all. */
  readonly source: string;
  /** How many rows pass the filter. */
  readonly rowCount: number;
}

/** The parts of all groups, those past the limit too, and how many groups are shown of how many. */
export interface CountedGroups {
  readonly parts: readonly Aggregated<PlainRow>[];
  readonly kept: number;
  readonly total: number;
}

/** So many values of a filter are named. */
const mostNamed = 3;

/**
 * Says what a reader has to know of what is shown.
 *
 * @param exploration What is shown.
 * @param explored The rows, their columns and the settings.
 * @param counted The groups, and how many of them are shown.
 */
export function chartNotes(
  { where }: Exploration,
  { rows, columns, settings }: ExploredRows,
  { parts, ...groups }: CountedGroups,
): ChartNotes {
  const words = explorerWords[settings.language];
  const rowCount = rowsWith(rows, where).length;
  const filter = Object.entries(where).map(([key, values]) => {
    const named = values.length > mostNamed + 1 ? values.slice(0, mostNamed) : values;
    const rest = values.length - named.length;
    const label = columns.find((column) => column.key === key)?.label ?? key;
    return `${label}: ${[...named, ...rest > 0 ? [words.more(rest)] : []].join(", ")}`;
  });
  const counted = countRows(parts);
  const notes = [
    ...counted.kept < counted.total ? [words.severally(counted)] : [],
    ...groups.kept < groups.total ? [words.groupsShown(groups)] : [],
  ];
  const shown = words.shown({ kept: rowCount, total: rows.length }).toLowerCase();
  return {
    filter: filter.join("; "),
    note: notes.join("; "),
    source: [settings.source, rowCount === rows.length ? "" : shown].filter((text) => text !== "")
      .join("; "),
    rowCount,
  };
}
