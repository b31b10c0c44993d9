import * as Plot from "@observablehq/plot";
import { groups, pairs } from "d3";
import { chosenLanguage } from "../words/language.ts";
import { type Drawing, type fitLabels, isOrdinal } from "./fit_labels.ts";
import { around, type Box, isSeen, meet, type TextBox, valueLabel } from "./text_boxes.ts";

/** Names of Plot's scales. */
export const scaleNames = "x y fx fy r color opacity symbol length".split(" ") as Plot.ScaleName[];

/** Names of the margins. */
const sides = ["marginLeft", "marginRight", "marginTop", "marginBottom"] as const;

/** The room around what is drawn, in pixels. */
export type Margins = Readonly<Record<typeof sides[number], number>>;

/** A drawing, and what was learnt of it. */
export interface Drawn extends Drawing, ReturnType<typeof fitLabels> {
  /** What earlier drawings taught. */
  readonly learnt: Plot.PlotOptions;
  /** The margins with which Plot drew. */
  readonly dimensions: Margins | undefined;
  readonly warnings: readonly (readonly unknown[])[];
}

/**
 * What the next drawing does otherwise, as options; what was asked for stands.
 *
 * @param drawn The last drawing.
 * @returns No option where the drawing can stand.
 */
export function lessons(drawn: Drawn): Plot.PlotOptions {
  const wider = widerMargins(drawn);
  const others = [formats, ticks, inset, facetGap].map((lesson) => lesson(drawn));
  return Object.assign({}, wider, higher(drawn, wider), ...others);
}

/** More options of a scale. */
function extend(drawn: Drawn, name: Plot.ScaleName, more: Plot.ScaleOptions): Plot.PlotOptions {
  return { [name]: { ...drawn.options[name], ...drawn.learnt[name], ...more } };
}

/** Whether one of some options of a scale is given, or learnt already. */
function isSet({ options, learnt }: Drawn, name: Plot.ScaleName, told: RegExp): boolean {
  return Object.keys({ ...options[name], ...learnt[name] }).some((option) => told.test(option));
}

