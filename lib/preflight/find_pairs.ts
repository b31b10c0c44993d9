import { unitScale } from "../numbers/unit_scale.ts";
import { type Computed, type Draft, draftOf, fitTo, holds, type Line, Total } from "./draft.ts";
import { isChange, unitOf } from "./period.ts";

/** In how many places at most pairs of lines are looked up, spread over the line. */
const lookedUp = 8;

/**
 * The pairs of lines that may give a line: those that do in two of a few places of it. For each second line the first one
 * is looked up by its number, so that not every pair is tried.
 *
 * @param result The line.
 * @param lines What may give it.
 * @param solve The number that the first line needs, for one of the result and one of the second line.
 */
export function likelyPairs(
  result: Line,
  lines: readonly Line[],
  solve: (value: number, second: number) => number,
): [first: Line, second: Line][] {
  const hits = new Map<number, number>();
  const telling = [...result.values.keys()].filter((place) => result.values[place]);
  const every = Math.max(1, telling.length / lookedUp);
  const places = Array.from(
    { length: Math.min(lookedUp, telling.length) },
    (_, at) => telling[Math.floor(at * every)],
  );
  for (const place of places) {
    const known = [...lines.keys()].filter((at) => lines[at].values[place])
      .toSorted((a, b) => lines[a].values[place] - lines[b].values[place]);
    const numbers = Float64Array.from(known, (at) => lines[at].values[place]);
    const widest = Math.max(...known.map((at) => lines[at].steps[place]));
    const ends = endsOf(result, place);
    for (const second of known) {
      const corners = endsOf(lines[second], place).flatMap((one) =>
        ends.map((value) => solve(value, one))
      );
      const least = Math.min(...corners) - widest, most = Math.max(...corners) + widest;
      for (let at = firstFrom(numbers, least); numbers[at] <= most; at++) {
        const key = known[at] * lines.length + second;
        if (known[at] !== second) hits.set(key, (hits.get(key) ?? 0) + 1);
      }
    }
  }
  const enough = Math.min(2, places.length);
  return [...hits].filter(([, count]) => count >= enough).map(([key]) => [
    lines[Math.floor(key / lines.length)],
    lines[key % lines.length],
  ]);
}

/** Between what a number was rounded. */
function endsOf({ values, steps }: Line, place: number): [number, number] {
  return [values[place] - steps[place] / 2, values[place] + steps[place] / 2];
}

