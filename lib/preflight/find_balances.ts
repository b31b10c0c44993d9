import { bestOf, type Draft, draftIf, type Evidence, Total } from "./draft.ts";
import { type Line, moveLine } from "./line.ts";
import { isClosing, isOpening, periodOf } from "./period.ts";
import { namesOf, shifts } from "./table_relation.ts";

/** How many lines may lie between the opening and the closing one, where headers call them so and where not. */
const mostCalled = 5, mostBetween = 3;

/** How much has to speak for a balance of lines that are called so, and of others; for what is opened with; for shares. */
const evidenceOf: Readonly<Record<"called" | "balance" | "opening" | "shares", Evidence>> = {
  called: { share: 0.3, count: 0, bits: 3 },
  balance: { share: 0.6, count: 4, bits: 20 },
  opening: { share: 0.5, count: 0, bits: 6 },
  shares: { share: 0.6, count: 2, bits: 10 },
};

/** Roll-forwards between columns of one period or of neighbours, each result once. */
export function findBalances(columns: readonly Line[], known: readonly Draft[]): Draft[] {
  const groups = [...Map.groupBy(columns, ({ name }) => periodOf(name).period).values()];
  const found = [...groups, ...groups.length > 1 ? [columns] : []]
    .flatMap((lines) => findRollForwards(lines, known));
  return [...new Map(found.map((one) => [one.result, one])).values()];
}

/**
 * Roll-forwards: what there was, what came in and what went out, and what there is.
 *
 * @param lines The lines, in order.
 * @param known Relations of these that were found before: what follows from them is not told again.
 */
export function findRollForwards(lines: readonly Line[], known: readonly Draft[]): Draft[] {
  return lines.flatMap((closing, end) =>
    bestOf(lines.flatMap((opening, start) => {
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
      const guesses = Math.log2(lines.length ** 2 * 3 ** parts.length);
      const evidence = evidenceOf[isCalled ? "called" : "balance"];
      return signsOf(parts.length, isCalled).flatMap((signs) => {
        const of = (sign: number) => parts.filter((_, at) => signs[at] === sign);
        const plus = [closing, opening, ...of(1)];
        return draftIf("roll-forward", plus, of(-1), { guesses, places, evidence });
      });
    }))
  );
}

/** Opening lines that are what the last of those before closes with. */
export function findCarriedForward(lines: readonly Line[]): Draft[] {
  const orderOf = ({ name }: Line) => periodOf(name).order;
  return findOpenings(lines, (opening, closing) => {
    const before = closing.filter((line) => orderOf(line) < orderOf(opening));
    const last = Math.max(...before.map(orderOf));
    return before.filter((line) => orderOf(line) === last);
  });
}

/** Opening lines that are what another closes with in the place before, or after where the last period stands first. */
export function findNextOpenings(lines: readonly Line[]): Draft[] {
  return findOpenings(
    lines,
    (_, closing) =>
      closing.flatMap((line) =>
        Object.entries(shifts).map(([end, shift]) => ({
          ...moveLine(line, (place) => place + shift),
          name: line.name + end,
        }))
      ),
  );
}

/** Opening lines that are as printed what one of some others closes with. */
function findOpenings(
  lines: readonly Line[],
  choose: (opening: Line, closing: readonly Line[]) => readonly Line[],
): Draft[] {
  const closing = lines.filter(({ name }) => isClosing(name));
  const fitting = { guesses: 2 * Math.log2(lines.length), evidence: evidenceOf.opening };
  return lines.filter(({ name }) => isOpening(name)).flatMap((opening) =>
    bestOf(
      choose(opening, closing).flatMap((line) => {
        const computed = { ...Total.of([line]), isLoose: false };
        return draftIf("same", [opening, line], [], { ...fitting, computed });
      }),
    )
  );
}

/** How many lines may be the shares of one whole. */
const mostShares = 120;

/** Lines in a row that are the shares of one whole: together 100, and as many as may be. */
export function findShares(lines: readonly Line[], scale: number): Draft[] {
  const found: Draft[] = [], guesses = 2 * Math.log2(lines.length);
  for (let start = 0; start < lines.length - 1; start++) {
    const [first, ...others] = lines.slice(start, start + mostShares);
    const computed = new Total(first.values.length, 100 * scale);
    const options = { computed, unit: "percent", guesses, evidence: evidenceOf.shares };
    let longest: Draft[] = [];
    for (const [at, line] of others.entries()) {
      computed.add(line, -1);
      const shares = draftIf("shares", [first, ...others.slice(0, at + 1)], [], options);
      if (shares.length > 0) longest = shares;
      // More lines are no shares of a whole that the first ones exceed everywhere but in one place.
      const isWithin = (value: number, place: number) =>
        computed.values[place] + computed.slack[place] >= value - first.steps[place];
      if (first.values.filter(isWithin).length < 2) break;
    }
    found.push(...longest);
    start += longest[0]?.operands.length ?? 0;
  }
  return found;
}

/** Whether lines are one measure in several periods: of numbers that change little some add up by chance. */
function isSeries(lines: readonly Line[]): boolean {
  const headers = lines.map(({ name }) => periodOf(name));
  return headers.every(({ period, stem }) => period !== "" && stem === headers[0].stem);
}

/** Whether all lines of a relation that is known are among these. */
function follows(lines: readonly Line[], known: readonly Draft[]): boolean {
  const names = new Set(lines.flatMap(({ name }) => [name, periodOf(name).stem]));
  return known.some((one) => namesOf(one).every((name) => names.has(name)));
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
