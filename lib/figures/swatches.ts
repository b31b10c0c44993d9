import { between, type Column, inset } from "./column.ts";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";
import { wrapText } from "./wrap_text.ts";

interface Swatch {
  readonly svg: Element;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** Size with its label, in pixels. */
  readonly across: number;
  readonly down: number;
}

const size = theme.smallSize, step = Math.round(size * theme.lineHeight);

/** Room between a swatch and its label, between swatches beside each other and under each other. */
const gap = 6, beside = 14, under = 3;

/**
 * Lays out the swatches of a legend as a browser would: in rows, or in the columns that its options ask for.
 *
 * @param legend What Plot made for a page.
 * @param column Where it goes.
 */
export function putSwatches(legend: Element, column: Column): void {
  const inner = column.width - 2 * inset;
  const swatches = [...legend.children].filter((child) => /-swatch\b/.test(child.className))
    .map((item) => swatchOf(item, inner));
  const row = Math.max(step + under, ...swatches.map(({ down }) => down + under));
  const { columns } = (legend as HTMLElement).style;
  const places = columns
    ? inColumns(swatches, columnsIn(columns, inner), inner)
    : inRows(swatches, inner);
  const top = column.bottom + 2;
  places.forEach(({ x, line }, at) => {
    const { svg, width, height, lines } = swatches[at], middle = top + (line + 0.5) * row;
    column.picture(svg, { x, y: middle - height / 2, width, height, overflow: "visible" });
    lines.forEach((text, index) => {
      const y = middle + 0.35 * size + (index - (lines.length - 1) / 2) * step;
      column.line(text, { x: x + width + gap, y, size });
    });
  });
  column.space(2 + row * Math.max(0, ...places.map(({ line }) => line + 1)) + between);
}

function swatchOf(item: Element, room: number): Swatch {
  const svg = item.querySelector("svg")!;
  const width = Number(svg.getAttribute("width")), height = Number(svg.getAttribute("height"));
  const lines = wrapText(item.textContent ?? "", { size, width: room - width - gap });
  const across = width + gap + Math.max(...lines.map((line) => textWidth(line, { size })));
  return { svg, width, height, lines, across, down: Math.max(height, step * lines.length) };
}

/** How many columns a style sheet would set: so many, or as many as are so wide. */
function columnsIn(columns: string, width: number): number {
  const pixels = /([\d.]+)px/.exec(columns)?.[1];
  if (pixels === undefined) return Number.parseInt(columns) || 1;
  return Math.max(1, Math.floor((width + 10) / (Number(pixels) + 10)));
}

/** Swatches in columns that are filled one after the other; fewer than asked for where a label would not fit. */
function inColumns(swatches: readonly Swatch[], wanted: number, room: number) {
  const widest = Math.max(...swatches.map(({ across }) => across)) + beside;
  const columns = Math.max(1, Math.min(wanted, Math.floor((room + beside) / widest)));
  const lines = Math.ceil(swatches.length / columns);
  const x = (at: number) => inset + Math.floor(at / lines) * room / columns;
  return swatches.map((_, at) => ({ x: x(at), line: at % lines }));
}

function inRows(swatches: readonly Swatch[], room: number) {
  let right = 0, line = 0;
  return swatches.map(({ across }) => {
    if (right > 0 && right + across > room) [right, line] = [0, line + 1];
    const x = inset + right;
    right += across + beside;
    return { x, line };
  });
}
