import type { Caption } from "./caption.ts";
import type { DrawnPlot } from "./draw_plot.ts";
import { escapeXml, serializeSvg } from "./serialize_svg.ts";
import type { FontWeight } from "./advance_widths.ts";
import { theme } from "./theme.ts";
import { words } from "../words/words.ts";
import { wrapText } from "./wrap_text.ts";

/** The parts of a figure below its heading. */
export interface FigureParts {
  readonly legend?: DrawnPlot;
  readonly plot: DrawnPlot;
  /** A remark under the plot. */
  readonly note?: string;
}

interface Style {
  readonly size: number;
  readonly weight?: FontWeight;
  readonly fill?: string;
}

/**
 * Puts heading, legend, plot, note and source line into one SVG that needs nothing else.
 *
 * @param parts The drawn parts.
 * @param caption What is said around them.
 * @returns The text of the SVG.
 */
export function composeSvg(
  parts: FigureParts,
  caption: Required<Pick<Caption, "alt">> & Caption,
): string {
  const { legend, plot, note } = parts;
  const { name, title, subtitle, alt, source, language } = caption;
  const { width } = plot;
  const column = new Column(width);
  column.text(title, { size: theme.titleSize, weight: "bold" });
  if (subtitle) column.space(3).text(subtitle, { size: theme.subtitleSize, fill: theme.muted });
  column.space(10);
  if (legend) column.group(legend, `${name}-legend`).space(6);
  column.group(plot, name);
  if (note) column.space(6).text(note, { size: theme.smallSize, fill: theme.muted });
  column.space(8).text(`${words[language].figures.source}: ${source}`, {
    size: theme.sourceSize,
    fill: theme.muted,
  });
  const height = Math.ceil(column.bottom + theme.padding * 0.75);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="${language}" data-name="${name}"` +
    ` aria-label="${escapeXml(alt)}" width="${width}" height="${height}"` +
    ` viewBox="0 0 ${width} ${height}" font-family="${escapeXml(theme.fontFamily)}"` +
    ` font-size="${theme.textSize}" text-anchor="middle" fill="${theme.ink}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(alt)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${theme.background}"/>`,
    ...column.parts,
    `</svg>\n`,
  ].join("\n");
}

class Column {
  readonly parts: string[] = [];
  bottom: number = theme.padding;

  constructor(readonly width: number) {}

  space(pixels: number): this {
    this.bottom += pixels;
    return this;
  }

  text(text: string, style: Style): this {
    const { size, weight, fill } = style;
    const lines = wrapText(text, { size, weight, width: this.width - 2 * theme.padding });
    const step = Math.round(size * theme.lineHeight);
    const spans = lines.map((line, index) => {
      const baseline = Math.round((this.bottom + step * index + size * 0.95) * 100) / 100;
      return `<tspan x="${theme.padding}" y="${baseline}">${escapeXml(line)}</tspan>`;
    });
    this.parts.push(
      `<text text-anchor="start" font-size="${size}"${weight ? ` font-weight="${weight}"` : ""}` +
        `${fill ? ` fill="${fill}"` : ""}>${spans.join("")}</text>`,
    );
    return this.space(step * lines.length);
  }

  group(plot: DrawnPlot, prefix: string): this {
    this.parts.push(
      `<g transform="translate(0,${Math.round(this.bottom * 100) / 100})">\n${
        serializeSvg(plot.svg, prefix)
      }\n</g>`,
    );
    return this.space(plot.height);
  }
}
