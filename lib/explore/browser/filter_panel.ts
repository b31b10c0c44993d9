import type { ExploredRows } from "../chart_spec.ts";
import type { Exploration } from "../exploration.ts";
import { groupRows } from "../../rows/group_rows.ts";
import { explorerWords } from "../words.ts";
import type { Choose } from "./controls.ts";
import { html } from "./element.ts";

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
