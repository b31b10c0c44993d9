import type { Language } from "../model/label.ts";
import { lackingLetters } from "./render.ts";
import { showTexts, textBoxes } from "./text_boxes.ts";
import { type TextStyle, textWidth, wrapText } from "./text_width.ts";
import { theme } from "./theme.ts";
import { escapeXml, roundLength, writeElement } from "./plot_element.ts";

const title: LineStyle = { size: theme.titleSize, weight: "bold" };
const subtitle: LineStyle = { size: theme.subtitleSize, fill: theme.muted };
const caption: LineStyle = { size: theme.sourceSize, fill: theme.muted };

/** What is said of a picture beside what it shows. */
export interface PictureWords {
  /** What stands for the picture where it cannot be seen. */
  readonly alt: string;
  /** More of it, for who asks. */
  readonly description?: string;
  readonly language: Language;
}

const defaultWidth = 640;

/**
 * Puts what Plot returns, titles, legends, plots and captions, under each other into one SVG that needs nothing else.
 *
 * @param parts Plots, legends, and figures of these.
 * @param said What is said of the picture.
 * @returns The text of the SVG, the same for the same parts.
 */
export function compose(parts: readonly Element[], said: PictureWords): string {
  const { alt, description = alt, language } = said;
  const sheet = new Sheet(Math.max(...parts.map(widest)));
  parts.forEach((part) => put(part, sheet));
  const width = Math.ceil(sheet.width), height = Math.ceil(sheet.bottom);
  const content = sheet.lines.join("\n"), lacking = lackingLetters(content).join(" ");
  if (lacking) console.warn(`The figures' font has no ${lacking}: a PNG or PDF leaves them out.`);
  const links = content.includes("xlink:") ? ' xmlns:xlink="http://www.w3.org/1999/xlink"' : "";
  const prefix = `f${crc32(content).toString(36)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${links} xml:space="preserve" role="img"` +
    ` lang="${language}" aria-label="${escapeXml(alt)}" width="${width}" height="${height}"` +
    ` viewBox="0 0 ${width} ${height}" font-family="${escapeXml(theme.fontFamily)}"` +
    ` fill="${theme.ink}" color="${theme.ink}">`,
    `<desc>${escapeXml(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${theme.background}"/>`,
    content.replaceAll(unnamed, prefix),
    `</svg>\n`,
  ].join("\n");
}

const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum >>> 1 ^ 0xedb88320 & -(sum & 1);
  return sum;
});

/** CRC-32 by which a picture names its parts: Node's takes all of its streams along, a fifth of the library's loading. */
function crc32(text: string): number {
  let sum = -1;
  for (const byte of new TextEncoder().encode(text)) {
    sum = sum >>> 8 ^ checksums[(sum ^ byte) & 255];
  }
  return ~sum >>> 0;
}

function widest(part: Element): number {
  const svgs = [part, ...part.children].filter(({ localName }) => localName === "svg");
  return Math.max(...svgs.map((svg) => Number(svg.getAttribute("width")))) || defaultWidth;
}

function put(part: Element, sheet: Sheet): void {
  const { localName } = part, kind = part.getAttribute("class") ?? "";
  if (localName === "style") return;
  if (localName === "svg") return putSvg(part, sheet);
  if (/-swatches\b/.test(kind)) return putSwatches(part, sheet);
  if (localName !== "figcaption" && part.querySelector("svg")) {
    return [...part.children].forEach((child) => put(child, sheet));
  }
  const text = part.textContent ?? "", isHeading = /^h[1-6]$/.test(localName);
  if (text.trim() === "") return;
  if (sheet.bottom === 0 || !isHeading) sheet.bottom += between;
  sheet.text(text, localName === "h3" ? subtitle : isHeading ? title : caption);
}

function putSvg(svg: Element, sheet: Sheet): void {
  const isRamp = /-ramp\b/.test(svg.getAttribute("class") ?? ""), fontSize = `${theme.smallSize}`;
  if (isRamp && svg.getAttribute("font-size") !== fontSize) {
    svg.setAttribute("font-size", fontSize);
    showTexts(svg, textBoxes(svg));
  }
  const width = Number(svg.getAttribute("width")) || defaultWidth;
  const height = Number(svg.getAttribute("height")) || 150, x = isRamp ? inset : 0;
  const overflow = isRamp && { overflow: "visible" } as const;
  sheet.picture(svg, { x, y: sheet.bottom, width, height, ...overflow });
  sheet.width = Math.max(sheet.width, x + width);
  sheet.bottom += height + (isRamp ? between : 0);
}

