import { formatNumber } from "../../numbers/format_number.ts";
import type { ChartSpec, ExplorerSettings } from "../chart_spec.ts";
import { html } from "./element.ts";

/**
 * What is shown as a table.
 *
 * @param spec What is shown.
 * @param settings The language of its numbers.
 * @returns One row for each part of a group.
 */
export function valueTable(spec: ChartSpec, { language }: ExplorerSettings): HTMLElement {
  const { shown, series, decimals, groupLabel, seriesLabel, valueLabel } = spec;
  const heads = [groupLabel, ...(series.length === 0 ? [] : [seriesLabel])];
  return html(
    "div",
    { class: "view scroll" },
    html(
      "table",
      { "aria-label": spec.title },
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          ...heads.map((head) => html("th", { scope: "col" }, head)),
          html("th", { scope: "col", class: "number" }, valueLabel),
        ),
      ),
      html(
        "tbody",
        {},
        ...shown.map((one) =>
          html(
            "tr",
            {},
            html("th", { scope: "row" }, one.group),
            ...(series.length === 0 ? [] : [html("td", {}, one.series)]),
            html("td", { class: "number" }, formatNumber(one.value, { language, decimals })),
          )
        ),
      ),
    ),
  );
}
