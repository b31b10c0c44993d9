import { sum } from "d3-array";
import { type Draft, type Fit, fitTo, holds, isEnough, toRelation, Total } from "./draft.ts";
import type { Line } from "./line.ts";
import { isTotal } from "./period.ts";
import type { TableRelation } from "./table_relation.ts";

/** Lines in an order in which the parts of a sum may be neighbours: those of a period, a heading with what it heads. */
export interface View {
  readonly lines: readonly Line[];
  /** Which of them may be sums. @default All. */
  readonly wholes?: readonly Line[];
  /** Whether the others are what the whole consists of, by their codes or indents. @default No. */
  readonly isOutline?: boolean;
}

interface Sum {
  readonly whole: Line;
  readonly parts: readonly Line[];
  readonly fit: Fit;
}

/**
 * Every sum of lines that are neighbours in a view, or among all: what a line adds up is taken away before the next is looked
 * for, so that totals of totals are found.
 */
export function findSums(lines: readonly Line[], views: readonly View[] = []): Draft[] {
  const found: Draft[] = [];
  const firstFits = new Map<Line, Fit>();
  const left = new Set(lines);
  const isOfAnother = ({ whole, parts, fit }: Sum) => {
    const total = Total.of(parts);
    return lines.some((line) =>
      line !== whole && !parts.includes(line) &&
      holds(fitTo(line, total, { guesses: 0, mayBeNil: true })) > holds(fit)
    );
  };
  for (let round = 0; round < 8 && left.size > 2; round++) {
    const viewsOf = new Map([...left].map((line) => [line, [] as View[]]));
    for (const view of [...views, { lines }]) {
      const kept = { ...view, lines: view.lines.filter((line) => left.has(line)) };
      for (const line of kept.wholes ?? kept.lines) viewsOf.get(line)?.push(kept);
    }
    const candidates = [...viewsOf]
      .flatMap(([whole, views]) => bestSum(whole, views, firstFits.get(whole)) ?? [])
      .toSorted((a, b) => a.parts.length - b.parts.length || b.fit.bits - a.fit.bits);
    const used = new Set<Line>();
    const partsOf = new Map<Line, readonly Line[]>();
    const isIn = (whole: Line, line: Line): boolean =>
      line === whole || (partsOf.get(line) ?? []).some((part) => isIn(whole, part));
    for (const candidate of candidates) {
      const { whole, parts, fit } = candidate;
      if (partsOf.has(whole) || parts.some((part) => used.has(part) || isIn(whole, part))) continue;
      if (holds(fit) < fit.tried && isOfAnother(candidate)) continue;
      for (const part of parts) used.add(part);
      partsOf.set(whole, parts);
      if (!firstFits.has(whole)) firstFits.set(whole, fit);
      const kind = parts.length === 1 ? "same" : "sum", operands = parts.map(({ name }) => name);
      found.push({ kind, result: whole.name, operands, divisors: [], unit: "", fit });
    }
    if (used.size === 0) return found;
    for (const line of used) left.delete(line);
  }
  return found;
}

/** How many parts a line has at most that is not called a total. */
const longest = 60;

/** How many numbers at most are added up for the parts of one total that are not its neighbours. */
const mostAdded = 1e7;

/**
 * The neighbours in a view, or else any lines in a row, that add up to a line best.
 *
 * @param first How the first sum of this line fits, if it has one.
 */
function bestSum(whole: Line, views: readonly View[], first: Fit | undefined): Sum | undefined {
  let best: Sum | undefined;
  const isNamed = isTotal(whole.name), places = whole.values.length;
  /** Tries ever more lines from one on: with blanks left out, or taken as nil where that holds. */
  const tryFrom = ({ lines, isOutline }: View, start: number, step: 1 | -1) => {
    const total = new Total(places), parts: Line[] = [];
    const isKnown = isOutline || isNamed, limit = isKnown ? Infinity : longest;
    const fewest = isOutline ? lines.length - 1 : 2, least = isKnown ? 0.3 : 0.6;
    // Of a total only its parts are guessed, next to it or anywhere; of other lines also which one is a sum.
    const isNear = Math.abs(start - lines.indexOf(whole)) === 1;
    const guesses = (isNear && isKnown ? 1 : 2) * Math.log2(lines.length + 1);
    for (let at = start; lines[at] && lines[at] !== whole && parts.length < limit; at += step) {
      parts.push(lines[at]);
      total.add(lines[at]);
      if (parts.length < fewest) continue;
      const fit = fitTo(whole, total, { guesses, mayBeNil: true, least });
      const { tried, over, loose } = fit;
      if (whole.isGrowing && tried > 0 && over > 0.8 * tried && over > loose) return;
      const isFound = parts.length === 1
        ? isEnough(fit, { share: 0.9, count: 0, bits: 10 })
        : isLikely(fit, isKnown);
      const found = { whole, parts: step > 0 ? [...parts] : parts.toReversed(), fit };
      if (isFound && isAsFirm(fit, first) && isBetter(found, best)) best = found;
    }
  };
  for (const view of views) {
    const target = view.lines.indexOf(whole);
    for (const step of [1, -1] as const) tryFrom(view, target + step, step);
  }
  if (best) return best;
  for (const { lines, wholes } of views) {
    if (wholes !== undefined || lines.length ** 2 * places >= mostAdded) continue;
    if (!isNamed && lines.length > places) continue;
    for (const start of lines.keys()) tryFrom({ lines }, start, 1);
  }
  const isStrong = ({ fit }: Sum) =>
    !fit.isLoose && isEnough(fit, { share: 0.8, count: 4, bits: 30 });
  return best && (isNamed || isStrong(best)) ? best : undefined;
}

