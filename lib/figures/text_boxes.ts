import { type TextStyle, textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";

/** A place in a picture, in its pixels. */
export type Box = Readonly<Record<"left" | "top" | "right" | "bottom", number>>;

/** Where a text stands, in pixels of the outermost element. */
export interface TextBox extends Box {
  readonly element: Element;
  readonly lines: readonly string[];
  /** What the nearest group with a label is, such as `x-axis tick label`. */
  readonly label: string;
  readonly rotated: boolean;
}

/** What the texts of `labelX` are labelled with: the scale gives way for them. */
export const valueLabel = "value label";

/** Height of the tallest letters over the baseline and depth below it, in em. */
const ascent = 0.78, descent = 0.22;

type Matrix = readonly [number, number, number, number, number, number];

interface State extends Required<TextStyle> {
  readonly matrix: Matrix;
  readonly anchor: string;
  readonly label: string;
}

const initial: State = {
  matrix: [1, 0, 0, 1, 0, 0],
  size: theme.textSize,
  weight: "regular",
  anchor: "start",
  label: "",
};

/**
 * Where each text in an element of an SVG tree stands, reckoned from the font's widths.
 *
 * @param root The element; font attributes and transforms of it, of those within it and of those around it are honoured.
 * @returns One box for each text element that is not blank, in document order.
 */
export function textBoxes(root: Element): TextBox[] {
  return boxesOf(root, stateAround(root), []);
}

/** The place of all texts within an element, in the element's own pixels. */
export function textsWithin(element: Element): Box {
  const state = { ...inherit(element, stateAround(element)), matrix: initial.matrix };
  return around([...element.children].flatMap((child) => boxesOf(child, state, [])));
}

function stateAround({ parentElement }: Element): State {
  return parentElement ? inherit(parentElement, stateAround(parentElement)) : initial;
}

/** The place that boxes take together. */
export function around(boxes: readonly Box[]): Box {
  const of = (side: keyof Box) => boxes.map((box) => box[side]);
  const left = Math.min(...of("left")), top = Math.min(...of("top"));
  return { left, top, right: Math.max(...of("right")), bottom: Math.max(...of("bottom")) };
}

/** Whether two boxes lie on each other. */
export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A text that lies farther outside than a mark and its label are apart is not meant to be seen, as one past the domain. */
const farthest = 12;

/** Whether a text is to be seen, in whole or in part. */
export function isSeen(box: Box, width: number, height: number): boolean {
  const [right, bottom] = [width + farthest, height + farthest];
  return meet(box, { left: -farthest, top: -farthest, right, bottom });
}

/** Widens a picture by what no margin keeps within it. */
export function showTexts(svg: Element, boxes: readonly TextBox[]): void {
  const width = Number(svg.getAttribute("width")), height = Number(svg.getAttribute("height"));
  const seen = boxes.filter((box) => isSeen(box, width, height));
  const whole = around([...seen, { left: 0, top: 0, right: width, bottom: height }]);
  const [left, top] = [whole.left, whole.top].map((start) => Math.floor(start + 0.5));
  const across = Math.ceil(whole.right - 0.5) - left, down = Math.ceil(whole.bottom - 0.5) - top;
  if (across <= width && down <= height) return;
  const size = { width: across, height: down, viewBox: `${left} ${top} ${across} ${down}` };
  Object.entries(size).forEach(([name, value]) => svg.setAttribute(name, `${value}`));
}

function boxesOf(element: Element, inherited: State, boxes: TextBox[]): TextBox[] {
  let child = element.firstElementChild;
  const { localName } = element;
  if (localName === "text") return addText(element, inherit(element, inherited), boxes);
  if (child === null || localName === "defs") return boxes;
  const state = inherit(element, inherited);
  for (; child; child = child.nextElementSibling) boxesOf(child, state, boxes);
  return boxes;
}

function inherit(element: Element, state: State): State {
  const style = element.getAttribute("style"), weight = element.getAttribute("font-weight");
  const ownSize = style && /font-size:\s*([\d.]+)/.exec(style)?.[1];
  const size = ownSize || element.getAttribute("font-size");
  return {
    matrix: applyTransform(state.matrix, element.getAttribute("transform")),
    size: size === null ? state.size : Number.parseFloat(size),
    weight: weight === null ? state.weight : /bold|[6-9]00/.test(weight) ? "bold" : "regular",
    anchor: element.getAttribute("text-anchor") ?? state.anchor,
    label: element.getAttribute("aria-label") ?? state.label,
  };
}

/** A text's own line, and one for each of its spans, which stand at a place of their own or below the last. */
function addText(element: Element, state: State, boxes: TextBox[]): TextBox[] {
  let x = 0, y = 0;
  const lines: string[] = [], places: Box[] = [];
  const addLine = (line: Element, words: readonly Node[], style: State) => {
    const { anchor, size } = style;
    x = length(line, "x", size) ?? x;
    y = (length(line, "y", size) ?? y) + (length(line, "dy", size) ?? 0);
    const text = words.map(({ textContent }) => textContent).join("");
    if (text.trim() === "") return;
    const width = widthOf(words, style);
    const left = x - width * (anchor === "end" ? 1 : anchor === "middle" ? 0.5 : 0);
    lines.push(text);
    places.push({ left, right: left + width, top: y - ascent * size, bottom: y + descent * size });
  };
  const nodes = [...element.childNodes];
  addLine(element, nodes.filter(({ nodeType }) => nodeType === 3), state);
  for (const node of nodes) {
    const span = node as Element;
    if (span.localName === "tspan") addLine(span, [...span.childNodes], inherit(span, state));
  }
  if (lines.length === 0) return boxes;
  const { label, matrix } = state, rotated = Math.abs(matrix[1]) > 0.01;
  boxes.push({ ...moveBox(around(places), matrix), element, lines, label, rotated });
  return boxes;
}

/** How wide the words of a line are together, some of which may be bold. */
function widthOf(words: readonly Node[], state: State): number {
  return words.reduce((sum, word) => {
    if (word.nodeType !== 1) return sum + textWidth(word.textContent ?? "", state);
    return sum + widthOf([...word.childNodes], inherit(word as Element, state));
  }, 0);
}

function length(element: Element, name: string, size: number): number | undefined {
  const written = element.getAttribute(name), unit = written?.endsWith("em") ? size : 1;
  return written === null ? undefined : Number.parseFloat(written) * unit;
}

function moveBox({ left, top, right, bottom }: Box, [a, b, c, d, e, f]: Matrix): Box {
  return {
    left: Math.min(a * left, a * right) + Math.min(c * top, c * bottom) + e,
    top: Math.min(b * left, b * right) + Math.min(d * top, d * bottom) + f,
    right: Math.max(a * left, a * right) + Math.max(c * top, c * bottom) + e,
    bottom: Math.max(b * left, b * right) + Math.max(d * top, d * bottom) + f,
  };
}

function applyTransform(outer: Matrix, transform: string | null): Matrix {
  if (transform === null) return outer;
  let matrix = outer;
  for (const [, kind, list] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a, b, c, d, e, f] = matrix;
    const [p, q, r, s, x, y] = ofTransform(kind, list.split(/[\s,]+/).map(Number));
    const [left, top] = [a * x + c * y + e, b * x + d * y + f];
    matrix = [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, left, top];
  }
  return matrix;
}

function ofTransform(kind: string, [first, second]: readonly number[]): Matrix {
  if (kind === "translate") return [1, 0, 0, 1, first, second ?? 0];
  if (kind === "scale") return [first, 0, 0, second ?? first, 0, 0];
  const angle = kind === "rotate" ? first * Math.PI / 180 : 0;
  return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
}
