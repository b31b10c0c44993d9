import { crc32 } from "node:zlib";
import type { Language } from "../model/label.ts";
import { between, Column, inset, type LineStyle, putSwatches, unnamed } from "./column.ts";
import { lackingLetters } from "./render.ts";
import { isSeen } from "./margins.ts";
import { around, textBoxes } from "./text_boxes.ts";
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
  const content = column.lines.join("\n"),
    width = Math.ceil(column.width),
    height = Math.ceil(column.bottom);
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
  const text = part.textContent ?? "", isHeading = /^h[1-6]$/.test(localName);
  if (text.trim() === "") return;
  if (column.bottom === 0 || !isHeading) column.bottom += between;
  column.text(text, localName === "h3" ? subtitle : isHeading ? title : caption);
}

/** A text that no margin keeps within the plot widens the picture. */
function putSvg(svg: Element, column: Column): void {
  const width = Number(svg.getAttribute("width")) || defaultWidth;
  const height = Number(svg.getAttribute("height")) || 150;
  const isRamp = /-ramp\b/.test(svg.getAttribute("class") ?? "");
  if (isRamp) svg.setAttribute("font-size", `${theme.smallSize}`);
  const boxes = textBoxes(svg).filter((box) => isRamp || isSeen(box, width, height));
  const whole = around([...boxes, { left: 0, top: 0, right: width, bottom: height }]);
  const [left, top] = [whole.left, whole.top].map((start) => Math.floor(start + 0.5));
  const across = width + Math.ceil(whole.right - width - 0.5) - left;
  const down = height + Math.ceil(whole.bottom - height - 0.5) - top;
  const x = isRamp ? inset : 0, y = column.bottom, isWider = across > width || down > height;
  column.picture(svg, {
    ...{ x, y, width: across, height: down },
    ...(isRamp && { overflow: "visible" }),
    ...(isWider && { viewBox: `${left} ${top} ${across} ${down}` }),
  });
  column.width = Math.max(column.width, x + across);
  column.bottom += down + (isRamp ? between : 0);
}
