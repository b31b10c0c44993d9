import { bisectLeft } from "d3-array";
import { unitScale } from "../numbers/unit_scale.ts";
import {
  bestOf,
  type Computed,
  type Draft,
  draftIf,
  type Evidence,
  holds,
  Total,
} from "./draft.ts";
import type { Line } from "./line.ts";
import { isChange, unitOf } from "./period.ts";

/** In how many places at most pairs of lines are looked up, spread over the line; and how many of them are tried. */
const lookedUp = 8, mostPairs = 60;

/** How many lines at most may all have the number that is looked up: more tell nothing of any of them. */
const mostAlike = 40;

/** The number that a first line needs, for one of the result and one of the second line. */
type Solve = (value: number, second: number) => number;

/** Lines that may give others in pairs: for each second line the first one is looked up by its number, not each tried. */
export class Bases {
  readonly #inOrder = new Map<number, { readonly at: readonly number[]; numbers: Float64Array }>();

  constructor(readonly lines: readonly Line[]) {}

  /** How many ways there are to choose a pair, in bits. */
  get guesses(): number {
    return 2 * Math.log2(this.lines.length);
  }

  /** The pairs that may give a line: those that do in most of a few places of it. */
  pairsFor(result: Line, solve: Solve): [first: Line, second: Line][] {
    const { lines } = this, size = lines.length;
    const telling = [...result.values.keys()].filter((place) => result.values[place]);
    const count = Math.min(lookedUp, telling.length);
    const hits = new Uint8Array(size ** 2);
    for (let turn = 0; turn < count; turn++) {
      this.#lookUp(hits, result, telling[Math.floor(turn * telling.length / count)], solve);
    }
    const pairs: [Line, Line][] = [];
    for (let many = count; many > 0 && many >= Math.min(2, count); many--) {
      for (let key = hits.indexOf(many); key >= 0; key = hits.indexOf(many, key + 1)) {
        const first = lines[Math.floor(key / size)], second = lines[key % size];
        if (first === second || [first, second].some(({ name }) => name === result.name)) continue;
        if (pairs.push([first, second]) === mostPairs) return pairs;
      }
    }
    return pairs;
  }

  /** Counts each pair that gives a line in a place within rounding. */
  #lookUp(hits: Uint8Array, { values, steps }: Line, place: number, solve: Solve): void {
    const { at, numbers } = this.#orderIn(place), { lines } = this;
    const value = values[place], half = steps[place] / 2;
    const widest = Math.max(...at.map((index) => lines[index].steps[place]));
    for (const second of at) {
      const number = lines[second].values[place], reach = lines[second].steps[place] / 2;
      let least = Infinity, most = -Infinity;
      for (const one of [number - reach, number + reach]) {
        for (const end of [solve(value - half, one), solve(value + half, one)]) {
          least = Math.min(least, end);
          most = Math.max(most, end);
        }
      }
      const from = bisectLeft(numbers, least - widest), to = bisectLeft(numbers, most + widest);
      if (to - from > mostAlike) continue;
      for (let found = from; found < to; found++) hits[at[found] * lines.length + second]++;
    }
  }

  /** The lines that have a number in a place other than 0, the least first. */
  #orderIn(place: number) {
    const known = this.#inOrder.get(place);
    if (known) return known;
    const at = [...this.lines.keys()].filter((index) => this.lines[index].values[place])
      .toSorted((a, b) => this.lines[a].values[place] - this.lines[b].values[place]);
    const numbers = Float64Array.from(at, (index) => this.lines[index].values[place]);
    this.#inOrder.set(place, { at, numbers });
    return { at, numbers };
  }
}

/** How much has to speak for a pair: more where it is not called what it would be. */
const evidenceOf: Readonly<Record<"change" | "difference" | "sum" | "quotient", Evidence>> = {
  change: { share: 0.5, count: 1, bits: 5 },
  difference: { share: 0.8, count: 2, bits: 10 },
  sum: { share: 0.8, count: 4, bits: 20 },
  quotient: { share: 0.5, count: 2, bits: 6, cost: 3 },
};

