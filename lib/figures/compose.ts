import { crc32 } from "node:zlib";
import type { Language } from "../model/label.ts";
import { between, Column, inset, type LineStyle, unnamed } from "./column.ts";
import { lackingLetters } from "./fonts.ts";
import { isSeen } from "./margins.ts";
import { putSwatches } from "./swatches.ts";
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
 * @param words What is said of the picture.
 * @returns The text of the SVG, the same for the same parts.
 */
export function compose(
  parts: readonly Element[],
  { alt, description, language }: PictureWords,
): string {
  const column = new Column(Math.max(...parts.map(widest)));
  parts.forEach((part) => put(part, column));
  const { content } = column, width = Math.ceil(column.width), height = Math.ceil(column.bottom);
  const lacking = lackingLetters(content);
  if (lacking.length > 0) {
    console.warn(`The figures' font has no ${lacking.join(" ")}: a PNG or PDF leaves them out.`);
  }
  const links = content.includes("xlink:") ? ' xmlns:xlink="http://www.w3.org/1999/xlink"' : "";
  const prefix = `f${crc32(content).toString(36)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${links} xml:space="preserve" role="img" lang="${language}"` +
    ` aria-label="${escapeXml(alt)}" width="${width}" height="${height}"` +
    ` viewBox="0 0 ${width} ${height}" font-family="${escapeXml(theme.fontFamily)}"` +
    ` fill="${theme.ink}" color="${theme.ink}">`,
    `<desc>${escapeXml(description ?? alt)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${theme.background}"/>`,
    content.replaceAll(unnamed, prefix),
    `</svg>\n`,
  ].join("\n");
}

function widest(part: Element): number {
  if (part.localName === "svg") return Number(part.getAttribute("width")) || defaultWidth;
  const svgs = [...part.children].filter(({ localName }) => localName === "svg");
  return Math.max(...svgs.map(widest), 0) || defaultWidth;
}

function put(part: Element, column: Column): void {
  const { localName } = part, kind = part.getAttribute("class") ?? "";
  if (localName === "style") return;
  if (localName === "svg") return putSvg(part, column);
  if (/-swatches\b/.test(kind)) return putSwatches(part, column);
  if (localName !== "figcaption" && part.querySelector("svg")) {
    return [...part.children].forEach((child) => put(child, column));
  }
  const text = part.textContent ?? "";
  if (text.trim() === "") return;
  if (column.bottom === 0) column.space(between);
  if (localName === "h3") return column.text(text, subtitle);
  if (/^h[1-6]$/.test(localName)) return column.text(text, title);
  column.space(between);
  column.text(text, caption);
}

/** A text that no margin keeps within the plot widens the picture. */
function putSvg(svg: Element, column: Column): void {
  const width = Number(svg.getAttribute("width")) || defaultWidth;
  const height = Number(svg.getAttribute("height")) || 150;
  const isRamp = /-ramp\b/.test(svg.getAttribute("class") ?? "");
  if (isRamp) svg.setAttribute("font-size", `${theme.smallSize}`);
  const boxes = textBoxes(svg).filter((box) => isRamp || isSeen(box, width, height));
  const past = (lengths: readonly number[]) => Math.ceil(Math.max(0, ...lengths) - 0.5);
  const left = past(boxes.map((box) => -box.left)),
    right = past(boxes.map((box) => box.right - width));
  const top = past(boxes.map((box) => -box.top)),
    bottom = past(boxes.map((box) => box.bottom - height));
  const x = isRamp ? inset : 0;
  column.picture(svg, {
    x,
    y: column.bottom,
    width: left + width + right,
    height: top + height + bottom,
    ...(isRamp && { overflow: "visible" }),
    ...(left + right + top + bottom > 0 && {
      viewBox: `${-left} ${-top} ${left + width + right} ${top + height + bottom}`,
    }),
  });
  column.width = Math.max(column.width, x + left + width + right);
  column.space(top + height + bottom + (isRamp ? between : 0));
}
