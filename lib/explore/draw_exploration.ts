import type * as Plots from "@observablehq/plot";
import { labelX } from "../figures/label_x.ts";
import { Plot } from "../figures/lazy_plot.ts";
import { palette } from "../figures/palette.ts";
import { inLanguage } from "../load/environment.ts";
import { display, type MediaBundle } from "../model/displayable.ts";
import { hasLabels } from "./chart_layout.ts";
import type { ChartSpec, ExplorerSettings } from "./chart_spec.ts";

/**
 * Draws what an explorer shows as the code that it gives for copying does.
 *
 * @param spec What is shown; a table is drawn as bars or dots.
 * @param settings What the explorer is told about its rows.
 * @returns The figure in every form that a front end may show.
 */
export function drawExploration(spec: ChartSpec, settings: ExplorerSettings): MediaBundle {
  const { language, source } = settings;
  const { title, alt, series } = spec;
  return inLanguage(language, () => {
    const plot = Plot.plot({
      title,
      caption: source,
      ariaLabel: alt,
      ...scales(spec),
      ...(series.length === 0 ? {} : {
        color: {
          legend: true,
          domain: series.map(({ label }) => label),
          range: series.map(({ color }) => color),
        },
      }),
      marks: marks(spec),
    });
    return plot[display]();
  });
}

function scales(spec: ChartSpec): Plots.PlotOptions {
  const { exploration: { chart }, valueLabel, groups, zero } = spec;
  const domain = [...groups], values = { label: valueLabel, grid: true, zero };
  if (chart === "line") return { x: { type: "point", domain, label: null }, y: values };
  return chart === "dots"
    ? { x: { ...values, inset: 8 }, y: { type: "point", domain, grid: true, label: null } }
    : { x: values, y: { type: "band", domain, label: null } };
}

function marks(spec: ChartSpec): Plots.Markish[] {
  const { exploration: { chart, statistic }, shown, series, zero, decimals } = spec;
  const color = series.length === 0 ? palette[0] : "series";
  if (chart === "line") {
    return [
      Plot.lineY(shown, { x: "group", y: "value", z: "series", stroke: color, strokeWidth: 2 }),
      Plot.dot(shown, { x: "group", y: "value", fill: color, r: 3.5 }),
      ...(zero ? [Plot.ruleY([0])] : []),
    ];
  }
  if (chart === "dots") {
    const look = statistic === "each" ? { r: 4, fillOpacity: 0.6 } : { r: 5 };
    return [Plot.dot(shown, { x: "value", y: "group", fill: color, ...look })];
  }
  return [
    Plot.barX(shown, { x: "value", y: "group", fill: color }),
    ...(hasLabels(spec) ? [labelX(shown, { x: "value", y: "group", decimals })] : []),
    Plot.ruleX([0]),
  ];
}
