import { formatNumber } from "../numbers/format_number.ts";
import type { Caption } from "./caption.ts";
import type { IntervalRow } from "./interval_figure.ts";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";
import { wrapText } from "./wrap_text.ts";

/** How the numbers beside an interval are written. */
export interface IntervalColumnStyle {
  readonly language: Caption["language"];
  readonly decimals?: number;
}

/** What stands at the right of each interval: its value, its ends, its norm. */
export interface IntervalColumns {
  readonly texts: readonly {
    readonly value: string;
    readonly ends: string;
    readonly norm: readonly string[];
  }[];
  /** Width of the widest text in pixels. */
  readonly width: number;
}

const widest = 210;

/** Writes the numbers that stand beside intervals. */
export function intervalColumns(
  rows: readonly IntervalRow[],
  style: IntervalColumnStyle,
): IntervalColumns {
  const texts = rows.map((row) => {
    const ends = writeEnds(row, style);
    const value = row.value === undefined ? ends : formatNumber(row.value, style);
    return {
      value,
      ends: value === ends ? "" : ends,
      norm: row.norm ? wrapText(row.norm.label, { width: widest, size: theme.smallSize }) : [],
    };
  });
  const widths = texts.flatMap(({ value, ends, norm }) => [
    textWidth(value, { weight: "bold" }),
    textWidth(ends),
    ...norm.map((text) => textWidth(text, { size: theme.smallSize })),
  ]);
  return { texts, width: Math.max(...widths) };
}

function writeEnds(
  { low, high }: IntervalRow,
  { language, decimals }: IntervalColumnStyle,
): string {
  let ends = [low, high].map((end) => formatNumber(end, { language, decimals }));
  for (let more = (decimals ?? 6) + 1; low < high && ends[0] === ends[1] && more <= 12; more++) {
    ends = [low, high].map((end) => formatNumber(end, { language, decimals: more }));
  }
  return ends[0] === ends[1] ? ends[0] : ends.join(low < 0 ? " \u2026 " : "\u2013");
}
