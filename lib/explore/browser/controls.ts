import type { Column } from "../column.ts";
import { choices, type Exploration } from "../exploration.ts";
import type { ExploredRows } from "../chart_spec.ts";
import { explorerWords } from "../words.ts";
import { html } from "./element.ts";

/** What happens when a reader chooses something. */
export type Choose = (change: Partial<Exploration>) => void;

type Option = readonly [value: string, label: string];

/** How many groups may be shown at most; 0 for all. */
const limits = [10, 20, 40, 0];

/**
 * The lists from which a reader chooses what is shown.
 *
 * @param exploration What is shown.
 * @param explored The rows and their columns.
 * @param choose What happens on a choice.
 * @returns One labelled list for each choice.
 */
export function controls(
  exploration: Exploration,
  { columns, settings }: ExploredRows,
  choose: Choose,
): HTMLElement[] {
  const words = explorerWords[settings.language];
  const { measure, statistic, group, series, chart, order, limit } = exploration;
  const possible = choices(exploration, columns);
  const named = (of: readonly Column[]): Option[] => of.map(({ key, label }) => [key, label]);
  const worded = (
    of: readonly Exploration["statistic" | "chart" | "order"][],
  ): Option[] => of.map((word) => [word, words[word]]);
  const measures = columns.filter(({ isMeasure }) => isMeasure);
  const list = (name: keyof Exploration, value: string, options: readonly Option[]) =>
    labelledList({ name, label: words[name as "group"], value, options }, choose);
  return [
    list("measure", measure, [["", settings.counted], ...named(measures)]),
    ...(measure === "" ? [] : [list("statistic", statistic, worded(possible.statistics))]),
    list("group", group, named(columns.filter(({ isGroup }) => isGroup))),
    list("series", series, [["", words.none], ...named(possible.series)]),
    list("chart", chart, worded(possible.charts)),
    ...(chart === "line" ? [] : [
      list("order", order, worded(["most", "least", "name", "rows"])),
    ]),
    labelledList({
      name: "limit",
      label: words.limit,
      value: String(limit),
      options: limits.map((most) => [String(most), most === 0 ? words.all : String(most)]),
    }, ({ limit }) => choose({ limit: Number(limit) })),
  ];
}

interface ListInput {
  readonly name: keyof Exploration | "filter";
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
}

/** A list of options with its label, which it stays beside in a narrow page. */
export function labelledList(
  { name, label, value, options }: ListInput,
  choose: Choose,
): HTMLElement {
  const select = html(
    "select",
    { name, "aria-label": label },
    ...options.map(([key, text]) => html("option", { value: key, selected: key === value }, text)),
  );
  select.addEventListener("change", () => choose({ [name]: select.value }));
  return html("label", {}, html("span", {}, label), select);
}
