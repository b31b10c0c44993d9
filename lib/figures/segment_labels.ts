import { spread } from "./spread.ts";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";

/** One segment of a bar, from start to end in units of the axis. */
export interface Segment {
  readonly part: string;
  readonly value: number;
  readonly share: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A segment whose label has a place. */
export interface LabelledSegment extends Segment {
  /** 0 if the label is inside the segment, else the line above the bar, from 1. */
  readonly level: number;
  /** Middle of the label, in units of the axis. */
  readonly at: number;
  /** Whether the segment has no room for a line at its edge. */
  readonly narrow: boolean;
}

/** The bar's measure. */
export interface BarMeasure {
  /** Pixels of one unit of the axis. */
  readonly pixels: number;
  /** Pixels of the whole axis. */
  readonly width: number;
}

/**
 * Finds a place for the number of every segment of a bar: inside where it fits, else above.
 *
 * @param segments The segments from left to right.
 * @param measure How units of the axis become pixels.
 * @returns The segments with their places, and how much room the labels take above the bar.
 */
export function segmentLabels(
  segments: readonly Segment[],
  measure: BarMeasure,
): { readonly labels: readonly LabelledSegment[]; readonly above: number } {
  const { pixels, width } = measure;
  const outside = segments.filter((segment) => !fitsInside(segment, pixels));
  const sizes = outside.map(({ text }) => textWidth(text, { size: theme.smallSize }) + 8);
  const levels = Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / width);
  const at = new Map<Segment, { level: number; at: number }>();
  for (let level = 1; level <= levels; level++) {
    const members = outside.map((_, index) => index).filter((index) =>
      index % levels + 1 === level
    );
    const middles = spread(
      members.map((index) => ({
        at: (outside[index].start + outside[index].end) / 2 * pixels,
        size: sizes[index],
      })),
      { from: 0, to: width },
    );
    members.forEach((member, index) =>
      at.set(outside[member], { level, at: middles[index] / pixels })
    );
  }
  return {
    labels: segments.map((segment) => ({
      ...segment,
      level: at.get(segment)?.level ?? 0,
      at: at.get(segment)?.at ?? (segment.start + segment.end) / 2,
      narrow: (segment.end - segment.start) * pixels < 3,
    })),
    above: levels * 14,
  };
}

function fitsInside(segment: Segment, pixels: number): boolean {
  return textWidth(segment.text) + 8 <= (segment.end - segment.start) * pixels;
}
