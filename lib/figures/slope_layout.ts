import type { Language } from "../model/label.ts";
import { formatNumber } from "../numbers/format_number.ts";
import type { TwoValueRow } from "./dumbbell_figure.ts";
import type { SlopeInput } from "./slope_figure.ts";
import { spread } from "./spread.ts";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";
import { valueDomain } from "./value_scale.ts";
import { wrapText } from "./wrap_text.ts";

/** Where one row of a slope figure stands, in pixels, and what is written at its ends. */
export interface SlopeRow {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly change: string;
  /** 1 for a rise, -1 for a fall, 0 for none. */
  readonly direction: number;
  readonly fromY: number;
  readonly toY: number;
  /** Where the labels stand, moved apart. */
  readonly leftY: number;
  readonly rightY: number;
}

/** Where everything in a slope figure stands, in pixels. */
export interface SlopeLayout {
  readonly rows: readonly SlopeRow[];
  readonly heads: readonly string[];
  /** Ends of the two columns, downwards. */
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  /**
   * From left to right: end of the labels, end of the left numbers, the two
   * columns, start and end of the right numbers, start of the changes.
   */
  readonly x: readonly [number, number, number, number, number, number, number];
}

const gap = 10, leader = 22, widestLabel = 220, leastSlope = 120, widestHead = 150;
const line = theme.textSize * theme.lineHeight;

/**
 * Reckons where the lines and labels of a slope figure stand.
 *
 * @param input The rows and columns.
 * @param language Language of the numbers.
 * @returns Positions in pixels.
 */
export function slopeLayout(input: SlopeInput, language: Language): SlopeLayout {
  const { rows, columns, unit } = input;
  const written = rows.map((row) => write(row, input, language));
  const widest = (texts: readonly string[], weight: "regular" | "bold" = "regular") =>
    Math.ceil(Math.max(...texts.map((text) => textWidth(text, { weight }))));
  const fromWidth = widest(written.map(({ from }) => from), "bold");
  const toWidth = widest(written.map(({ to }) => to), "bold");
  const changeWidth = widest(written.map(({ change }) => change));
  const numbers = fromWidth + toWidth + changeWidth + 2 * (gap + leader + theme.padding);
  const width = Math.max(60, Math.min(widestLabel, theme.width - numbers - leastSlope));
  const labels = rows.map(({ label }) => wrapText(label, { width }));
  const labelEnd = theme.padding + widest(labels.flat());
  const first = labelEnd + gap + fromWidth + leader;
  const second = theme.width - theme.padding - changeWidth - gap - toWidth - leader;
  const headWidth = Math.min(widestHead, second - first - gap);
  const heads = columns.map((column) =>
    wrapText(`${column}, ${unit}`, { width: headWidth, weight: "bold" })
  );
  const top = Math.max(...heads.map(({ length }) => length)) * line + 20;
  const sizes = labels.map(({ length }) => length * line + 5);
  const tallest = sizes.reduce((sum, size) => sum + size);
  const bottom = top + Math.max(150, tallest + 10);
  const toPixel = columnScale(rows, { top, bottom });
  const settle = (end: "from" | "to", sizes: readonly number[]) =>
    spread(rows.map((row, index) => ({ at: toPixel(row[end]), size: sizes[index] })), {
      from: top - 8,
      to: bottom + 8,
    });
  const left = settle("from", sizes), right = settle("to", rows.map(() => line + 3));
  return {
    rows: rows.map((row, index) => ({
      ...written[index],
      label: labels[index].join("\n"),
      direction: Math.sign(row.to - row.from),
      fromY: toPixel(row.from),
      toY: toPixel(row.to),
      leftY: left[index],
      rightY: right[index],
    })),
    heads: heads.map((lines) => lines.join("\n")),
    top,
    bottom,
    height: bottom + 16,
    x: [
      labelEnd,
      first - leader,
      first,
      second,
      second + leader,
      second + leader + toWidth,
      second + leader + toWidth + gap,
    ],
  };
}

function columnScale(
  rows: readonly TwoValueRow[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): (value: number) => number {
  const values = rows.flatMap(({ from, to }) => [from, to]);
  const [low, high] = valueDomain(values, false);
  const least = Math.max(...values.map(Math.abs)) / 5;
  const room = Math.max(0, least - (high - low)) / 2;
  return (value) => bottom - (value - low + room) / (high - low + 2 * room) * (bottom - top);
}

function write(row: TwoValueRow, input: SlopeInput, language: Language) {
  const { unit, decimals } = input;
  const difference = Number((row.to - row.from).toPrecision(12));
  const amount = formatNumber(difference, { language, decimals, signed: true });
  const share = formatNumber(difference / row.from * 100, { language, decimals: 1, signed: true });
  return {
    from: formatNumber(row.from, { language, decimals }),
    to: formatNumber(row.to, { language, decimals }),
    change: row.from <= 0 || unit.includes("%")
      ? amount
      : `${amount} (${share}${language === "ru" ? "\u00a0%" : "%"})`,
  };
}