/** Where numbers in order reach a least one. */
function firstFrom(numbers: Float64Array, least: number): number {
  let low = 0, high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The difference of two lines that a line is, or their sum wherever they stand, if any. */
export function bestPair(
  kind: "sum" | "difference",
  result: Line,
  bases: readonly Line[],
): Draft[] {
  const guesses = 2 * Math.log2(bases.length + 1), isSum = kind === "sum";
  const isCalled = !isSum && isChange(result.name);
  const [least, often, bits] = isCalled ? [1, 0.5, 5] : isSum ? [4, 0.8, 20] : [2, 0.8, 10];
  const solve = (value: number, second: number) => isSum ? value - second : value + second;
  let best: Draft | undefined;
  for (const [first, second] of likelyPairs(result, bases, solve)) {
    // The evidence for what is called a change is how large the numbers are that it is of.
    const total = isSum ? Total.of([first, second], []) : Total.of([first], [second]);
    const fit = fitTo(result, total, { guesses, weight: isCalled ? first : result });
    const count = holds(fit);
    const isEnough = count >= Math.max(least, often * fit.tried) && fit.bits > bits;
    if (isEnough && count > (best ? holds(best.fit) : 0)) {
      best = draftOf(kind, [result, first, second], [], fit);
    }
  }
  return best ? [best] : [];
}

/** The quotients of two lines that are drafted, with how many units the result is of. */
const quotients = [
  ["ratio", 1, ""],
  ["share", 100, "percent"],
  ["growth", 100, "percent"],
  ["share", 1000, "per-1000"],
  ["share", 10_000, "per-10000"],
  ["share", 100_000, "per-100000"],
] as const;

/** The quotient of two lines that a line is, if any. */
export function bestQuotient(result: Line, bases: readonly Line[]): Draft[] {
  const lines = bases.map(inUnits);
  const guesses = 2 * Math.log2(bases.length + 1) + Math.log2(quotients.length);
  let best: Draft | undefined;
  for (const [kind, per, unit] of quotients) {
    if (per > 100 && !thousands.test(result.name)) continue;
    const isGrowth = kind === "growth";
    const times = result.scale * per / (unit === "" ? sizeOf(result) : 1);
    const solve = (value: number, below: number) => (value / times + Number(isGrowth)) * below;
    for (const [above, below] of likelyPairs(result, lines, solve)) {
      const given = new Quotient(above, below, { times, isGrowth });
      const fit = fitTo(result, given, { guesses, trivial: isGrowth ? 0 : times });
      const count = holds(fit), failed = fit.tried - count;
      const isEnough = count >= 2 && count >= 0.5 * fit.tried && fit.bits - cost * failed > 6;
      const isCloser = !best || count > holds(best.fit) ||
        (count === holds(best.fit) && fit.tried < best.fit.tried);
      // The change of a level is a share of the level before, which the level after is near.
      const isDoubtful = failed > 0 && (isChange(above.name) || isBiased(result, given));
      if (isEnough && isCloser && !isDoubtful) {
        best = { ...draftOf(kind, [result, above], [below], fit), unit };
      }
    }
  }
  return best ? [best] : [];
}

/** What a header says of a number per thousand or more. */
const thousands = /0\s?000?(?!\d)|тыс|thousand|\u2030/iu;

/** How many bits of evidence a row takes back that does not hold. */
const cost = 3;

/** One line by another, or how much more it is. */
class Quotient implements Computed {
  readonly isRounded = true;
  readonly values: Float64Array;
  readonly slack: Float64Array;
  readonly blanks: Uint16Array;
  readonly #isLoose: boolean;

  constructor(
    above: Line,
    below: Line,
    { times, isGrowth }: { readonly times: number; readonly isGrowth: boolean },
  ) {
    this.#isLoose = above.hasDecimals || below.hasDecimals;
    this.values = above.values.map((a, place) => {
      const b = below.values[place];
      return b > 0 ? times * (isGrowth ? a - b : a) / b : NaN;
    });
    const slackOf = ({ hasDecimals, steps }: Line, place: number) => hasDecimals ? steps[place] : 0;
    this.slack = above.values.map((a, place) => {
      const b = below.values[place];
      const share = slackOf(above, place) + slackOf(below, place) * Math.abs(a / b);
      return Math.abs(times / b) * share;
    });
    this.blanks = new Uint16Array(this.values.length);
  }

  tells(place: number): boolean {
    return this.values[place] !== 0;
  }

  isLoose(): boolean {
    return this.#isLoose;
  }
}

/** How far from the print a quotient may be, in units of its last decimal, to be a near miss. */
const near = 3;

/** How far near the print quotients may lie on one side of it on average. */
const bias = 0.22;

/**
 * Whether a quotient is nearly right everywhere, and more often too high than too low, as with a base that is nearly the
 * one that was divided by. Numbers that were all cut off, or all rounded up, are not.
 */
function isBiased({ values, steps }: Line, given: Quotient): boolean {
  const misses = [...values.keys()]
    .map((place) => (given.values[place] - values[place]) / steps[place])
    .filter((miss) => Math.abs(miss) <= near);
  const mean = misses.reduce((sum, each) => sum + each, 0) / misses.length;
  const isCut = misses.every((miss) => miss >= 0 && miss < 1) ||
    misses.every((miss) => miss <= 0 && miss > -1);
  // One slip is no near miss of every row.
  const isNear = misses.filter((miss) => 2 * Math.abs(miss) > 1 + 1e-9).length > 1;
  return isNear && misses.length > 4 && Math.abs(mean) > bias && !isCut;
}

/** How many one of a line's numbers stands for: 1000 where its name says thousands. */
function sizeOf({ name }: Line): number {
  return unitScale(unitOf(name)).scale.valueOf();
}

/** A line in units where its name says thousands. */
function inUnits(line: Line): Line {
  const size = sizeOf(line);
  if (size === 1) return line;
  const [values, steps] = [line.values, line.steps].map((all) => all.map((each) => each * size));
  return { ...line, values, steps };
}
