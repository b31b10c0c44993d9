import { groupOrders, groupRows } from "../../rows/group_rows.ts";
import { type ExploredRows, explorerWords } from "../chart_spec.ts";
import type { Column } from "../column.ts";
import { choices, type Exploration } from "../exploration.ts";
import { html } from "./element.ts";

/** What happens when a reader chooses something. */
type Choose = (change: Partial<Exploration>) => void;

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
    const texts = options.map(([value, text]) =>
      html("option", { value, selected: value === chosen }, text)
    );
    const onchange = () => choose({ [name]: read(select.value) });
    const select: HTMLSelectElement = html(
      "select",
      { name, "aria-label": words[name], onchange },
      texts,
    );
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
        const onchange = () => {
          const now = values.filter((one) => chosen.has(one) !== (one === value));
          const { [key]: _, ...others } = where;
          choose({ where: now.length === 0 ? others : { ...where, [key]: now } });
        };
        const box = html("input", {
          ...{ type: "checkbox", checked: chosen.has(value), value, onchange },
        });
        return html("label", {}, box, ` ${value} `, html("small", {}, `${counts.get(value)}`));
      });
      const named = chosen.size > 0 && html("b", {}, ` ${[...chosen].join(", ")}`);
      const ontoggle = () => column.open ? open.add(key) : open.delete(key);
      const column: HTMLDetailsElement = html(
        "details",
        { "data-column": key, open: open.has(key), ontoggle },
        html("summary", {}, label, named),
        html("div", { class: "values", role: "group", "aria-label": label }, boxes),
      );
      return column;
    });
  const clear = { type: "button", class: "clear", onclick: () => choose({ where: {} }) };
  return html(
    "div",
    { class: "filter", role: "group", "aria-label": words.filter },
    html("span", {}, words.filter),
    parts,
    Object.keys(where).length > 0 && html("button", clear, words.clear),
  );
}