/** The place of ids while the whole, from which they are told, is not yet known. */
const unnamed = "to-be-named";

/** How a text of its own is set. */
interface LineStyle extends TextStyle {
  readonly size: number;
  readonly fill?: string;
}

type PlacedLine = LineStyle & { readonly x: number; readonly y: number };

/** Room around texts and between parts, in pixels. */
const inset = 4, between = 6;

/** Where a picture stands within another, and whether what lies outside is seen. */
interface Place extends Readonly<Record<"x" | "y" | "width" | "height", number>> {
  readonly overflow?: "visible";
}

/** What is composed so far, from the top down. */
class Sheet {
  readonly lines: string[] = [];
  #pictures = 0;
  bottom = 0;

  /** @param width Width, which a wide picture stretches. */
  constructor(public width: number) {}

  /** Sets one line at a place. */
  line(text: string, { x, y, size, weight, fill }: PlacedLine): void {
    const style = `${weight ? ` font-weight="${weight}"` : ""}${fill ? ` fill="${fill}"` : ""}`;
    const place = `x="${roundLength(x)}" y="${roundLength(y)}" font-size="${size}"`;
    this.lines.push(`<text ${place}${style}>${escapeXml(text)}</text>`);
  }

  /** Sets a text below what is there, as wide as the sheet. */
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
    // The whole says what it is: names of its parts would be read in Plot's English.
    const attributes = { "aria-hidden": "true", x: roundLength(x), y: roundLength(y), ...place };
    this.lines.push(writeElement(svg, { prefix, attributes }));
  }
}

const labelSize = theme.smallSize, step = Math.round(labelSize * theme.lineHeight);

/** Room between a swatch and its label, between swatches beside each other and under each other. */
const gap = 6, beside = 14, under = 3;

/**
 * Lays out the swatches of a legend as a browser would: in rows, or in the columns that its options ask for, which are filled
 * one after the other, and fewer where a label would not fit.
 *
 * @param legend What Plot made for a page.
 * @param sheet Where it goes.
 */
function putSwatches(legend: Element, sheet: Sheet): void {
  const room = sheet.width - 2 * inset, top = sheet.bottom + 2;
  const swatches = [...legend.children].filter((child) => /-swatch\b/.test(child.className))
    .map((item) => swatchOf(item, room));
  const widest = Math.max(...swatches.map(({ across }) => across)) + beside;
  const row = Math.max(step, ...swatches.map(({ down }) => down)) + under;
  const wanted = columnsIn((legend as HTMLElement).style.columns, room);
  const columns = Math.max(1, Math.min(wanted, Math.floor((room + beside) / widest)));
  const most = Math.ceil(swatches.length / columns);
  let left = 0, line = 0;
  swatches.forEach(({ svg, width, height, lines, across }, at) => {
    if (wanted > 0) [left, line] = [Math.floor(at / most) * room / columns, at % most];
    else if (left > 0 && left + across > room) [left, line] = [0, line + 1];
    const x = inset + left, middle = top + (line + 0.5) * row;
    sheet.picture(svg, { x, y: middle - height / 2, width, height, overflow: "visible" });
    lines.forEach((text, index) => {
      const y = middle + 0.35 * labelSize + (index - (lines.length - 1) / 2) * step;
      sheet.line(text, { x: x + width + gap, y, size: labelSize });
    });
    left += across + beside;
    sheet.bottom = Math.max(sheet.bottom, top + row * (line + 1));
  });
  sheet.bottom += between;
}

function swatchOf(item: Element, room: number) {
  const svg = item.querySelector("svg")!;
  const width = Number(svg.getAttribute("width")), height = Number(svg.getAttribute("height"));
  const lines = wrapText(item.textContent ?? "", { size: labelSize, width: room - width - gap });
  const widths = lines.map((line) => textWidth(line, { size: labelSize }));
  const across = width + gap + Math.max(...widths), down = Math.max(height, step * lines.length);
  return { svg, width, height, lines, across, down };
}

/** How many columns a style sheet would set: so many, or as many as are so wide; 0 where it sets none. */
function columnsIn(columns: string | undefined, width: number): number {
  const pixels = Number(/([\d.]+)px/.exec(columns ?? "")?.[1]);
  return pixels ? Math.floor((width + 10) / (pixels + 10)) || 1 : Number.parseInt(columns || "0");
}
