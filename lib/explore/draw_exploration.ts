import * as Plot from "@observablehq/plot";
import type { Caption } from "../figures/caption.ts";
import type { Language } from "../model/label.ts";
import type { Figure } from "../figures/figure.ts";
import { palette } from "../figures/palette.ts";
import { plotFigure } from "../figures/plot_figure.ts";
import { formatNumber } from "../numbers/format_number.ts";
import type { ChartSpec, ExplorerSettings } from "./chart_spec.ts";
import { figureName } from "./exploration_name.ts";
import { chartHeight, hasLabels, nameMargin, nameWidth, printTicks } from "./chart_layout.ts";

/**
 * Draws what an explorer shows as the code that it gives for copying does.
 *
 * @param spec What is shown; a table is drawn as bars or dots.
 * @param settings What the explorer is told about its rows.
 * @returns The figure.
 */
export function drawExploration(spec: ChartSpec, settings: ExplorerSettings): Figure {
  const { language, source } = settings;
  const caption: Caption = {
    name: figureName(spec, settings),
    title: spec.title,
    alt: spec.alt,
    source,
    language,
  };
  const { shown, series } = spec;
  return plotFigure({
    plot: {
      height: chartHeight(spec),
      ...scales(spec, language),
      ...(series.length === 0 ? {} : {
        color: {
          domain: series.map(({ label }) => label),
          range: series.map(({ color }) => color),
        },
      }),
      marks: marks(spec, settings),
    },
    legend: series,
    rows: shown,
  }, caption);
}

function scales(spec: ChartSpec, language: Language): Plot.PlotOptions {
  const { exploration: { chart }, valueLabel, groups, zero } = spec;
  const ticks = printTicks(spec, language);
  const domain = [...groups];
  if (chart === "line") {
    return {
      x: { type: "point", domain, label: null },
      y: { label: valueLabel, grid: true, zero },
    };
  }
  return {
    marginLeft: nameMargin(spec),
    x: {
      label: valueLabel,
      grid: true,
      zero,
      ...(ticks === undefined ? {} : { ticks }),
      ...(chart === "dots" ? { inset: 8 } : {}),
    },
    y: { type: chart === "dots" ? "point" : "band", domain, grid: chart === "dots" },
  };
}

function marks(spec: ChartSpec, { language }: ExplorerSettings): Plot.Markish[] {
  const { exploration: { chart, statistic }, shown, series, zero, decimals } = spec;
  const color = series.length === 0 ? palette[0] : "series";
  if (chart === "line") {
    return [
      Plot.lineY(shown, { x: "group", y: "value", z: "series", stroke: color, strokeWidth: 2 }),
      Plot.dot(shown, { x: "group", y: "value", fill: color, r: 3.5 }),
      ...(zero ? [Plot.ruleY([0])] : []),
    ];
  }
  const names = Plot.axisY({ label: null, tickSize: 0, lineWidth: nameWidth });
  if (chart === "dots") {
    const look = statistic === "each" ? { r: 4, fillOpacity: 0.6 } : { r: 5 };
    return [names, Plot.dot(shown, { x: "value", y: "group", fill: color, ...look })];
  }
  return [
    names,
    Plot.barX(shown, { x: "value", y: "group", fill: color }),
    ...(hasLabels(spec)
      ? [Plot.text(shown, {
        x: "value",
        y: "group",
        text: ({ value }) => formatNumber(value, { language, decimals }),
        textAnchor: "start",
        dx: 5,
      })]
      : []),
    Plot.ruleX([0]),
  ];
}