/** The difference of two lines that a line is, or their sum wherever they stand, if any. */
export function bestPair(kind: "sum" | "difference", result: Line, bases: Bases): Draft[] {
  const isSum = kind === "sum", { guesses } = bases;
  const isCalled = !isSum && isChange(result.name);
  const evidence = evidenceOf[isCalled ? "change" : kind];
  const solve = (value: number, second: number) => isSum ? value - second : value + second;
  return bestOf(
    bases.pairsFor(result, solve).flatMap(([first, second]) =>
      draftIf(kind, [result, first, second], [], {
        evidence,
        guesses,
        computed: isSum ? undefined : Total.of([first], [second]),
        // The evidence for what is called a change is how large the numbers are that it is of.
        weight: isCalled ? first : result,
      })
    ),
  );
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

/** The quotient of two lines, {@linkcode inUnits in units}, that a line is, if any. */
export function bestQuotient(result: Line, bases: Bases): Draft[] {
  const guesses = bases.guesses + Math.log2(quotients.length);
  const told = quotients.filter(([, per]) => per <= 100 || thousands.test(result.name));
  return bestOf(told.flatMap(([kind, per, unit]) => {
    const isGrowth = kind === "growth";
    const times = result.scale * per / (unit === "" ? sizeOf(result) : 1);
    const trivial = isGrowth ? 0 : times;
    const solve = (value: number, below: number) => (value / times + Number(isGrowth)) * below;
    return bases.pairsFor(result, solve).flatMap(([above, below]) => {
      const computed = quotientOf(above, below, { times, isGrowth });
      const options = { computed, unit, guesses, evidence: evidenceOf.quotient, trivial };
      // The change of a level is a share of the level before, which the level after is near.
      return draftIf(kind, [result, above], [below], options).filter(({ fit }) =>
        holds(fit) === fit.tried || !(isChange(above.name) || isBiased(result, computed))
      );
    });
  }));
}

/** What a header says of a number per thousand or more. */
const thousands = /0\s?000?(?!\d)|тыс|thousand|\u2030/iu;

/** One line by another, or how much more it is. */
function quotientOf(
  above: Line,
  below: Line,
  { times, isGrowth }: { readonly times: number; readonly isGrowth: boolean },
): Computed {
  const values = above.values.map((a, place) => {
    const b = below.values[place];
    return b > 0 ? times * (isGrowth ? a - b : a) / b : NaN;
  });
  const slackOf = ({ hasDecimals, steps }: Line, place: number) => hasDecimals ? steps[place] : 0;
  const slack = above.values.map((a, place) => {
    const b = below.values[place];
    const share = slackOf(above, place) + slackOf(below, place) * Math.abs(a / b);
    return Math.abs(times / b) * share;
  });
  const blanks = new Uint16Array(values.length), fine = blanks;
  const filled = Uint16Array.from(values, (value) => value === 0 ? 0 : 1);
  const isLoose = above.hasDecimals || below.hasDecimals;
  return { values, slack, blanks, filled, fine, parts: 1, isRounded: true, isLoose };
}

/** How far from the print a quotient may be, in units of its last decimal, to be a near miss. */
const near = 3;

/** How far near the print quotients may lie on one side of it on average. */
const bias = 0.22;

/**
 * Whether a quotient is nearly right everywhere, and more often too high than too low, as with a base that is nearly the
 * one that was divided by. Numbers that were all cut off, or all rounded up, are not.
 */
function isBiased({ values, steps }: Line, given: Computed): boolean {
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
export function inUnits(line: Line): Line {
  const size = sizeOf(line);
  if (size === 1) return line;
  const [values, steps] = [line.values, line.steps].map((all) => all.map((each) => each * size));
  return { ...line, values, steps };
}
