import { textWidth, wrapText } from "./text_width.ts";
import { theme } from "./theme.ts";
import { escapeXml, rounded, writeElement } from "./write_element.ts";

/** The place of ids while the whole, from which they are told, is not yet known. */
export const unnamed = "to-be-named";

/** How a text of its own is set. */
export interface LineStyle {
  readonly size: number;
  readonly weight?: "bold";
  readonly fill?: string;
}

/** Room around texts and between parts, in pixels. */
export const inset = 4, between = 6;

/** Where a picture stands within another. */
type Place = Readonly<Record<"x" | "y" | "width" | "height", number>> & {
  /** Whether what lies outside is seen. */
  readonly overflow?: "visible";
};

/** What is composed so far, from the top down. */
export class Column {
  readonly lines: string[] = [];
  #pictures = 0;
  bottom = 0;

  /** @param width Width, which a wide picture stretches. */
  constructor(public width: number) {}

  /** Sets one line at a place. */
  line(
    text: string,
    { x, y, size, weight, fill }: LineStyle & { readonly x: number; readonly y: number },
  ): void {
    const style = `${weight ? ` font-weight="${weight}"` : ""}${fill ? ` fill="${fill}"` : ""}`;
    const place = `x="${rounded(x)}" y="${rounded(y)}" font-size="${size}"`;
    this.lines.push(`<text ${place}${style}>${escapeXml(text)}</text>`);
  }

  /** Sets a text below what is there, as wide as the column. */
  text(text: string, style: LineStyle): void {
    const { size } = style, room = { ...style, width: this.width - 2 * inset };
    for (const line of wrapText(text.replace(/[^\S\u00a0]+/g, " ").trim(), room)) {
      this.line(line, { ...style, x: inset, y: this.bottom + 0.95 * size });
      this.bottom += Math.round(size * theme.lineHeight);
    }
    this.bottom += between;
  }

  /** Puts a picture at a place, with ids of its own. */
  picture(svg: Element, { x, y, ...place }: Place): void {
    const prefix = `${unnamed}${this.#pictures++ === 0 ? "" : `-${this.#pictures}`}`;
    this.lines.push(writeElement(svg, {
      prefix,
      // The whole says what it is: names of its parts would be read in Plot's English.
      attributes: { "aria-hidden": "true", x: rounded(x), y: rounded(y), ...place },
    }));
  }
}

type Swatch = ReturnType<typeof swatchOf>;

const labelSize = theme.smallSize, step = Math.round(labelSize * theme.lineHeight);

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
      const y = middle + 0.35 * labelSize + (index - (lines.length - 1) / 2) * step;
      column.line(text, { x: x + width + gap, y, size: labelSize });
    });
  });
  column.bottom += 2 + row * Math.max(0, ...places.map(({ line }) => line + 1)) + between;
}

function swatchOf(item: Element, room: number) {
  const svg = item.querySelector("svg")!;
  const width = Number(svg.getAttribute("width")), height = Number(svg.getAttribute("height"));
  const lines = wrapText(item.textContent ?? "", { size: labelSize, width: room - width - gap });
  const across = width + gap +
    Math.max(...lines.map((line) => textWidth(line, { size: labelSize })));
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
