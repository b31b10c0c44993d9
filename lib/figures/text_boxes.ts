import { type TextStyle, textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";

/** Where one line of text stands, in pixels of the outermost element. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
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
  return visit(root, initial);
}

/**
 * Where each line of text within an element stands, in the element's own pixels; its font is inherited from those around it.
 *
 * @param element An element of an SVG tree.
 */
export function textBoxesWithin(element: Element): TextBox[] {
  const around: Element[] = [];
  for (let outer: Element | null = element; outer; outer = outer.parentElement) {
    around.unshift(outer);
  }
  const { matrix } = initial;
  const state = around.reduce((state, outer) => ({ ...inherit(outer, state), matrix }), initial);
  return [...element.children].flatMap((child) => visit(child, state));
}

const unseen = new Set(["title", "desc", "style", "defs", "clipPath"]);

function visit(element: Element, inherited: State): TextBox[] {
  if (unseen.has(element.localName)) return [];
  const state = inherit(element, inherited);
  return element.localName === "text"
    ? lines(element, state)
    : [...element.children].flatMap((child) => visit(child, state));
}

function inherit(element: Element, state: State): State {
  const size = /font-size:\s*([\d.]+)/.exec(element.getAttribute("style") ?? "")?.[1] ??
    element.getAttribute("font-size");
  const weight = element.getAttribute("font-weight");
  return {
    matrix: transformed(state.matrix, element.getAttribute("transform") ?? ""),
    size: size === null ? state.size : Number.parseFloat(size),
    weight: weight === null ? state.weight : /bold|[6-9]00/.test(weight) ? "bold" : "regular",
    anchor: element.getAttribute("text-anchor") ?? state.anchor,
    label: element.getAttribute("aria-label") ?? state.label,
  };
}

function lines(text: Element, state: State): TextBox[] {
  const start = {
    x: length(text, "x", state) ?? 0,
    y: (length(text, "y", state) ?? 0) + (length(text, "dy", state) ?? 0),
  };
  const parts = [...text.children].filter((child) => child.localName === "tspan");
  const own = [...text.childNodes].filter(({ nodeType }) => nodeType === 3)
    .map(({ textContent }) => textContent).join("");
  let y = start.y;
  return [
    ...boxes(own, start, { ...state, element: text }),
    ...parts.flatMap((part) => {
      const inner = inherit(part, state);
      y = (length(part, "y", inner) ?? y) + (length(part, "dy", inner) ?? 0);
      const at = { x: length(part, "x", inner) ?? start.x, y };
      return boxes(part, at, { ...inner, element: text });
    }),
  ];
}

/** How wide a line is, some of whose words may be bold. */
function lineWidth(line: string | Element, state: State): number {
  if (typeof line === "string") return textWidth(line, state);
  const widths = [...line.childNodes].map((node) =>
    node.nodeType === 1
      ? lineWidth(node as Element, inherit(node as Element, state))
      : textWidth(node.textContent ?? "", state)
  );
  return widths.reduce((sum, width) => sum + width, 0);
}

function boxes(
  line: string | Element,
  at: { x: number; y: number },
  state: State & { readonly element: Element },
): TextBox[] {
  const text = typeof line === "string" ? line : line.textContent ?? "";
  if (text.trim() === "") return [];
  const width = lineWidth(line, state);
  const left = at.x - width * (state.anchor === "end" ? 1 : state.anchor === "middle" ? 0.5 : 0);
  const top = at.y - ascent * state.size, bottom = at.y + descent * state.size;
  const [a, b, c, d, e, f] = state.matrix;
  const corners = [[left, top], [left + width, top], [left, bottom], [left + width, bottom]];
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  return [{
    text,
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
    element: state.element,
    label: state.label,
    rotated: Math.abs(b) > 0.01,
  }];
}

function length(element: Element, name: string, state: State): number | undefined {
  const written = element.getAttribute(name);
  if (written === null) return undefined;
  return Number.parseFloat(written) * (written.endsWith("em") ? state.size : 1);
}

function transformed(outer: Matrix, transform: string): Matrix {
  let matrix = outer;
  for (const [, kind, list] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const numbers = list.split(/[\s,]+/).map(Number);
    if (kind === "translate") {
      matrix = multiply(matrix, [1, 0, 0, 1, numbers[0], numbers[1] ?? 0]);
    } else if (kind === "scale") {
      matrix = multiply(matrix, [numbers[0], 0, 0, numbers[1] ?? numbers[0], 0, 0]);
    } else if (kind === "rotate") {
      const angle = numbers[0] * Math.PI / 180;
      const cos = Math.cos(angle), sin = Math.sin(angle);
      matrix = multiply(matrix, [cos, sin, -sin, cos, 0, 0]);
    }
  }
  return matrix;
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}
