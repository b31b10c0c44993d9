import type { PlotOptions } from "@observablehq/plot";

/** Sizes in pixels and colours that every figure shares. */
export const theme = {
  fontFamily: '"DejaVu Sans", Verdana, sans-serif',
  titleSize: 17,
  subtitleSize: 13,
  textSize: 12,
  smallSize: 11,
  sourceSize: 10.5,
  /** Distance of lines, in em. */
  lineHeight: 1.25,
  ink: "#1f2328",
  muted: "#59636e",
  rule: "#e4e7eb",
  grid: "#d0d5db",
  background: "#ffffff",
  increase: "#1f4e8c",
  decrease: "#b4442b",
  total: "#4d5661",
} as const;

/**
 * Colours of categories, in the order in which figures use them.
 *
 * Neighbours differ in lightness, so that they part in greyscale print too, and any two differ for
 * readers with red or green blindness.
 */
export const palette: readonly string[] = [
  "#1f4e8c",
  "#f0a030",
  "#0f7a68",
  "#a3cdea",
  "#b4442b",
  "#d9cba3",
  "#6b4c9a",
  "#8f979f",
];

/**
 * The colour of a category, also past the end of the palette.
 *
 * @param index Place of the category, from 0.
 * @returns A colour; from the second round through the palette on, a paler one.
 */
export function categoryColor(index: number): string {
  const paleness = Math.min(0.75, 0.45 * Math.floor(index / palette.length));
  const channels = palette[index % palette.length].match(/[0-9a-f]{2}/g) ?? [];
  const pale = (channel: number) => Math.round(channel + (255 - channel) * paleness);
  const mixed = channels.map((hex) => pale(parseInt(hex, 16)).toString(16).padStart(2, "0"));
  return `#${mixed.join("")}`;
}

/** What is asked of every figure that is drawn again, as for a column or a slide. */
export interface DrawOptions {
  /** Width in pixels, whatever the options say. */
  readonly width?: number;
  /** Whether title and subtitle are drawn. @default true */
  readonly title?: boolean;
}

/** Under this name a command tells a kernel how figures are drawn. */
export const drawing: unique symbol = Symbol.for("report.drawing");

/** The options that are drawn in place of those that a cell gives. */
export function drawingOptions(): PlotOptions {
  const { width, title = true }: DrawOptions = Reflect.get(globalThis, drawing) ?? {};
  const untitled = { title: undefined, subtitle: undefined };
  return { ...(width !== undefined && { width }), ...(!title && untitled) };
}
