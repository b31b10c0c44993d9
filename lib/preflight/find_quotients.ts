import { unitScale } from "../numbers/unit_scale.ts";
import { fitOf, type Found, holds, type Line } from "./drafted.ts";
import { isChange, unitOf } from "./period.ts";
import type { TableColumn } from "./read_table.ts";

interface Base {
  readonly line: Line;
  readonly column: TableColumn | undefined;
}

export function bestDifference(result: Line, bases: readonly Base[]): Found[] {
  let best: Found | undefined;
  for (const [a, b] of pairsOf(bases)) {
    let tried = 0, exact = 0, loose = 0, bits = 0;
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
      if (off === 0) bits += Math.min(20, Math.log2(1 + Math.abs(first) + Math.abs(value)));
      if (tried > 12 && loose === 0) break;
    }
    const fit = fitOf(
      { tried, exact, loose, bits },
      [result, a.line, b.line].some((line) => line.hasDecimals),
    );
    const isEnough = holds(fit) >= 0.5 * tried && holds(fit) > (isChange(result.name) ? 0 : 1) &&
      bits - Math.log2(bases.length + 1) * 2 > 5;
    if (isEnough && holds(fit) > (best ? holds(best.fit) : 0)) {
      best = {
        kind: "difference",
        result: result.name,
        operands: [a.line.name, b.line.name],
        divisors: [],
        unit: "",
        blank: "not-told",
        fit,
      };
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

export function bestQuotient(result: Line, bases: readonly Base[], scale: number): Found[] {
  let best: Found | undefined;
  for (const [a, b] of pairsOf(bases)) {
    const hasDecimals = a.line.hasDecimals || b.line.hasDecimals;
    const size = sizeOf(a.line) / sizeOf(b.line);
    for (const [kind, per, unit] of units) {
      const times = kind === "growth" ? per : per * size / (unit === "" ? sizeOf(result) : 1);
      let tried = 0, exact = 0, loose = 0, bits = 0;
      for (const [place, value] of result.values.entries()) {
        const above = a.line.values[place], below = b.line.values[place];
        if (
          Number.isNaN(value) || Number.isNaN(above) || !(below > 0) || (above === 0 && value === 0)
        ) continue;
        tried++;
        const computed = (kind === "growth" ? above - below : above) * times * scale / below;
        const step = result.steps[place];
        const own = step * (1 + 1e-9), off = 2 * Math.abs(computed - value);
        const parts = (a.line.steps[place] + b.line.steps[place] * above / below) * times * scale /
          below;
        if (off <= own) exact++;
        if (off <= own + (hasDecimals ? parts : 0)) {
          loose++;
          if (above !== below) bits += Math.min(10, Math.log2(1 + Math.abs(value) / step));
        }
        if (tried > 6 && loose === 0) break;
      }
      const isEnough = loose >= 2 && loose >= 0.5 * tried &&
        bits - 2 * Math.log2(bases.length + 1) - 3 > 6;
      const fit = { tried, exact, loose, bits, isRounded: hasDecimals };
      const isCloser = !best || loose > best.fit.loose ||
        (loose === best.fit.loose && tried < best.fit.tried);
      if (isEnough && isCloser) {
        best = {
          kind,
          result: result.name,
          operands: [a.line.name],
          divisors: [b.line.name],
          unit,
          blank: "not-told",
          fit,
        };
      }
    }
  }
  return best ? [best] : [];
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
