import { type Draft, draftOf, fitTo, holds, Total } from "./draft.ts";
import { type Line, moveLine } from "./line.ts";
import type { GridColumn } from "./table.ts";
import { isClosing, isOpening, periodOf } from "./period.ts";
import { shifts } from "./table_relation.ts";

/** How many lines may lie between the opening and the closing one, where headers call them so and where not. */
const mostCalled = 5, mostBetween = 3;

/** Roll-forwards between columns of one period or of neighbours, and closing columns that open the next period. */
export function findBalances(
  bases: readonly { readonly column: GridColumn; readonly line: Line }[],
  known: readonly Draft[],
): Draft[] {
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
export function findRollForwards(lines: readonly Line[], known: readonly Draft[]): Draft[] {
  return lines.flatMap((closing, end) => {
    const found = lines.flatMap((opening, start) => {
      const isCalled = isOpening(opening.name) && isClosing(closing.name);
      const from = Math.min(start, end) + 1, to = Math.max(start, end);
      const parts = isCalled && to - from < 2
        ? lines.slice(to + 1, to + 3)
        : lines.slice(from, Math.min(to, from + mostCalled + 1));
      if (parts.length < 2 || parts.length > (isCalled ? mostCalled : mostBetween)) return [];
      const all = [opening, ...parts, closing];
      if (!isCalled && (start > end || isSeries(all) || follows(all, known))) return [];
      // Where the closing line has the number of one of the others, the rest is nothing or cancels out.
      const places = closing.values.keys().filter((place) =>
        all.every((line) => line === closing || line.values[place] !== closing.values[place])
      ).toArray();
      return signsOf(parts.length, isCalled).flatMap((signs): Draft[] => {
        const of = (sign: number) => parts.filter((_, at) => signs[at] === sign);
        const plus = [opening, ...of(1)], minus = of(-1);
        const guesses = Math.log2(lines.length ** 2 * 3 ** parts.length);
        const fit = fitTo(closing, Total.of(plus, minus), { guesses, places });
        const isEnough = isCalled
          ? holds(fit) >= 0.3 * fit.tried && fit.bits > 3
          : holds(fit) >= 0.6 * fit.tried && fit.bits > 20 && holds(fit) > 3;
        return isEnough ? [draftOf("roll-forward", [closing, ...plus], minus, fit)] : [];
      });
    });
    return best(found);
  });
}

/** Closing lines that are the opening ones of the next period. */
export function findCarriedForward(
  lines: readonly { readonly line: Line; readonly order: number }[],
): Draft[] {
  return lines.filter(({ line }) => isOpening(line.name)).flatMap(({ line, order }) => {
    const before = lines.filter((other) => isClosing(other.line.name) && other.order < order);
    const last = Math.max(...before.map(({ order }) => order));
    const found = before.filter((other) => other.order === last).flatMap((other): Draft[] => {
      const guesses = 2 * Math.log2(lines.length);
      const fit = fitTo(line, Total.of([other.line], []), { guesses });
      return fit.exact >= 0.5 * fit.tried && fit.bits > 6
        ? [draftOf("same", [line, other.line], [], { ...fit, isLoose: false })]
        : [];
    });
    return best(found);
  });
}

/** Opening lines that are what another closes with in the place before, or after where the last period stands first. */
export function findNextOpenings(lines: readonly Line[]): Draft[] {
  const closing = lines.filter(({ name }) => isClosing(name));
  return lines.filter(({ name }) => isOpening(name)).flatMap((line) =>
    best(closing.flatMap((other) =>
      Object.entries(shifts).flatMap(([end, shift]): Draft[] => {
        const moved = {
          ...moveLine(other, (place) => place + shift),
          name: other.name + end,
        };
        const fit = fitTo(line, Total.of([moved], []), { guesses: 2 * Math.log2(lines.length) });
        return fit.exact >= 0.5 * fit.tried && fit.bits > 6
          ? [draftOf("same", [line, moved], [], { ...fit, isLoose: false })]
          : [];
      })
    ))
  );
}

/** Lines in a row that are the shares of one whole: together 100. */
export function findShares(lines: readonly Line[], scale: number): Draft[] {
  const found: Draft[] = [];
  for (let start = 0; start < lines.length - 1; start++) {
    for (let end = endWithin(lines, start, 100 * scale); end > start + 1; end--) {
      const [first, ...others] = lines.slice(start, end);
      const guesses = 2 * Math.log2(lines.length);
      const fit = fitTo(first, Total.of([], others, 100 * scale), { guesses });
      if (holds(fit) < 0.6 * fit.tried || holds(fit) < 2 || fit.bits < 10) continue;
      found.push({ ...draftOf("shares", [first, ...others], [], fit), unit: "percent" });
      start = end - 1;
      break;
    }
  }
  return found;
}

/** How many lines may be the shares of one whole. */
const mostShares = 120;

/** The end of the longest run of lines that may still be shares of a whole in two places, so that long tables stay quick. */
function endWithin(lines: readonly Line[], start: number, whole: number): number {
  const sums = new Float64Array(lines[start].values.length);
  let end = start;
  for (; end < Math.min(lines.length, start + mostShares); end++) {
    const { values, steps } = lines[end];
    let within = 0;
    for (let place = 0; place < sums.length; place++) {
      sums[place] += values[place] - steps[place];
      if (sums[place] <= whole) within++;
    }
    if (within < 2) break;
  }
  return end;
}

/** The one that holds most often; of several the one with the fewest parts. */
function best(found: readonly Draft[]): Draft[] {
  const size = ({ operands, divisors }: Draft) => operands.length + divisors.length;
  return found.toSorted((a, b) => holds(b.fit) - holds(a.fit) || size(a) - size(b)).slice(0, 1);
}

/** Whether lines are one measure in several periods: of numbers that change little some add up by chance. */
function isSeries(lines: readonly Line[]): boolean {
  const headers = lines.map(({ name }) => periodOf(name));
  return headers.every(({ period, stem }) => period !== "" && stem === headers[0].stem);
}

/** Whether all lines of a relation that is known are among these. */
function follows(lines: readonly Line[], known: readonly Draft[]): boolean {
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
