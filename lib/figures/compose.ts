import { crc32 } from "node:zlib";
import type { Language } from "../model/label.ts";
import { between, inset, type LineStyle, putSwatches, Sheet, unnamed } from "./sheet.ts";
import { lackingLetters } from "./render.ts";
import { showTexts } from "./margins.ts";
import { textBoxes } from "./text_boxes.ts";
import { theme } from "./theme.ts";
import { escapeXml } from "./write_element.ts";

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
