import type { Exact } from "../model/interval.ts";
import type { UnitSign } from "../model/verdict.ts";
import { exact } from "./exact.ts";

/** A unit as so many of another, such as `thousand-persons` as 1000 of `persons`. */
export interface UnitScale {
  /** What units of every scale have in common; `ratio` for per cents and their kin. */
  readonly base: string;
  /** How many of the base one unit is. */
  readonly scale: Exact;
  /** How many units one of the base is. */
  readonly inverse: Exact;
}

/** Whether a unit is its own base, so that what it counts comes in whole numbers of it. */
export function isBase(unit: string): boolean {
  return unitScale(unit).scale.equals(1);
}

/** The sign of a unit. */
export function unitSign(unit: string): UnitSign {
  return unit === "percent" ? "%" : unit === "per-mille" ? "\u2030" : "";
}

/** A written number with the sign of its unit after a space that does not break. */
export function withSign(written: string, sign: UnitSign): string {
  return sign === "" ? written : `${written}\u00a0${sign}`;
}

const sizes: Readonly<Record<string, bigint>> = {
  thousand: 1_000n,
  million: 1_000_000n,
  billion: 1_000_000_000n,
};
const known = new Map<string, UnitScale>();
const one = exact(1);

/**
 * The scale that the code of a unit tells: `thousand-`, `million-` or `billion-` before it, `per-` and a power of ten
 * in or at the end of it, `percent` and `per-mille`.
 *
 * @param unit Code of the unit, such as `thousand-persons`, `items-per-1000-residents` or `percent`.
 * @returns Its base and its scale; a unit without scale is its own base.
 *
 * @example
 * ```ts
 * import { unitScale } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const { base, scale } = unitScale("thousand-persons");
 * assertEquals([base, scale.valueOf()], ["persons", 1000]);
 * assertEquals(unitScale("percent").base, unitScale("per-100000").base);
 * assertEquals(unitScale("items-per-1000-residents").base, unitScale("items-per-resident").base);
 * ```
 */
export function unitScale(unit: string): UnitScale {
  const found = known.get(unit);
  if (found) return found;
  const read = readUnit(unit), made = { ...read, inverse: one.div(read.scale) };
  known.set(unit, made);
  return made;
}

function readUnit(unit: string): Omit<UnitScale, "inverse"> {
  if (unit === "percent") return { base: "ratio", scale: exact("1/100") };
  if (unit === "per-mille") return { base: "ratio", scale: exact("1/1000") };
  const [, size, rest = unit] = /^(thousand|million|billion)-(.+)$/.exec(unit) ?? [];
  const many = exact(size === undefined ? 1n : sizes[size]);
  const parts = /^(?:(.+)-)?per(?:-(10+))?(?:-(\D.*))?$/.exec(rest);
  if (parts === null) return { base: rest, scale: many };
  const [, above = "", hundreds = "1", below = ""] = parts;
  const base = above === "" && below === "" ? "ratio" : `${above} per ${below.replace(/s$/, "")}`;
  return { base, scale: many.div(exact(BigInt(hundreds))) };
}
