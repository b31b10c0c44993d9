import * as Plot from "@observablehq/plot";
import { formatNumber } from "../numbers/format_number.ts";
import type { Caption } from "./caption.ts";
import { checkRows, refuse } from "./check_rows.ts";
import { type Segment, segmentLabels } from "./segment_labels.ts";
import type { Figure } from "./figure.ts";
import { categoryColor } from "./palette.ts";
import { plotFigure } from "./plot_figure.ts";
import { readableInk } from "./readable_ink.ts";
import { rowFrame } from "./row_frame.ts";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";
import { valueData } from "./value_data.ts";
import { valueScale } from "./value_scale.ts";
import { words } from "../words/words.ts";

/** One part of one whole. */
export interface PartRow {
  readonly whole: string;
  readonly part: string;
  readonly value: number;
}

/** What a composition figure shows. */
export interface CompositionInput {
  readonly rows: readonly PartRow[];
  readonly unit: string;
  /** Whether each whole is drawn as 100 % or at its size. */
  readonly as: "share" | "amount";
  /** Decimals of amounts; as many as they have unless told. Shares have one. */
  readonly decimals?: number;
}

const barHeight = 26, totalGap = 10;

/**
 * Draws what wholes consist of: one bar for each whole, one segment for each part.
 *
 * A segment carries its number, or has it above where the segment is too narrow; the whole's total
 * stands at the end of its bar.
 *
 * @param input The parts; wholes and parts stand in the order in which they first appear.
 * @param caption What is said around the figure.
 * @returns The figure.
 * @throws {RangeError} If there are no rows, a value is negative or not finite, or a whole that is drawn as shares is 0.
 *
 * @example
 * ```ts
 * import { compositionFigure } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const figure = compositionFigure({
 *   rows: [
 *     { whole: "2016", part: "в стенах", value: 257968 },
 *     { whole: "2016", part: "удалённые", value: 9858 },
 *   ],
 *   unit: "чел.",
 *   as: "share",
 * }, {
 *   name: "users-remote",
 *   title: "Почти все пользователи приходят в библиотеку",
 *   alt: "Полоса из двух частей: 96,3 % и 3,7 %.",
 *   source: "Отчёт, таблица 1",
 *   language: "ru",
 * });
 * assertStringIncludes(figure.svg, "96,3");
 * ```
 */
export function compositionFigure(input: CompositionInput, caption: Caption): Figure {
  const { rows, unit, as, decimals } = input;
  const { language } = caption;
  const wholes = [...new Set(rows.map(({ whole }) => whole))];
  const parts = [...new Set(rows.map(({ part }) => part))];
  const sums = wholes.map((whole) => sum(rows.filter((row) => row.whole === whole)));
  refuse(caption, [
    ...checkRows(rows, { texts: ["whole", "part"], numbers: ["value"] }),
    ...rows.filter(({ value }) => value < 0)
      .map(({ part, value }) => `wanted parts of 0 or more, found ${value} for "${part}"`),
    ...wholes.filter((_, index) => as === "share" && sums[index] === 0)
      .map((whole) => `wanted a whole to take shares of, found 0 for "${whole}"`),
  ]);
  const write = (value: number) => formatNumber(value, { language, decimals });
  const totals = sums.map((total) =>
    as === "share"
      ? `${words[language].figures.all}\n${write(total)} ${unit}`.trimEnd().split("\n")
      : [write(total)]
  );
  const totalWidth = Math.max(
    ...totals.flat().map((text) => textWidth(text, { weight: "bold" })),
  );
  const marginRight = Math.ceil(theme.padding + totalWidth + totalGap);
  const { innerWidth } = rowFrame(wholes, { marginRight });
  const greatest = as === "share" ? 100 : Math.max(...sums) || 1;
  const labelled = wholes.map((whole, index) => {
    const factor = as === "share" ? 100 / sums[index] : 1;
    const segments = stack(rows.filter((row) => row.whole === whole), factor).map((segment) => ({
      ...segment,
      text: as === "share"
        ? formatNumber(segment.share, { language, decimals: 1 })
        : write(segment.value),
    }));
    return segmentLabels(segments, { pixels: innerWidth / greatest, width: innerWidth });
  });
  const frame = rowFrame(wholes, {
    marginRight,
    rowHeight: labelled.map(({ above }) => barHeight + 14 + above),
  });
  const placed = labelled.flatMap(({ labels, above }, index) =>
    labels.map((label) => ({
      ...label,
      y: frame.centers[index] + above / 2,
      color: categoryColor(parts.indexOf(label.part)),
    }))
  );
  const scale = valueScale([0, greatest], {
    width: innerWidth,
    unit: as === "share" ? "%" : unit,
    language,
    zero: true,
  });
  const top = ({ y }: { y: number }) => y - barHeight / 2;
  const inside = placed.filter(({ level }) => level === 0);
  const outside = placed.filter(({ level }) => level > 0);
  return plotFigure({
    plot: {
      ...frame.options,
      x: { ...scale.scale, insetLeft: 0, insetRight: 0 },
      marks: [
        frame.marks,
        scale.marks,
        Plot.rect(placed, {
          x1: "start",
          x2: "end",
          y1: top,
          y2: ({ y }) => y + barHeight / 2,
          fill: "color",
        }),
        Plot.link(placed.filter(({ start, narrow }) => start > 0 && !narrow), {
          x1: "start",
          x2: "start",
          y1: top,
          y2: ({ y }) => y + barHeight / 2,
          stroke: theme.background,
        }),
        Plot.link(outside, {
          x1: ({ start, end }) => (start + end) / 2,
          x2: "at",
          y1: top,
          y2: ({ y, level }) => y - barHeight / 2 - 4 - (level - 1) * 14,
          stroke: theme.muted,
          strokeWidth: 0.75,
        }),
        Plot.text(inside, {
          x: ({ start, end }) => (start + end) / 2,
          y: "y",
          text: "text",
          fill: ({ color }) => readableInk(color),
        }),
        Plot.text(outside, {
          x: "at",
          y: ({ y, level }) => y - barHeight / 2 - 10 - (level - 1) * 14,
          text: "text",
          fontSize: theme.smallSize,
        }),
        Plot.text(totals, {
          x: sums.map((total) => as === "share" ? 100 : total),
          y: labelled.map(({ above }, index) => frame.centers[index] + above / 2),
          text: (lines: string[]) => lines.join("\n"),
          textAnchor: "start",
          dx: totalGap,
          lineHeight: theme.lineHeight,
          fontWeight: "bold",
        }),
      ],
    },
    legend: parts.map((label, index) => ({ label, color: categoryColor(index) })),
    rows,
    data: valueData(rows, { named: ["whole", "part"], unit, language }),
  }, caption);
}

function sum(rows: readonly PartRow[]): number {
  return Number(rows.reduce((total, { value }) => total + value, 0).toPrecision(15));
}

function stack(rows: readonly PartRow[], factor: number): Omit<Segment, "text">[] {
  let end = 0;
  return rows.map(({ part, value }) => {
    const start = end;
    end += value * factor;
    return { part, value, start, end, share: value * factor };
  });
}
