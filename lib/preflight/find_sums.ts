import { type Draft, draftOf, type Fit, fitTo, holds, Total } from "./draft.ts";
import type { Line } from "./line.ts";
import { isTotal } from "./period.ts";

/** Lines, by their indexes, in an order in which the parts of a sum may be neighbours: those of a period, a heading with what it heads. */
export interface View {
  readonly lines: readonly number[];
  /** Which of them may be sums. @default All. */
  readonly wholes?: readonly number[];
  /** Whether the others are what the whole consists of, by their codes or indents. @default No. */
  readonly isOutline?: boolean;
}

/**
 * Every sum of lines that are neighbours in a view, or among all: what a line adds up is taken away before the next is looked
 * for, so that totals of totals are found.
 */
export function findSums(lines: readonly Line[], views: readonly View[] = []): Draft[] {
  const found: Draft[] = [];
  const firstFits = new Map<Line, Fit>();
  const left = new Set(lines);
  const orders = [...views, { lines: [...lines.keys()] }].map(
    ({ lines: at, wholes, isOutline = false }: View) => ({
      all: at.map((index) => lines[index]),
      wholes: (wholes ?? at).map((index) => lines[index]),
      kind: { isOutline, isPlain: wholes === undefined },
    }),
  );
  for (let round = 0; round < 8 && left.size > 2; round++) {
    const ordersOf = new Map([...left].map((line) => [line, [] as Order[]]));
    for (const { all, wholes, kind } of orders) {
      const order = { lines: all.filter((line) => left.has(line)), ...kind };
      for (const line of wholes) ordersOf.get(line)?.push(order);
    }
    const candidates = [...left]
      .flatMap((whole) => bestSum(whole, ordersOf.get(whole)!, firstFits.get(whole)) ?? [])
      .toSorted((a, b) => a.parts.length - b.parts.length || b.fit.bits - a.fit.bits);
    const used = new Set<Line>();
    const partsOf = new Map<Line, readonly Line[]>();
    const isIn = (whole: Line, line: Line): boolean =>
      line === whole || (partsOf.get(line) ?? []).some((part) => isIn(whole, part));
    for (const { whole, parts, fit } of candidates) {
      if (partsOf.has(whole) || parts.some((part) => isIn(whole, part))) continue;
      if (parts.some((part) => used.has(part))) continue;
      if (holds(fit) < fit.tried && isOfAnother(whole, parts, { fit, lines })) continue;
      for (const part of parts) used.add(part);
      partsOf.set(whole, parts);
      if (!firstFits.has(whole)) firstFits.set(whole, fit);
      found.push(draftOf(parts.length === 1 ? "same" : "sum", [whole, ...parts], [], fit));
    }
    if (used.size === 0) return found;
    for (const line of used) left.delete(line);
  }
  return found;
}

/** Whether lines add up to another one more often. */
function isOfAnother(
  whole: Line,
  parts: readonly Line[],
  { fit, lines }: { readonly fit: Fit; readonly lines: readonly Line[] },
): boolean {
  const total = Total.of(parts, []);
  return lines.some((line) =>
    line !== whole && !parts.includes(line) &&
    holds(fitTo(line, total, { guesses: 0, mayBeNil: true })) > holds(fit)
  );
}

/** The lines of a view that are left. */
interface Order {
  readonly lines: readonly Line[];
  readonly isOutline: boolean;
  /** Whether any of them may be a sum. */
  readonly isPlain: boolean;
}

interface Sum {
  readonly whole: Line;
  readonly parts: readonly Line[];
  readonly fit: Fit;
}

/** How many parts a line has at most that is not called a total. */
const longest = 60;

/** How many numbers at most are added up for the parts of one total that are not its neighbours. */
const mostAdded = 1e7;

/** Whether lines that are not next to what they add up to are more than chance. */
function isStrong(fit: Fit): boolean {
  return !fit.isLoose && fit.exact >= 0.8 * fit.tried && fit.exact > 3 && fit.bits > 30;
}