function isBetter({ fit, parts }: Sum, other: Sum | undefined): boolean {
  if (other === undefined) return true;
  const score = (one: Fit) => 2 * holds(one) - one.tried;
  const order = score(fit) - score(other.fit);
  return order > 0 || (order === 0 && parts.length < other.parts.length);
}

/**
 * Whether a sum is more than chance: small numbers that were rounded add up often where lines change little. A line that is
 * called a total is one in a table of few places also where a slip or two leave little of it.
 */
export function isLikely(fit: Fit, named = false): boolean {
  const isSlipped = named && fit.tried - holds(fit) <= 2 &&
    isEnough(fit, { share: 0.3, count: 0, bits: 3, cost: 3 });
  const share = fit.isLoose && !named ? 0.85 : 0.6;
  return isSlipped || isEnough(fit, { share, count: 2, bits: named ? 3 : 10 });
}

/** Whether a second sum of a line holds wherever the first does, but for slips: one of its parts may have more to it. */
function isAsFirm(fit: Fit, first: Fit | undefined): boolean {
  return first === undefined || holds(fit) / fit.tried >= 0.9 * holds(first) / first.tried;
}

/**
 * Rows that are sums of others: once for all columns, or twice where columns of whole numbers add up as printed and those
 * of decimals were rounded.
 *
 * @param rows The rows, with a number for each column that adds up.
 * @param columns Those columns.
 * @param views Orders in which the parts of a row may be its neighbours.
 */
export function findTotalRows(
  rows: readonly Line[],
  columns: readonly Line[],
  views: readonly View[],
): TableRelation[] {
  const byName = new Map(rows.map((line) => [line.name, line]));
  const sums = findSums(rows, views).map((found) => {
    const parts = found.operands.map((name) => byName.get(name)!);
    return { found, whole: byName.get(found.result)!, parts, total: Total.of(parts) };
  });
  // A column that adds up in another total has no means: there a slip is no exception.
  const addsUp = (place: number) =>
    sums.some(({ whole: { values: { [place]: value } }, total }) =>
      value !== 0 && total.values[place] === value
    );
  return sums.flatMap(({ found, whole, parts, total }) => {
    const added = [...columns.keys()].filter((place) =>
      !isMean(whole, parts, place) || addsUp(place)
    );
    const groups = [false, true].flatMap((hasDecimals) => {
      const places = added.filter((place) => columns[place].hasDecimals === hasDecimals);
      const fit = fitTo(whole, total, { guesses: 0, places, mayBeNil: found.fit.hasNil });
      return places.length > 0 ? [{ places, fit }] : [];
    });
    const isAlike = groups.every(({ fit }) => fit.isLoose === groups[0].fit.isLoose);
    return (isAlike ? [{ ...groups[0], places: added }] : groups).map(({ places, fit }) => {
      const except = columns.filter((_, place) => !places.includes(place));
      return toRelation({ ...found, fit }, "column", except.map(({ name }) => name));
    });
  });
}

/**
 * Whether a column's number in a total row lies between those of its parts where all have one sign: a mean, no sum. Where all
 * parts but the greatest add up to less, that one may have a digit too many.
 */
function isMean(whole: Line, parts: readonly Line[], place: number): boolean {
  const values = parts.map(({ values }) => values[place])
    .filter((value) => !Number.isNaN(value) && value !== 0);
  const total = whole.values[place];
  const greatest = Math.max(...values);
  return values.length > 2 && values.every((value) => value > 0) && total > 0 &&
    total <= greatest && total >= Math.min(...values) &&
    sum(values, (value) => value) - greatest > total;
}
