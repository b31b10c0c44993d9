import { groupOrders, groupRows } from "../../rows/group_rows.ts";
import type { ExploredRows } from "../chart_spec.ts";
import type { Column } from "../column.ts";
import { choices, type Exploration } from "../exploration.ts";
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
  const { measure, chart } = exploration;
  const possible = choices(exploration, columns);
  const named = (of: readonly Column[]): Option[] => of.map(({ key, label }) => [key, label]);
  const toOptions = (
    of: readonly Exploration["statistic" | "chart" | "order"][],
  ): Option[] => of.map((word) => [word, words[word]]);
  const measures = columns.filter(({ isMeasure }) => isMeasure);
  const list = (
    name: "measure" | "statistic" | "group" | "series" | "chart" | "order" | "limit",
    options: readonly Option[],
    read: (value: string) => string | number = String,
  ) => {
    const chosen = String(exploration[name]);
    const select = html(
      "select",
      { name, "aria-label": words[name] },
      ...options.map(([key, text]) =>
        html("option", { value: key, selected: key === chosen }, text)
      ),
    );
    select.addEventListener("change", () => choose({ [name]: read(select.value) }));
    return html("label", {}, html("span", {}, words[name]), select);
  };
  return [
    list("measure", [["", settings.counted], ...named(measures)]),
    ...(measure === "" ? [] : [list("statistic", toOptions(possible.statistics))]),
    list("group", named(columns.filter(({ isGroup }) => isGroup))),
    list("series", [["", words.none], ...named(possible.series)]),
    list("chart", toOptions(possible.charts)),
    ...(chart === "line" ? [] : [list("order", toOptions(groupOrders))]),
    list("limit", limits.map((most) => [String(most), most === 0 ? words.all : `${most}`]), Number),
  ];
}

/**
 * The filter: for every column that can be grouped by, its values with how many rows have them.
 *
 * @param exploration What is shown.
 * @param explored The rows and their columns.
 * @param options What happens on a choice, and which columns are open.
 * @returns The columns, each to be opened, and a button that clears them.
 */
export function filterPanel(
  { where }: Exploration,
  { rows, columns, settings }: ExploredRows,
  { choose, open }: { readonly choose: Choose; readonly open: Set<string> },
): HTMLElement {
  const words = explorerWords[settings.language];
  const parts = columns.filter(({ isGroup, values }) => isGroup && values.length > 1)
    .map(({ key, label, values }) => {
      const chosen = new Set(where[key]);
      const counts = new Map(groupRows(rows, { group: key }).map((one) => [one.group, one.value]));
      const boxes = values.map((value) => {
        const box = html("input", { type: "checkbox", checked: chosen.has(value), value });
        box.addEventListener("change", () => {
          const now = values.filter((one) => one === value ? box.checked : chosen.has(one));
          const { [key]: _, ...others } = where;
          choose({ where: now.length === 0 ? others : { ...where, [key]: now } });
        });
        return html("label", {}, box, ` ${value} `, html("small", {}, `${counts.get(value)}`));
      });
      const summary = html(
        "summary",
        {},
        label,
        ...(chosen.size === 0 ? [] : [
          html("b", {}, ` ${[...chosen].join(", ")}`),
        ]),
      );
      const column = html(
        "details",
        { "data-column": key, open: open.has(key) },
        summary,
        html("div", { class: "values", role: "group", "aria-label": label }, ...boxes),
      );
      column.addEventListener("toggle", () => {
        if (column.open) open.add(key);
        else open.delete(key);
      });
      return column;
    });
  const clear = html("button", { type: "button", class: "clear" }, words.clear);
  clear.addEventListener("click", () => choose({ where: {} }));
  return html(
    "div",
    { class: "filter", role: "group", "aria-label": words.filter },
    html("span", {}, words.filter),
    ...parts,
    ...(Object.keys(where).length === 0 ? [] : [clear]),
  );
}
