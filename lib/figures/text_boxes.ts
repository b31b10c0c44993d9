import { type TextStyle, textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";

/** A place in a picture, in its pixels. */
export type Box = Readonly<Record<"left" | "top" | "right" | "bottom", number>>;

/** Where one line of text stands, in pixels of the outermost element. */
export interface TextBox extends Box {
  readonly text: string;
  /** The text element that holds the line. */
  readonly element: Element;
  /** What the nearest group with a label is, such as `x-axis tick label`. */
  readonly label: string;
  readonly rotated: boolean;
}

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
 * Where each line of text in an SVG tree stands, reckoned from the font's widths.
 *
 * @param root An element; its font attributes and transforms and those within it are honoured.
 * @returns One box for each line, in document order.
 */
export function textBoxes(root: Element): TextBox[] {
  return boxesOf(root, initial);
}

/**
 * Where each line of text within an element stands, in the element's own pixels; its font is inherited from those around it.
 *
 * @param element An element of an SVG tree.
 */
export function textBoxesWithin(element: Element): TextBox[] {
  const { matrix } = initial;
  const inherited = (inner: Element): State =>
    inherit(inner, inner.parentElement ? inherited(inner.parentElement) : initial);
  const state = { ...inherited(element), matrix };
  return [...element.children].flatMap((child) => boxesOf(child, state));
}

/** The place that boxes take together. */
export function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** Whether two boxes lie on each other. */
export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

const unseen = new Set(["title", "desc", "style", "defs", "clipPath"]);

function boxesOf(element: Element, inherited: State): TextBox[] {
  const { localName } = element;
  if (localName === "text") return lines(element, inherit(element, inherited));
  let child = unseen.has(localName) ? null : element.firstElementChild;
  if (child === null) return [];
  const state = inherit(element, inherited), boxes: TextBox[] = [];
  for (; child; child = child.nextElementSibling) boxes.push(...boxesOf(child, state));
  return boxes;
}

function inherit(element: Element, state: State): State {
  const style = element.getAttribute("style");
  const size = (style && /font-size:\s*([\d.]+)/.exec(style)?.[1]) ||
    element.getAttribute("font-size");
  const weight = element.getAttribute("font-weight");
  return {
    matrix: transformed(state.matrix, element.getAttribute("transform")),
    size: size === null ? state.size : Number.parseFloat(size),
    weight: weight === null ? state.weight : /bold|[6-9]00/.test(weight) ? "bold" : "regular",
    anchor: element.getAttribute("text-anchor") ?? state.anchor,
    label: element.getAttribute("aria-label") ?? state.label,
  };
}

/** A text's own line, and one for each of its spans, which stand at a place of their own or below the last. */
function lines(element: Element, outer: State): TextBox[] {
  let x = 0, y = 0;
  const lineOf = (line: Element, words: readonly Node[], state: State): TextBox[] => {
    x = length(line, "x", state) ?? x;
    y = (length(line, "y", state) ?? y) + (length(line, "dy", state) ?? 0);
    const text = words.map(({ textContent }) => textContent).join("");
    if (text.trim() === "") return [];
    const width = widthOf(words, state);
    const left = x - width * (state.anchor === "end" ? 1 : state.anchor === "middle" ? 0.5 : 0);
    const top = y - ascent * state.size, bottom = y + descent * state.size;
    const box = moved({ left, top, right: left + width, bottom }, state.matrix);
    const { label, matrix } = state;
    return [{ ...box, text, element, label, rotated: Math.abs(matrix[1]) > .01 }];
  };
  const nodes = [...element.childNodes];
  const own = lineOf(element, nodes.filter(({ nodeType }) => nodeType === 3), outer);
  const spans = nodes.filter((node): node is Element => (node as Element).localName === "tspan");
  return spans.reduce(
    (boxes, span) => boxes.concat(lineOf(span, [...span.childNodes], inherit(span, outer))),
    own,
  );
}

/** How wide the words of a line are together, some of which may be bold. */
function widthOf(words: readonly Node[], state: State): number {
  const widths = words.map((word) =>
    word.nodeType === 1
      ? widthOf([...word.childNodes], inherit(word as Element, state))
      : textWidth(word.textContent ?? "", state)
  );
  return widths.reduce((sum, width) => sum + width, 0);
}

function length(element: Element, name: string, { size }: State): number | undefined {
  const written = element.getAttribute(name);
  if (written === null) return undefined;
  return Number.parseFloat(written) * (written.endsWith("em") ? size : 1);
}

function moved({ left, top, right, bottom }: Box, [a, b, c, d, e, f]: Matrix): Box {
  const [x1, x2, x3, x4] = [a * left, a * right, c * top, c * bottom];
  const [y1, y2, y3, y4] = [b * left, b * right, d * top, d * bottom];
  return {
    left: Math.min(x1, x2) + Math.min(x3, x4) + e,
    top: Math.min(y1, y2) + Math.min(y3, y4) + f,
    right: Math.max(x1, x2) + Math.max(x3, x4) + e,
    bottom: Math.max(y1, y2) + Math.max(y3, y4) + f,
  };
}

function transformed(outer: Matrix, transform: string | null): Matrix {
  let matrix = outer;
  for (const [, kind, list] of transform?.matchAll(/(\w+)\(([^)]*)\)/g) ?? []) {
    const [first, second] = list.split(/[\s,]+/).map(Number);
    const [a, b, c, d, e, f] = matrix;
    if (kind === "translate") {
      matrix = [a, b, c, d, a * first + c * (second ?? 0) + e, b * first + d * (second ?? 0) + f];
    } else if (kind === "scale") {
      matrix = [a * first, b * first, c * (second ?? first), d * (second ?? first), e, f];
    } else if (kind === "rotate") {
      const angle = first * Math.PI / 180, cos = Math.cos(angle), sin = Math.sin(angle);
      matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f];
    }
  }
  return matrix;
}
