import * as Plot from "@observablehq/plot";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";
import { wrapText } from "./wrap_text.ts";

/** What a figure with one row per label needs besides its labels. */
export interface RowFrameOptions {
  /** Least height of each row in pixels, one for all or one a row; 28 unless told. */
  readonly rowHeight?: number | readonly number[];
  /** Room right of the plot; the figure's padding unless told. */
  readonly marginRight?: number;
  /** Room under the rows, for the axis; 40 unless told. */
  readonly marginBottom?: number;
}

/** Rows under each other, as high as their labels need, with the labels at the left. */
export interface RowFrame {
  /** Middle of each row, on the y scale, which counts pixels downwards. */
  readonly centers: readonly number[];
  readonly heights: readonly number[];
  /** Width of the plot between its margins. */
  readonly innerWidth: number;
  readonly marginLeft: number;
  /** Size, margins and y scale. */
  readonly options: Plot.PlotOptions;
  /** Rules between the rows, and the labels. */
  readonly marks: Plot.Markish[];
}

const marginTop = 6, widestLabel = 230, labelGap = 14;

/**
 * Lays out the rows of a figure.
 *
 * @param labels Labels of the rows, wrapped where they are long.
 * @param options Heights and margins.
 * @returns The layout, and the marks that are common to such figures.
 */
export function rowFrame(labels: readonly string[], options: RowFrameOptions = {}): RowFrame {
  const { rowHeight = 28, marginRight = theme.padding, marginBottom = 40 } = options;
  const line = theme.textSize * theme.lineHeight;
  const texts = labels.map((label) => wrapText(label, { width: widestLabel }));
  const heights = texts.map((lines, index) =>
    Math.max(
      typeof rowHeight === "number" ? rowHeight : rowHeight[index],
      lines.length * line + 10,
    )
  );
  const labelWidth = Math.max(...texts.flat().map((text) => textWidth(text)));
  const marginLeft = Math.ceil(theme.padding + labelWidth + labelGap);
  const ends = heights.map((_, index) => heights.slice(0, index + 1).reduce((a, b) => a + b));
  const centers = ends.map((end, index) => end - heights[index] / 2);
  const total = ends[ends.length - 1];
  const toEdge = { insetLeft: theme.padding - marginLeft, insetRight: theme.padding - marginRight };
  return {
    centers,
    heights,
    marginLeft,
    innerWidth: theme.width - marginLeft - marginRight,
    options: {
      width: theme.width,
      height: marginTop + total + marginBottom,
      marginTop,
      marginBottom,
      marginLeft,
      marginRight,
      y: { domain: [0, total], range: [marginTop, marginTop + total], axis: null },
    },
    marks: [
      Plot.ruleY([0, ...ends], { stroke: theme.rule, ...toEdge }),
      Plot.text(texts, {
        y: centers,
        text: (lines: string[]) => lines.join("\n"),
        frameAnchor: "left",
        dx: theme.padding - marginLeft,
        lineHeight: theme.lineHeight,
      }),
    ],
  };
}
