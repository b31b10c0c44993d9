import { type Fit, fitOf, type Found, holds, type Line } from "./drafted.ts";
import type { TableColumn } from "./table.ts";
import { isClosing, isOpening, periodOf } from "./period.ts";

/** How many lines may lie between the opening and the closing one, where headers call them so and where not. */
const mostCalled = 5, mostBetween = 3;

/** Roll-forwards between columns of one period or of neighbours, and closing columns that open the next period. */
export function findBalances(
  bases: readonly { readonly column: TableColumn; readonly line: Line }[],
  known: readonly Found[],
): Found[] {
  const groups = [...Map.groupBy(bases, ({ column }) => column.header.period).values()];
  const found = [...groups, ...groups.length > 1 ? [bases] : []].flatMap((group) =>
    findRollForwards(group.map(({ line }) => line), known)
  );
  return [
    ...new Map(found.map((one) => [one.result, one])).values(),
    ...findCarriedForward(
      bases.map(({ line, column }) => ({ line, order: column.header.order })),
    ),
  ];
}

/**
 * Roll-forwards: what there was, what came in and what went out, and what there is.
 *
 * @param lines The lines, in order.
 * @param known Relations of these that were found before: what follows from them is not told again.
 */
export function findRollForwards(lines: readonly Line[], known: readonly Found[]): Found[] {
  return lines.flatMap((closing, end) => {
    const found = lines.flatMap((opening, start) => {
      const isCalled = isOpening(opening.name) && isClosing(closing.name);
      const from = Math.min(start, end) + 1, to = Math.max(start, end);
      const parts = isCalled && to - from < 2
        ? lines.slice(to + 1, to + 3)
        : lines.slice(from, Math.min(to, from + mostCalled + 1));
      if (parts.length < 2 || parts.length > (isCalled ? mostCalled : mostBetween)) return [];
      if (!isCalled && (start > end || follows([opening, ...parts, closing], known))) return [];
      return signsOf(parts.length, isCalled).flatMap((signs): Found[] => {
        const of = (sign: number) => parts.filter((_, at) => signs[at] === sign);
        const plus = [opening, ...of(1)], minus = of(-1);
        const guesses = Math.log2(lines.length ** 2 * 3 ** parts.length);
        const fit = fitLinear(closing, { plus, minus }, guesses);
        const isEnough = isCalled
          ? holds(fit) >= 0.3 * fit.tried && fit.bits > 3
          : holds(fit) >= 0.6 * fit.tried && fit.bits > 20 && holds(fit) > 3;
        return isEnough ? [foundOf("roll-forward", [closing, ...plus], minus, fit)] : [];
      });
    });
    return best(found);
  });
}

/** Closing lines that are the opening ones of the next period. */
export function findCarriedForward(
  lines: readonly { readonly line: Line; readonly order: number }[],
): Found[] {
  return lines.filter(({ line }) => isOpening(line.name)).flatMap(({ line, order }) => {
    const before = lines.filter((other) => isClosing(other.line.name) && other.order < order);
    const last = Math.max(...before.map(({ order }) => order));
    const found = before.filter((other) => other.order === last).flatMap((other): Found[] => {
      const fit = fitLinear(line, { plus: [other.line], minus: [] }, 2 * Math.log2(lines.length));
      return fit.exact >= 0.5 * fit.tried && fit.bits > 6
        ? [foundOf("same", [line, other.line], [], { ...fit, isRounded: false })]
        : [];
    });
    return best(found);
  });
}

/** Lines in a row that are the shares of one whole: together 100. */
export function findShares(lines: readonly Line[], scale: number): Found[] {
  const found: Found[] = [];
  for (let start = 0; start < lines.length - 1; start++) {
    for (let end = lines.length; end > start + 1; end--) {
      const [first, ...others] = lines.slice(start, end);
      const parts = { plus: [], minus: others, offset: 100 * scale };
      const fit = fitLinear(first, parts, 2 * Math.log2(lines.length));
      if (holds(fit) < 0.6 * fit.tried || holds(fit) < 2 || fit.bits < 10) continue;
      found.push({ ...foundOf("shares", [first, ...others], [], fit), unit: "percent" });
      start = end - 1;
      break;
    }
  }
  return found;
}

