import { type Draft, draftOf, type Fit, fitOf, holds, type Line } from "./draft.ts";
import { isTotal } from "./period.ts";

/**
 * Every sum of neighbouring lines among lines: what a line adds up is taken away before the next is looked for, so
 * that totals of totals are found.
 */
export function findSums(lines: readonly Line[]): Draft[] {
  const found: Draft[] = [];
  let left = [...lines];
  for (let round = 0; round < 8 && left.length > 2; round++) {
    const candidates = left.flatMap((_, target) => bestSum(left, target) ?? [])
      .toSorted((a, b) => a.parts.length - b.parts.length || b.fit.bits - a.fit.bits);
    const used = new Set<Line>();
    for (const { whole, parts, fit, hasNil } of candidates) {
      if (used.has(whole) || parts.some((part) => used.has(part))) continue;
      for (const part of parts) used.add(part);
      const sum = draftOf("sum", [whole, ...parts], [], fit);
      found.push(hasNil ? { ...sum, blank: "nil" } : sum);
    }
    if (used.size === 0) return found;
    left = left.filter((line) => !used.has(line));
  }
  return found;
}

interface Sum {
  readonly whole: Line;
  readonly parts: readonly Line[];
  readonly fit: Fit;
  /** Whether blank parts are nil. */
  readonly hasNil: boolean;
}

/** How many parts a line has at most that is not called a total. */
const longest = 60;

/** Among how many lines the parts of a total are looked for that are not its neighbours. */
const mostAway = 600;

/** The neighbours, or for a line that is called a total any lines in a row, that add up to it best. */
function bestSum(lines: readonly Line[], target: number): Sum | undefined {
  const whole = lines[target], named = isTotal(whole.name);
  const adjacent = [
    ...windowsFrom(lines, target + 1, 1, target),
    ...windowsFrom(lines, target - 1, -1, target),
  ];
  const best = (windows: Iterable<Iterable<Sum>>) => {
    let found: Sum | undefined;
    for (const window of windows) {
      for (const sum of window) if (isBetter(sum, found) && isLikely(sum.fit, named)) found = sum;
    }
    return found;
  };
  const near = best([adjacent]);
  if (near || !named || lines.length > mostAway) return near;
  return best(
    lines.keys().filter((start) => Math.abs(start - target) > 1).map((start) =>
      windowsFrom(lines, start, 1, target)
    ),
  );
}

function isBetter({ fit, parts }: Sum, other: Sum | undefined): boolean {
  if (other === undefined) return true;
  const score = (one: Fit) => 2 * holds(one) - one.tried;
  const order = score(fit) - score(other.fit);
  return order > 0 || (order === 0 && parts.length < other.parts.length);
}

/** Sums of ever more lines from one on, compared with the target: with blanks left out, or taken as nil where that holds. */
function* windowsFrom(
  lines: readonly Line[],
  start: number,
  step: 1 | -1,
  target: number,
): Generator<Sum> {
  const whole = lines[target], size = whole.values.length;
  const sums = new Float64Array(size), slack = Float64Array.from(whole.steps);
  const filled = new Uint16Array(size), blanks = new Uint16Array(size);
  const parts: Line[] = [];
  const limit = isTotal(whole.name) ? Infinity : longest;
  let hasDecimals = whole.hasDecimals;
  const guesses = 2 * Math.log2(lines.length + 1);
  for (let at = start; at >= 0 && at < lines.length && at !== target; at += step) {
    const { values, steps, isBlank } = lines[at];
    if (parts.length === limit) return;
    parts.push(lines[at]);
    hasDecimals ||= lines[at].hasDecimals;
    for (let place = 0; place < size; place++) {
      if (isBlank[place] === 1) {
        blanks[place]++;
        continue;
      }
      sums[place] += values[place];
      slack[place] += steps[place];
      if (values[place] !== 0) filled[place]++;
    }
    if (parts.length < 2) continue;
    const full = { tried: 0, exact: 0, loose: 0, bits: -guesses }, gapped = { ...full, bits: 0 };
    let over = 0;
    for (let place = 0; place < size; place++) {
      const off = Math.abs(sums[place] - whole.values[place]);
      if (Number.isNaN(off) || filled[place] < 2) continue;
      const count = blanks[place] > 0 ? gapped : full;
      count.tried++;
      if (sums[place] > whole.values[place]) over++;
      if (off === 0) count.exact++;
      if (2 * off >= slack[place]) continue;
      count.loose++;
      count.bits += Math.min(
        20,
        Math.log2(1 + Math.abs(whole.values[place]) / (off === 0 ? 1 : slack[place])),
      );
    }
    const tried = full.tried + gapped.tried, loose = full.loose + gapped.loose;
    if (whole.isGrowing && tried > 0 && over > 0.8 * tried && over > loose) return;
    const hasNil = gapped.exact > 0.5 * gapped.tried;
    const counts = !hasNil ? full : {
      tried,
      exact: full.exact + gapped.exact,
      loose,
      bits: full.bits + gapped.bits,
    };
    const fit = fitOf(counts, parts.length, hasDecimals);
    if (holds(fit) > 0) {
      yield { whole, parts: step > 0 ? [...parts] : parts.toReversed(), fit, hasNil };
    }
  }
}

/** Whether a sum is more than chance: small numbers that were rounded add up often where lines change little. */
function isLikely(fit: Fit, named: boolean): boolean {
  const { tried, bits, isLoose } = fit, count = holds(fit);
  if (named) return count >= 0.3 * tried && bits > 3;
  return count >= (isLoose ? 0.85 : 0.6) * tried && bits > 10 && count > 1;
}