function widerMargins({ options, width, height, boxes, dimensions }: Drawn): Partial<Margins> {
  if (!dimensions) return {};
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

/** A picture's size, and the room in it around what is drawn. */
type Bounds = Margins & { readonly width: number; readonly height: number };

/** A text as it stands in the picture turned over. */
type Flip = (box: TextBox) => TextBox;

/** Distance of a text from the edge of the picture, and from an axis' label, in pixels. */
const edge = 2, apart = 3;

/**
 * How much wider margins must be for no text to be cut, and no tick's label to stand on its axis' label.
 *
 * @param boxes Where texts stand.
 * @param frame The picture, and the margins with which it was drawn.
 * @returns What is to be added on each side.
 */
function marginsFor(boxes: readonly TextBox[], frame: Bounds): Margins {
  const { width, height, marginTop } = frame;
  const of = (kind: RegExp) => boxes.filter(({ label }) => kind.test(label));
  const down = of(/^f?y-axis tick label$/), across = of(/^f?x-axis tick label$/);
  const titles = of(/-axis label$/), level = titles.filter(({ rotated }) => !rotated);
  const turned = of(/^f?y-axis label$/).filter(({ rotated }) => rotated);
  const others = boxes.filter((box) => !titles.includes(box))
    .filter((box) => down.includes(box) || across.includes(box) || isSeen(box, width, height));
  const most = (...lengths: readonly number[]) => Math.max(0, ...lengths);
  const beside = (flip: Flip) => {
    const isHere = (box: Box) => box.left + box.right < width;
    const title = turned.map(flip).filter(isHere).map(({ right }) => right + apart);
    return most(
      ...down.map(flip).filter(isHere).map(({ left }) => Math.max(edge, ...title) - left),
      ...others.map(flip).map(({ left }) => edge - left),
    );
  };
  const over = (flip: Flip) => {
    const isHere = (box: Box) => box.top + box.bottom < height;
    const ends = level.map(flip).filter(isHere);
    return across.map(flip).filter(isHere).flatMap((box) =>
      ends.filter(({ label }) => label.startsWith(box.label.slice(0, 6)))
        .map((title) => title.bottom + edge - box.top)
    );
  };
  const mirror: Flip = (box) => ({ ...box, left: width - box.right, right: width - box.left });
  const overturn: Flip = (box) => ({ ...box, top: height - box.bottom, bottom: height - box.top });
  return {
    marginLeft: beside((box) => box),
    marginRight: beside(mirror),
    marginTop: most(
      ...over((box) => box),
      ...down.flatMap((box) =>
        level.filter((title) => meet(title, box)).map((title) => title.bottom - box.top)
      ),
      ...level.filter(({ label, top, bottom }) => top + bottom < height && /^f?y/.test(label))
        .map(({ bottom }) => bottom + edge - marginTop),
      ...others.map(({ top }) => edge - top),
    ),
    marginBottom: most(...over(overturn), ...others.map(({ bottom }) => bottom - height)),
  };
}

/**
 * Plot takes years given as texts for numbers that were not read, and warns; years given as numbers it groups by three, and
 * bounds of classes not at all; and the letters that stand for thousands of a logarithmic scale are English.
 */
function formats(drawn: Drawn): Plot.PlotOptions {
  const found = scaleNames.map((name) => {
    const { type, domain = [] } = drawn.element.scale(name) ?? {};
    const given = drawn.options[name];
    if (type === undefined || given === null || drawn.learnt[name]) return {};
    const format = (tickFormat: unknown, more?: Plot.ScaleOptions) =>
      extend(drawn, name, { ...more, tickFormat: given?.tickFormat ?? tickFormat } as object);
    if (type === "threshold") return format(Plot.formatNumber());
    if (type === "log" && chosenLanguage() !== "en") return format(",");
    const numbers = Array.from(domain).filter((value) => Number(value ?? NaN) > 0);
    const areYears = numbers.every((year) => /^(1[5-9]|20)\d\d$/.test(`${year}`));
    if (!isOrdinal(type) || numbers.length === 0 || !areYears) return {};
    const plain = name === "color" ? "categorical" : type;
    return format((year: unknown) => `${year ?? ""}`, { type: given?.type ?? plain });
  });
  return Object.assign({}, ...found);
}

/** As high as it takes for rows to hold the lines of their labels. */
function higher(drawn: Drawn, wider: Partial<Margins>): Plot.PlotOptions {
  const { options, height, growth, dimensions } = drawn;
  if (growth === 1 || options.height !== undefined || !dimensions) return {};
  const then = { ...dimensions, ...wider };
  const inner = (height - dimensions.marginTop - dimensions.marginBottom) * growth;
  return { height: Math.ceil(inner + then.marginTop + then.marginBottom) };
}

const xTick = "x-axis tick label";

/** An axis of numbers with one label, as in a narrow column, tells no distances. */
function ticks(drawn: Drawn): Plot.PlotOptions {
  const labels = drawn.boxes.filter(({ label }) => label === xTick);
  const isOne = new Set(labels.map(({ lines }) => lines[0])).size === 1;
  const isLinear = drawn.element.scale("x")?.type === "linear";
  if (!isOne || !isLinear || isSet(drawn, "x", /^(ticks|tickSpacing|interval)$/)) return {};
  return extend(drawn, "x", { ticks: 3 });
}

/** Room for the tick between a label and its axis, in pixels. */
const tick = 12;

/** Numbers left of their marks must not stand on the labels of the rows. */
function inset(drawn: Drawn): Plot.PlotOptions {
  const rows = drawn.boxes.filter(({ label }) => /^f?y-axis tick label$/.test(label))
    .map((row) => ({ ...row, right: row.right + tick }));
  const over = drawn.boxes.filter(({ label }) => label === valueLabel).flatMap((box) =>
    rows.filter((row) => meet(row, box)).map((row) => row.right - box.left)
  );
  const given = { ...drawn, learnt: {} }, { insetLeft = 0 } = { ...drawn.learnt.x };
  if (over.length === 0 || isSet(given, "x", /^inset(Left)?$/)) return {};
  return extend(drawn, "x", { insetLeft: Math.ceil(insetLeft + Math.max(...over)) });
}

/** Least distance of the labels of two facets, in pixels. */
const facetApart = 16;

/** Facets stand farther apart where the last label of one and the first of the next would read as one. */
function facetGap(drawn: Drawn): Plot.PlotOptions {
  const scale = drawn.element.scale("fx");
  if (!scale) return {};
  const { step = 0, bandwidth = 0, domain = [] } = scale;
  const labels = drawn.boxes.filter(({ label, rotated }) => label === xTick && !rotated);
  const axes = groups(labels, ({ element }) => element.parentElement)
    .map(([, those]) => around(those));
  const gaps = groups(axes, ({ bottom }) => bottom).flatMap(([, row]) =>
    pairs(row.toSorted((a, b) => a.left - b.left), (one, next) => next.left - one.right)
  );
  const lacks = facetApart - Math.min(...gaps, facetApart);
  if (lacks === 0 || isSet(drawn, "fx", /^padding/)) return {};
  const count = Array.from(domain).length, gap = step - bandwidth + lacks;
  const whole = step * count - (step - bandwidth);
  return extend(drawn, "fx", { paddingInner: gap * count / (whole + gap) });
}