/** The neighbours in an order, or else any lines in a row, that add up to a line best. */
function bestSum(whole: Line, orders: readonly Order[], first: Fit | undefined): Sum | undefined {
  const best = (windows: Iterable<Window>) => {
    let found: Sum | undefined;
    for (const window of windows) {
      for (const sum of sumsIn(window)) {
        if (isBetter(sum, found) && isAsFirm(sum.fit, first)) found = sum;
      }
    }
    return found;
  };
  const near = best(orders.flatMap(({ lines, isOutline }) => {
    const target = lines.indexOf(whole), isKnown = isOutline || isTotal(whole.name);
    return ([1, -1] as const).map((step) => ({
      lines,
      start: target + step,
      step,
      whole,
      isKnown,
      isOutline,
    }));
  }));
  if (near) return near;
  const short = orders.filter(({ lines, isPlain }) =>
    isPlain && lines.length ** 2 * whole.values.length < mostAdded
  );
  const isKnown = isTotal(whole.name);
  const away = best(
    short.filter(({ lines }) => isKnown || lines.length <= whole.values.length)
      .flatMap(({ lines }) => lines.map((_, start) => ({ lines, start, step: 1, whole, isKnown }))),
  );
  return away && (isKnown || isStrong(away.fit)) ? away : undefined;
}

function isBetter({ fit, parts }: Sum, other: Sum | undefined): boolean {
  if (other === undefined) return true;
  const score = (one: Fit) => 2 * holds(one) - one.tried;
  const order = score(fit) - score(other.fit);
  return order > 0 || (order === 0 && parts.length < other.parts.length);
}

/** Lines from one on, in one direction, that may add up to another. */
interface Window {
  readonly lines: readonly Line[];
  readonly start: number;
  readonly step: 1 | -1;
  readonly whole: Line;
  /** Whether it is called a total, or consists of the others by their codes or indents. */
  readonly isKnown: boolean;
  /** Whether it may consist of one line alone. @default No. */
  readonly isOutline?: boolean;
}

/** Sums of ever more lines of a window: with blanks left out, or taken as nil where that holds. */
function* sumsIn(
  { lines, start, step, whole, isKnown, isOutline = false }: Window,
): Generator<Sum> {
  const total = new Total(whole.values.length), parts: Line[] = [];
  const limit = isKnown ? Infinity : longest;
  // Of a total only its parts are guessed, next to it or anywhere; of other lines also which one is a sum.
  const isNear = Math.abs(start - lines.indexOf(whole)) === 1;
  const guesses = (isNear && isKnown ? 1 : 2) * Math.log2(lines.length + 1);
  for (let at = start; lines[at] && lines[at] !== whole && parts.length < limit; at += step) {
    parts.push(lines[at]);
    total.add(lines[at]);
    if (isOutline ? parts.length < lines.length - 1 : parts.length < 2) continue;
    const fit = fitTo(whole, total, { guesses, mayBeNil: true, least: isKnown ? 0.3 : 0.6 });
    const { tried, over, loose } = fit;
    if (whole.isGrowing && tried > 0 && over > 0.8 * tried && over > loose) return;
    const isOne = parts.length === 1;
    if (isOne ? holds(fit) >= 0.9 * tried && fit.bits > 10 : isLikely(fit, isKnown)) {
      yield { whole, parts: step > 0 ? [...parts] : parts.toReversed(), fit };
    }
  }
}

/** How many bits of evidence a place takes back that does not hold. */
const cost = 3;

/**
 * Whether a sum is more than chance: small numbers that were rounded add up often where lines change little. A line that is
 * called a total is one in a table of few places also where a slip or two leave little of it.
 */
export function isLikely(fit: Fit, named: boolean): boolean {
  const { tried, bits, isLoose } = fit, count = holds(fit), failed = tried - count;
  if (named && failed <= 2 && count >= 0.3 * tried && bits - cost * failed > 3) return true;
  return count >= (isLoose && !named ? 0.85 : 0.6) * tried && bits > (named ? 3 : 10) && count > 1;
}

/** Whether a second sum of a line holds wherever the first does, but for slips: one of its parts may have more to it. */
function isAsFirm(fit: Fit, first: Fit | undefined): boolean {
  return first === undefined || holds(fit) / fit.tried >= 0.9 * holds(first) / first.tried;
}
