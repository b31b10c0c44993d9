import type * as Plot from "@observablehq/plot";
import { type FittedLabels, isOrdinal } from "./fit_labels.ts";
import { type Margins, marginsFor, sides } from "./margins.ts";
import { valueLabel } from "./label_x.ts";
import { categoryColor } from "./theme.ts";
import { meet } from "./text_boxes.ts";

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
  const wider = margins(options, drawn);
  return {
    ...wider,
    ...colors(options, learnt, drawn),
    ...years(options, learnt, drawn),
    ...higher(options, wider, drawn),
    ...inset(options, learnt, drawn),
  };
}

function margins(
  options: Plot.PlotOptions,
  { width, height, dimensions, boxes }: Drawn,
): Plot.PlotOptions {
  if (dimensions === undefined) return {};
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

/** The colours with which Plot tells classes apart, which do not part in print, are told by the first of them. */
const firstOfPlot = "#4269d0";

function colors(
  { color }: Plot.PlotOptions,
  learnt: Plot.PlotOptions,
  { element }: Drawn,
): Plot.PlotOptions {
  if (learnt.color || color?.scheme || color?.range) return {};
  const scale = element.scale("color");
  const [first] = scale?.range ?? [];
  if (scale?.type !== "ordinal" || first !== firstOfPlot) return {};
  return {
    color: { ...color, range: Array.from(scale.domain ?? [], (_, at) => categoryColor(at)) },
  };
}

/** Plot takes years given as texts for numbers that were not read, and warns; years given as numbers it groups by three. */
function years(
  options: Plot.PlotOptions,
  learnt: Plot.PlotOptions,
  { element, warnings }: Drawn,
): Plot.PlotOptions {
  const isWarned = (name: string) =>
    warnings.some(([text]) => `${text}`.includes(`with the ${name} scale are strings`));
  const typed: Record<string, Plot.ScaleOptions> = {};
  for (const name of ["x", "y", "fx", "fy"] as const) {
    const scale = element.scale(name), given = options[name];
    if (learnt[name] || given === null || !isOrdinal(scale)) continue;
    const domain = Array.from(scale?.domain ?? []);
    const numbers = domain.filter((value) => value !== null && !Number.isNaN(Number(value)));
    const areYears = numbers.every((year) => /^(1[5-9]|20)\d\d$/.test(String(year)));
    if (numbers.length === 0 || !areYears) continue;
    if (isWarned(name)) typed[name] = { ...given, type: scale?.type };
    const areNumbers = domain.every((year) => typeof year === "number");
    if (areNumbers && given?.tickFormat === undefined) {
      typed[name] = { ...given, tickFormat: String };
    }
  }
  return typed as Plot.PlotOptions;
}

function higher(
  options: Plot.PlotOptions,
  wider: Plot.PlotOptions,
  { dimensions, growth, height }: Drawn,
): Plot.PlotOptions {
  if (growth === 1 || options.height !== undefined || !dimensions) return {};
  const { marginTop, marginBottom } = dimensions;
  const inner = (height - marginTop - marginBottom) * growth;
  const around = (wider.marginTop ?? marginTop) + (wider.marginBottom ?? marginBottom);
  return { height: Math.ceil(inner + around) };
}

/** Room for the tick between a label and its axis, in pixels. */
const tick = 12;

/** Numbers left of their marks must not stand on the labels of the rows. */
function inset(
  { x }: Plot.PlotOptions,
  learnt: Plot.PlotOptions,
  { boxes }: Drawn,
): Plot.PlotOptions {
  const rows = boxes.filter(({ label }) => /^f?y-axis tick label$/.test(label))
    .map((row) => ({ ...row, right: row.right + tick }));
  const over = boxes.filter(({ label }) => label === valueLabel).flatMap((box) =>
    rows.filter((row) => meet(row, box)).map((row) => row.right - box.left)
  );
  if (over.length === 0 || (x && ("inset" in x || "insetLeft" in x))) return {};
  const now = (learnt.x as Plot.ScaleOptions | undefined)?.insetLeft ?? 0;
  return { x: { ...x, ...learnt.x as object, insetLeft: Math.ceil(now + Math.max(...over)) } };
}
