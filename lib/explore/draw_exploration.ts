import type * as Plots from "@observablehq/plot";
import { labelX } from "../figures/value_marks.ts";
import { Plot } from "../figures/lazy_plot.ts";
import { inLanguage } from "../words/language.ts";
import { display, type MediaBundle } from "../model/displayable.ts";
import type { ChartSpec, ExplorerSettings } from "./chart_spec.ts";
import { type Drawn, type PlotMark, plotParts, Written } from "./plot_parts.ts";

/**
 * Draws what an explorer shows as the code that it gives for copying does.
 *
 * @param spec What is shown; a table is drawn as bars or dots.
 * @param settings What the explorer is told about its rows.
 * @returns The figure in every form that a front end may show.
 */
export function drawExploration(
  spec: ChartSpec,
  { language }: ExplorerSettings,
): MediaBundle {
  return inLanguage(language, () => {
    // As `aggregate` gives them: one row each where the chart has one dot for those of one place.
    const rows = spec.shown.flatMap(({ group, series, value, rows }) =>
      spec.exploration.statistic === "each"
        ? rows.map(() => ({ group, series, value, rows: 1 }))
        : [{ group, series, value, rows: rows.length }]
    );
    const { options, marks } = plotParts(spec, language);
    const plot = Plot.plot({
      ...evaluated(options, rows) as Plots.PlotOptions,
      marks: marks.map((mark) => markOf(mark, rows)),
    });
    return plot[display]();
  });
}

function markOf({ mark, options, isTied }: PlotMark, rows: readonly Drawn[]): Plots.Markish {
  const given = evaluated(options, rows) as Plots.DotOptions;
  if (mark === "labelX") return labelX([...rows], given);
  const tied = isTied ? Plot.group({ r: "count" }, given) : given;
  return (Plot[mark] as (rows: readonly Drawn[], options: unknown) => Plots.Markish)(rows, tied);
}

/** Options with the values that are written as code. */
function evaluated(value: unknown, rows: readonly Drawn[]): unknown {
  if (value instanceof Written) return value.of(rows);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, evaluated(inner, rows)]),
  );
}
