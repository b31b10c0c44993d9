import { unitScale } from "../numbers/unit_scale.ts";
import { type Draft, draftOf, type Fit, fitOf, holds, type Line } from "./draft.ts";
import { isChange, unitOf } from "./period.ts";
import type { GridColumn } from "./table.ts";

interface Base {
  readonly line: Line;
  readonly column?: GridColumn;
}

export function bestDifference(result: Line, bases: readonly Base[]): Draft[] {
  let best: Draft | undefined;
  for (const [a, b] of pairsOf(bases)) {
    let tried = 0, exact = 0, loose = 0, bits = 0, moved = 0, told = 0;
    for (const [place, value] of result.values.entries()) {
      const first = a.line.values[place], second = b.line.values[place];
      const off = Math.abs(first - second - value);
      if (Number.isNaN(off) || (value === 0 && first === 0) || second === 0 && first === value) {
        continue;
      }
      tried++;
      const slack = result.steps[place] + a.line.steps[place] + b.line.steps[place];
      if (off === 0) exact++;
      if (2 * off < slack) loose++;
      if (value !== 0) {
        moved++;
        if (2 * off < slack) told++;
      }
      if (off === 0) bits += Math.min(20, Math.log2(1 + Math.abs(first) + Math.abs(value)));
      if (tried > 12 && loose === 0) break;
    }
    const fit = fitOf(
      { tried, exact, loose, bits },
      2,
      [result, a.line, b.line].some((line) => line.hasDecimals),
    );
    // Where nothing changed, any two equal numbers differ by nothing.
    const isEnough = told > 0 && told >= 0.5 * moved && holds(fit) >= 0.5 * tried &&
      holds(fit) > (isChange(result.name) ? 0 : 1) &&
      bits - Math.log2(bases.length + 1) * 2 > 5;
    if (isEnough && holds(fit) > (best ? holds(best.fit) : 0)) {
      best = draftOf("difference", [result, a.line, b.line], [], fit);
    }
  }
  return best ? [best] : [];
}

export const units = [
  ["ratio", 1, ""],
  ["share", 100, "percent"],
  ["growth", 100, "percent"],
  ["share", 1000, "per-1000"],
  ["share", 10_000, "per-10000"],
  ["share", 100_000, "per-100000"],
] as const;

export function bestQuotient(result: Line, bases: readonly Base[], scale: number): Draft[] {
  let best: Draft | undefined;
  const guesses = 2 * Math.log2(bases.length + 1) + Math.log2(units.length);
  for (const [a, b] of pairsOf(bases)) {
    const size = sizeOf(a.line) / sizeOf(b.line);
    for (const [kind, per, unit] of units) {
      if (per > 100 && !thousands.test(result.name)) continue;
      const times = kind === "growth" ? per : per * size / (unit === "" ? sizeOf(result) : 1);
      const { fit, isBiased } = fitQuotient([result, a.line, b.line], { kind, times, scale });
      const isEnough = fit.loose >= 2 && fit.loose >= 0.5 * fit.tried &&
        fit.bits - guesses - cost * (fit.tried - fit.loose) > 6;
      const isCloser = !best || fit.loose > best.fit.loose ||
        (fit.loose === best.fit.loose && fit.tried < best.fit.tried);
      // The change of a level is a share of the level before, which the level after is near.
      const isDoubtful = isBiased || (isChange(a.line.name) && fit.loose < fit.tried);
      if (!isEnough || !isCloser || isDoubtful) continue;
      best = { ...draftOf(kind, [result, a.line], [b.line], fit), unit };
    }
  }
  return best ? [best] : [];
}

/** What a header says of a number per thousand or more. */
const thousands = /0\s?000?(?!\d)|тыс|thousand|\u2030/iu;

/** How many bits of evidence a row takes back that does not hold. */
const cost = 3;

/** How far from the print a quotient may be, in units of its last decimal, to be a near miss. */
const near = 3;

/** How far near the print quotients may lie on one side of it on average. */
const bias = 0.22;

/**
 * How a quotient fits, and whether it is biased: nearly right everywhere, and more often too high than too low, as with
 * a base that is nearly the one that was divided by. Numbers that were all cut off, or all rounded up, are not.
 */
function fitQuotient(
  [result, above, below]: readonly [Line, Line, Line],
  { kind, times, scale }: { readonly kind: string; readonly times: number; readonly scale: number },
): { fit: Fit; isBiased: boolean } {
  const isLoose = above.hasDecimals || below.hasDecimals;
  let tried = 0, exact = 0, loose = 0, bits = 0;
  const misses: number[] = [];
  const seen = new Set<string>();
  for (const [place, value] of result.values.entries()) {
    const a = above.values[place], b = below.values[place], step = result.steps[place];
    if (Number.isNaN(value) || Number.isNaN(a) || !(b > 0) || (a === 0 && value === 0)) continue;
    tried++;
    const computed = (kind === "growth" ? a - b : a) * times * scale / b;
    const own = step * (1 + 1e-9), off = 2 * Math.abs(computed - value);
    const slack = (above.steps[place] + below.steps[place] * a / b) * times * scale / b;
    if (off <= 2 * near * step) misses.push((computed - value) / step);
    if (off <= own) exact++;
    if (off <= own + (isLoose ? slack : 0)) {
      loose++;
      const key = `${a}/${b}`;
      if (a !== b && !seen.has(key)) bits += Math.min(10, Math.log2(1 + Math.abs(value) / step));
      // Rows that are alike say once what they say.
      seen.add(key);
    }
    if (tried > 6 && loose === 0) break;
  }
  const mean = misses.reduce((sum, each) => sum + each, 0) / misses.length;
  const isCut = misses.every((miss) => miss >= 0 && miss < 1) ||
    misses.every((miss) => miss <= 0 && miss > -1);
  // One slip is no near miss of every row.
  const isNear = misses.filter((miss) => 2 * Math.abs(miss) > 1 + 1e-9).length > 1;
  const isBiased = isNear && loose < tried && misses.length > 4 && Math.abs(mean) > bias && !isCut;
  return { fit: { tried, exact, loose, bits, isLoose }, isBiased };
}

/** Pairs of bases: all of a small table, of a wide one those that share a stem or a period. */
function pairsOf(bases: readonly Base[]): (readonly [Base, Base])[] {
  const isNear = (a: Base, b: Base) =>
    bases.length <= 40 || a.column?.header.stem === b.column?.header.stem ||
    (a.column?.header.period === b.column?.header.period && bases.length <= 120);
  return bases.flatMap((a) =>
    bases.filter((b) => a !== b && isNear(a, b)).map((b) => [a, b] as const)
  );
}

/** How many one of a line's numbers stands for: 1000 where its name says thousands. */
function sizeOf({ name }: Line): number {
  return unitScale(unitOf(name)).scale.valueOf();
}