export function foundOf(
  kind: Found["kind"],
  [{ name: result }, ...plus]: readonly Line[],
  minus: readonly Line[],
  fit: Found["fit"],
): Found {
  const names = (lines: readonly Line[]) => lines.map(({ name }) => name);
  return {
    kind,
    result,
    operands: names(plus),
    divisors: names(minus),
    unit: "",
    blank: "not-told",
    fit,
  };
}

/** The one that holds most often; of several the one with the fewest parts. */
function best(found: readonly Found[]): Found[] {
  const size = ({ operands, divisors }: Found) => operands.length + divisors.length;
  return found.toSorted((a, b) => holds(b.fit) - holds(a.fit) || size(a) - size(b)).slice(0, 1);
}

/** Whether all lines of a relation that is known are among these. */
function follows(lines: readonly Line[], known: readonly Found[]): boolean {
  const names = new Set(lines.flatMap(({ name }) => [name, periodOf(name).stem]));
  return known.some(({ result, operands, divisors }) =>
    [result, ...operands, ...divisors].every((name) => names.has(name))
  );
}

/** Every way to add and to take away lines or, where lines are called so, to leave some out. */
function signsOf(count: number, mayLeaveOut: boolean): number[][] {
  const signs = mayLeaveOut ? [1, -1, 0] : [1, -1];
  const all = Array.from({ length: count }).reduce<number[][]>(
    (found) => found.flatMap((one) => signs.map((sign) => [...one, sign])),
    [[]],
  );
  return all.filter((one) => one.includes(-1) && (mayLeaveOut || one.includes(1)));
}

/** What a line is tried to be: some lines added, others taken away. */
interface Linear {
  readonly plus: readonly Line[];
  readonly minus: readonly Line[];
  /** What is added besides. */
  readonly offset?: number;
  /** Whether a blank is nil. */
  readonly isNil?: boolean;
  /** Where it is tried; everywhere unless told. */
  readonly places?: Iterable<number>;
  /** Whether decimals are printed there; of any of the lines unless told. */
  readonly hasDecimals?: boolean;
}

/**
 * How a line fits what others give that are added and taken away; only where enough of them are not 0. A change is told by the
 * number that changed too, unless nothing did.
 */
export function fitLinear(
  result: Line,
  { plus, minus, offset = 0, isNil = false, places = result.values.keys(), hasDecimals }: Linear,
  guesses = 0,
): Fit {
  const counts = { tried: 0, exact: 0, loose: 0, bits: -guesses };
  const parts = [...plus, ...minus], least = Math.min(2, parts.length);
  const isDifference = plus.length === 1 && minus.length === 1;
  for (const place of places) {
    const value = result.values[place];
    let sum = offset, slack = result.steps[place], filled = 0;
    for (const [at, { values, steps, isBlank }] of parts.entries()) {
      if (isNil && isBlank[place] === 1) continue;
      sum += at < plus.length ? values[place] : -values[place];
      slack += steps[place];
      if (values[place] !== 0) filled++;
    }
    const off = Math.abs(sum - value);
    if (Number.isNaN(off) || filled < least) continue;
    counts.tried++;
    if (off === 0) counts.exact++;
    if (2 * off < slack) {
      counts.loose++;
      const size = Math.abs(value) +
        (isDifference && value !== 0 ? Math.abs(plus[0].values[place]) : 0);
      counts.bits += Math.min(20, Math.log2(1 + size / (off === 0 ? 1 : slack)));
    }
    if (counts.tried > 12 && counts.loose === 0) break;
  }
  return fitOf(counts, hasDecimals ?? [result, ...parts].some((line) => line.hasDecimals));
}
