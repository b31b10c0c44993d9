import { theme } from "./theme.ts";
import { wrapText } from "./wrap_text.ts";
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
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly viewBox?: string;
  /** Whether what lies outside is seen. */
  readonly overflow?: "visible";
}

/** What is composed so far, from the top down. */
export class Column {
  readonly #lines: string[] = [];
  #pictures = 0;
  bottom = 0;

  /** @param width Width, which a wide picture stretches. */
  constructor(public width: number) {}

  get content(): string {
    return this.#lines.join("\n");
  }

  space(pixels: number): void {
    this.bottom += pixels;
  }

  /** Sets one line at a place. */
  line(
    text: string,
    { x, y, size, weight, fill }: LineStyle & { readonly x: number; readonly y: number },
  ): void {
    const style = `${weight ? ` font-weight="${weight}"` : ""}${fill ? ` fill="${fill}"` : ""}`;
    const place = `x="${rounded(x)}" y="${rounded(y)}" font-size="${size}"`;
    this.#lines.push(`<text ${place}${style}>${escapeXml(text)}</text>`);
  }

  /** Sets a text below what is there, as wide as the column. */
  text(text: string, style: LineStyle): void {
    const { size } = style, room = { ...style, width: this.width - 2 * inset };
    for (const line of wrapText(text.replace(/[^\S\u00a0]+/g, " ").trim(), room)) {
      this.line(line, { ...style, x: inset, y: this.bottom + 0.95 * size });
      this.space(Math.round(size * theme.lineHeight));
    }
    this.space(between);
  }

  /** Puts a picture at a place, with ids of its own. */
  picture(svg: Element, { x, y, ...place }: Place): void {
    const prefix = `${unnamed}${this.#pictures++ === 0 ? "" : `-${this.#pictures}`}`;
    this.#lines.push(writeElement(svg, {
      prefix,
      // The whole says what it is: names of its parts would be read in Plot's English.
      attributes: { "aria-hidden": "true", x: rounded(x), y: rounded(y), ...place },
    }));
  }
}
