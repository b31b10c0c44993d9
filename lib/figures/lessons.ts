import type * as Plot from "@observablehq/plot";
import { type FittedLabels, isOrdinal } from "./fit_labels.ts";
import { type Margins, marginsFor, sides } from "./margins.ts";
import { meet, type TextBox, valueLabel } from "./text_boxes.ts";

/** What Plot draws: the plot alone, or in a figure with its title, legends and caption. */
export type DrawnElement = (SVGSVGElement | HTMLElement) & Plot.Plot;

/** A drawing, and what was learnt of it. */
export interface Drawn extends FittedLabels {
  readonly element: DrawnElement;
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
  /** The margins with which Plot drew. */
  readonly dimensions: Margins | undefined;
  readonly warnings: readonly (readonly unknown[])[];
}

/**
 * What the next drawing does otherwise, as options.
 *
 * @param options What was asked for, which stands.
 * @param learnt What earlier drawings taught.
 * @param drawn The last drawing.
 * @returns No option where the drawing can stand.
 */
export function lessons(
  options: Plot.PlotOptions,
  learnt: Plot.PlotOptions,
  drawn: Drawn,
): Plot.PlotOptions {
  const { height, dimensions, boxes, growth } = drawn;
  const wider = dimensions && widerMargins(options, drawn, dimensions);
  const isHigher = growth > 1 && options.height === undefined && dimensions !== undefined;
  return {
    ...wider,
    ...years(options, learnt, drawn),
    ...isHigher && { height: higher(height, growth, dimensions, { ...dimensions, ...wider }) },
    ...ticks(options, learnt, drawn),
    ...inset(options.x, learnt.x, boxes),
  };
}

function widerMargins(
  options: Plot.PlotOptions,
  { width, height, boxes }: Drawn,
  dimensions: Margins,
): Partial<Margins> {
  const wanted = marginsFor(boxes, { ...dimensions, width, height });
  const wider = Object.fromEntries(
    sides.filter((side) => (options[side] ?? options.margin) === undefined && wanted[side] >= 0.5)
      .map((side) => [side, Math.ceil(dimensions[side] + wanted[side])]),
  );
  const { marginLeft, marginRight, marginTop, marginBottom } = { ...dimensions, ...wider };
  const across = width - marginLeft - marginRight, down = height - marginTop - marginBottom;
  const isFlat = options.height !== undefined && down < Math.min(20, 0.4 * height);
  return isFlat || across < Math.min(80, 0.4 * width) ? {} : wider;
}

/** Plot takes years given as texts for numbers that were not read, and warns; years given as numbers it groups by three. */
function years(
  options: Plot.PlotOptions,
  learnt: Plot.PlotOptions,
  { element }: Drawn,
): Plot.PlotOptions {
  return Object.fromEntries((["x", "y", "fx", "fy", "color", "symbol"] as const).flatMap((name) => {
    const scale = element.scale(name), given = options[name];
    if (learnt[name] || given === null || !isOrdinal(scale)) return [];
    const numbers = Array.from(scale?.domain ?? []).filter((value) => Number(value ?? NaN) > 0);
    if (numbers.length === 0 || !numbers.every((year) => /^(1[5-9]|20)\d\d$/.test(`${year}`))) {
      return [];
    }
    const tickFormat = given?.tickFormat ?? ((year: unknown) => `${year ?? ""}`);
    const type = name === "color" ? "categorical" : scale?.type;
    return [[name, { type, ...given, tickFormat }]];
  }));
}

function higher(height: number, growth: number, now: Margins, then: Margins): number {
  const inner = (height - now.marginTop - now.marginBottom) * growth;
  return Math.ceil(inner + then.marginTop + then.marginBottom);
}

/** An axis of numbers with one label, as in a narrow column, tells no distances. */
function ticks(
  { x }: Plot.PlotOptions,
  learnt: Plot.PlotOptions,
  { element, boxes }: Drawn,
): Plot.PlotOptions {
  const labels = boxes.filter(({ label }) => label === "x-axis tick label");
  const isOne = new Set(labels.map(({ lines }) => lines[0])).size === 1;
  const isTold = ["ticks", "tickSpacing", "interval"].some((name) => name in { ...x, ...learnt.x });
  if (!isOne || isTold || element.scale("x")?.type !== "linear") return {};
  return { x: { ...x, ...learnt.x, ticks: 3 } };
}

/** Room for the tick between a label and its axis, in pixels. */
const tick = 12;

/** Numbers left of their marks must not stand on the labels of the rows. */
function inset(
  given: Plot.ScaleOptions | null | undefined,
  learnt: Plot.ScaleOptions | null | undefined,
  boxes: readonly TextBox[],
): Plot.PlotOptions {
  const rows = boxes.filter(({ label }) => /^f?y-axis tick label$/.test(label))
    .map((row) => ({ ...row, right: row.right + tick }));
  const over = boxes.filter(({ label }) => label === valueLabel).flatMap((box) =>
    rows.filter((row) => meet(row, box)).map((row) => row.right - box.left)
  );
  if (over.length === 0 || (given && ("inset" in given || "insetLeft" in given))) return {};
  const insetLeft = Math.ceil((learnt?.insetLeft ?? 0) + Math.max(...over));
  return { x: { ...given, ...learnt, insetLeft } };
}
