import * as Plot from "@observablehq/plot";
import { formatNumber } from "../numbers/format_number.ts";
import type { Caption } from "./caption.ts";
import { checkRows, refuse } from "./check_rows.ts";
import type { Figure } from "./figure.ts";
import type { LegendEntry } from "./legend.ts";
import { plotFigure } from "./plot_figure.ts";
import { rowFrame } from "./row_frame.ts";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";
import { valueHeading } from "./value_heading.ts";
import { valueScale } from "./value_scale.ts";
import { words } from "../words/words.ts";

/** One step of a waterfall: a total to stand on, or a change of the total before it. */
export interface WaterfallStep {
  readonly label: string;
  readonly value: number;
  readonly kind: "total" | "change";
}

/** What a waterfall figure shows. */
export interface WaterfallInput {
  readonly steps: readonly WaterfallStep[];
  readonly unit: string;
  /** Decimals of the numbers; as many as they have unless told. */
  readonly decimals?: number;
}

const labelGap = 8, barHeight = 20;

/**
 * Draws how changes lead from one total to the next, step under step.
 *
 * Where the changes are small beside the totals, the axis is cut: the bars of the totals are broken
 * and a note under the plot says where the axis starts.
 *
 * @param input The steps, in order.
 * @param caption What is said around the figure.
 * @returns The figure.
 * @throws {RangeError} If there are no steps, a number is not finite, or the caption lacks something.
 *
 * @example
 * ```ts
 * import { waterfallFigure } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const figure = waterfallFigure({
 *   steps: [
 *     { label: "2015", value: 268283, kind: "total" },
 *     { label: "In the library", value: -527, kind: "change" },
 *     { label: "Remote", value: 70, kind: "change" },
 *     { label: "2016", value: 267826, kind: "total" },
 *   ],
 *   unit: "users",
 * }, {
 *   name: "users-change",
 *   title: "Fewer users in the library, a few more outside it",
 *   alt: "From 268,283 users over \u2212527 and +70 to 267,826.",
 *   source: "Report, table 1",
 *   language: "en",
 * });
 * assertStringIncludes(figure.svg, "The axis does not start at zero");
 * ```
 */
export function waterfallFigure(input: WaterfallInput, caption: Caption): Figure {
  const { steps, unit, decimals } = input;
  const { language } = caption;
  refuse(caption, [
    ...checkRows(steps, { texts: ["label"], numbers: ["value"] }),
    ...steps.filter(({ kind }) => kind !== "total" && kind !== "change")
      .map(({ kind }) => `wanted kind "total" or "change", found ${JSON.stringify(kind)}`),
  ]);
  const frame = rowFrame(steps.map((step) => step.label), { rowHeight: 32 });
  const walked = walk(steps);
  const cut = cutAt(walked);
  const placed = walked.map((step, index) => ({
    ...step,
    y: frame.centers[index],
    start: step.kind === "total" && cut !== undefined ? cut : step.start,
    text: formatNumber(step.value, { language, decimals, signed: step.kind === "change" }),
    color: step.kind === "total" ? theme.total : step.value < 0 ? theme.decrease : theme.increase,
  }));
  const scale = valueScale(placed.flatMap(({ start, end }) => [start, end]), {
    width: frame.innerWidth,
    unit,
    language,
    labels: placed.map(({ start, end, text }) => ({
      value: Math.max(start, end),
      side: "right",
      width: textWidth(text, { weight: "bold" }) + labelGap,
    })),
  });
  const totals = placed.filter(({ kind }) => kind === "total");
  const bar = {
    x1: "start",
    x2: "end",
    y1: (step: Placed) => step.y - barHeight / 2,
    y2: (step: Placed) => step.y + barHeight / 2,
    fill: "color",
    stroke: "color",
  };
  const zigzag = totals.flatMap(({ y }) =>
    [-14, -7, 0, 7, 14].map((dy, index) => ({
      x: scale.domain[0] + (10 + (index % 2 ? 3 : -3)) * scale.unitsPerPixel,
      y: y + dy,
      bar: y,
    }))
  );
  const said = words[language].figures;
  return plotFigure({
    plot: {
      ...frame.options,
      x: scale.scale,
      marks: [
        frame.marks,
        scale.marks,
        cut === undefined ? Plot.ruleX([0], { stroke: theme.ink }) : null,
        Plot.rect(placed, bar),
        cut === undefined ? null : Plot.line(zigzag, {
          x: "x",
          y: "y",
          z: "bar",
          stroke: theme.background,
          strokeWidth: 3,
        }),
        Plot.link(placed.slice(1).map((step, index) => ({ step, before: placed[index] })), {
          x1: ({ before }) => before.end,
          x2: ({ before }) => before.end,
          y1: ({ before }) => before.y + barHeight / 2,
          y2: ({ step }) => step.y - barHeight / 2,
          stroke: theme.muted,
        }),
        Plot.text(placed, {
          x: ({ start, end }) => Math.max(start, end),
          y: "y",
          text: "text",
          textAnchor: "start",
          dx: labelGap,
          fontWeight: "bold",
        }),
      ],
    },
    legend: legend(placed, said),
    note: cut === undefined ? undefined : `${said.notFromZero} ${formatNumber(cut, { language })}.`,
    rows: steps,
    data: {
      headings: [
        said.label,
        said.kind,
        valueHeading(unit, language),
      ],
      cells: steps.map(({ label, kind, value }) => [label, said[kind], value]),
    },
  }, caption);
}

interface Placed extends WaterfallStep {
  readonly start: number;
  readonly end: number;
  readonly y: number;
}

function walk(steps: readonly WaterfallStep[]) {
  let level = 0;
  return steps.map((step) => {
    const start = step.kind === "total" ? 0 : level;
    level = step.kind === "total" ? step.value : Number((level + step.value).toPrecision(15));
    return { ...step, start, end: level };
  });
}

/** Where the axis is cut: at a round number below every level, where the levels are close together. */
function cutAt(steps: readonly { readonly end: number }[]): number | undefined {
  const ends = steps.map(({ end }) => end);
  const low = Math.min(...ends), high = Math.max(...ends), span = high - low;
  if (low <= 0 || span === 0 || span > high * 0.4) return undefined;
  const step = 10 ** Math.floor(Math.log10(span));
  return Number((Math.floor((low - span * 0.25) / step) * step).toPrecision(12));
}

function legend(
  steps: readonly WaterfallStep[],
  texts: Readonly<Record<"total" | "increase" | "decrease", string>>,
): LegendEntry[] {
  const changes = steps.filter(({ kind }) => kind === "change");
  return [
    { label: texts.total, color: theme.total, drawn: changes.length < steps.length },
    {
      label: texts.increase,
      color: theme.increase,
      drawn: changes.some(({ value }) => value >= 0),
    },
    { label: texts.decrease, color: theme.decrease, drawn: changes.some(({ value }) => value < 0) },
  ].filter(({ drawn }) => drawn);
}
