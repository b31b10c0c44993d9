import { type TextStyle, textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";

/** Where one line of text stands, in pixels of the outermost element. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Height of the tallest letters over the baseline and depth below it, in em. */
const ascent = 0.78, descent = 0.22;

type Matrix = readonly [number, number, number, number, number, number];

interface State extends Required<TextStyle> {
  readonly matrix: Matrix;
  readonly anchor: string;
}

const initial: State = {
  matrix: [1, 0, 0, 1, 0, 0],
  size: theme.textSize,
  weight: "regular",
  anchor: "middle",
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

function visit(element: Element, inherited: State): TextBox[] {
  if (element.localName === "title" || element.localName === "desc") return [];
  const state = inherit(element, inherited);
  return element.localName === "text"
    ? lines(element, state)
    : [...element.children].flatMap((child) => visit(child, state));
}

function inherit(element: Element, state: State): State {
  const size = element.getAttribute("font-size");
  const weight = element.getAttribute("font-weight");
  return {
    matrix: transformed(state.matrix, element.getAttribute("transform") ?? ""),
    size: size === null ? state.size : Number.parseFloat(size),
    weight: weight === null ? state.weight : /bold|[6-9]00/.test(weight) ? "bold" : "regular",
    anchor: element.getAttribute("text-anchor") ?? state.anchor,
  };
}

function lines(text: Element, state: State): TextBox[] {
  const start = {
    x: length(text, "x", state) ?? 0,
    y: (length(text, "y", state) ?? 0) + (length(text, "dy", state) ?? 0),
  };
  const parts = [...text.children].filter((child) => child.localName === "tspan");
  if (parts.length === 0) return boxes(text.textContent ?? "", start, state);
  let y = start.y;
  return parts.flatMap((part) => {
    const inner = inherit(part, state);
    y = (length(part, "y", inner) ?? y) + (length(part, "dy", inner) ?? 0);
    return boxes(part.textContent ?? "", { x: length(part, "x", inner) ?? start.x, y }, inner);
  });
}

function boxes(text: string, at: { x: number; y: number }, state: State): TextBox[] {
  if (text.trim() === "") return [];
  const width = textWidth(text, state);
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
