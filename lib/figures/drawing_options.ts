import type { PlotOptions } from "@observablehq/plot";

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
