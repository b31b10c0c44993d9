import fc from "fast-check";
import type { Claim } from "../../lib/model/claim.ts";
import type { Exact } from "../../lib/model/interval.ts";
import type { Observation } from "../../lib/model/observation.ts";
import type { RelationKind } from "../../lib/model/relation.ts";
import type { Report } from "../../lib/model/report.ts";
import type { RoundingMode } from "../../lib/model/verdict.ts";
import { decimalString } from "../../lib/numbers/format_number.ts";
import { exact } from "../../lib/numbers/exact.ts";
import { decimals, mode, rounded } from "../numbers/arbitraries.ts";
import { unitScale } from "../../lib/numbers/unit_scale.ts";
import { claim, indicator, observation, percentsOf } from "./small_report.ts";

/** A report whose claims are true of the numbers that it was printed from. */
export interface RandomTable {
  readonly report: Report;
  /** The way in which all of its measures were rounded. */
  readonly mode: RoundingMode;
}

/** A true number in the base of its unit, and whether it is printed in full. */
interface Cell {
  readonly value: Exact;
  /** @default "units" */
  readonly unit?: string;
  readonly isCount: boolean;
}

interface Step {
  readonly kind: RelationKind;
  readonly picks: readonly number[];
  readonly places: number;
}

const kinds = [
  "sum",
  "difference",
  "share",
  "shares",
  "ratio",
  "product",
  "growth",
  "roll-forward",
  "mean",
  "mixture",
  "same",
] as const satisfies readonly RelationKind[];

const base = fc.record({
  units: fc.integer({ min: 1, max: 9999 }),
  places: decimals,
  isCount: fc.boolean(),
});
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  picks: fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }),
  places: decimals,
});

/** Tables of counts and of measures rounded in one way, with chains of relations of every kind that gives a number. */
export const randomTable: fc.Arbitrary<RandomTable> = fc.record({
  mode,
  bases: fc.array(base, { minLength: 3, maxLength: 5 }),
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
}).map(({ mode, bases, steps }) => {
  const cells: Cell[] = [], observations: Observation[] = [], claims: Claim[] = [];
  const print = (cell: Cell, places: number) => {
    const id = `c${cells.length}`;
    cells.push(cell);
    const inUnit = cell.value.div(unitScale(cell.unit ?? "units").scale);
    const shown = cell.isCount ? inUnit : rounded(inUnit, places, mode);
    const unit = cell.unit ?? "units";
    observations.push({ ...printed(id, shown, cell.isCount ? 0 : places, cell.isCount), unit });
    return id;
  };
  for (const { units, places, isCount } of bases) {
    print({ value: isCount ? exact(units) : exact(units).div(7), isCount }, places);
  }
  for (const { kind, picks, places } of steps) {
    const picked = [...new Set(picks.map((pick) => pick % cells.length))];
    const chosen = kind === "same" ? picked.slice(0, 1) : picked;
    const stated = state(kind, chosen.map((index) => cells[index]));
    if (stated === undefined || stated.value.abs().compare(largest) > 0) continue;
    const ids = chosen.map((index) => `c${index}`);
    const { value, split = ids.length, weight } = stated;
    const operands = weight === undefined
      ? ids.slice(0, split)
      : [...ids.slice(0, 2), print({ value: weight, isCount: true, unit: "percent" }, 0)];
    const [unit] = percentsOf({ kind, result: "percent", operands: [], divisors: [], rule: "" });
    const result = print({ value, isCount: stated.isCount ?? false, unit }, places);
    claims.push(claim({
      id: `claim-${result}`,
      kind,
      result,
      operands,
      divisors: weight === undefined ? ids.slice(split) : [],
      rule: kind === "mixture" ? "by-divisor" : "",
    }));
  }
  return { mode, report: reportOf(observations, claims) };
});

/** Beyond it a number with decimals is no longer one that a float holds for certain. */
const largest = 1e9;

interface Statement {
  readonly value: Exact;
  /** How many of the cells are operands; the rest divide, or go out. */
  readonly split?: number;
  readonly isCount?: boolean;
  readonly weight?: Exact;
}

/** What a relation of a kind between some cells gives; nothing, where it cannot be stated of them. */
function state(kind: RelationKind, cells: readonly Cell[]): Statement | undefined {
  const values = cells.map(({ value }) => value);
  const isCount = cells.every((cell) => cell.isCount && cell.unit === undefined);
  const sum = (parts: readonly Exact[]) => parts.reduce((all, part) => all.add(part), exact(0));
  const [first, second] = values;
  if (kind === "same") return { value: first, isCount };
  if (kind === "sum") return { value: sum(values), isCount };
  if (second === undefined) return undefined;
  const rest = sum(values.slice(1));
  switch (kind) {
    case "difference":
      return cells.length === 2 ? { value: first.sub(second), isCount } : undefined;
    case "shares":
      if (cells.some((cell) => cell.unit !== "percent")) return undefined;
      return { value: exact(1).sub(sum(values)) };
    case "product":
      return { value: values.reduce((all, value) => all.mul(value)), isCount };
    case "roll-forward":
      return { value: first.sub(rest), split: 1, isCount };
    case "mean":
      return { value: sum(values).div(values.length) };
    case "mixture":
      return { value: first.mul(37).add(second.mul(63)).div(100), weight: exact("37/100") };
  }
  if (rest.compare(1) < 0) return undefined;
  const quotient = first.div(rest);
  if (kind === "share") return { value: quotient, split: 1 };
  if (kind === "growth") return { value: quotient.sub(1), split: 1 };
  return kind === "ratio" ? { value: quotient, split: 1 } : undefined;
}

function printed(id: string, value: Exact, places: number, isCount: boolean): Observation {
  const number = Number(decimalString(value, 20));
  return {
    ...observation(id, isCount ? "1" : "~1"),
    period: "2015/2016",
    value: number,
    printed: number.toFixed(places).replace(".", ","),
    decimals: places,
  };
}

/** A report of some observations and claims, and nothing else. */
export function reportOf(
  observations: readonly Observation[],
  claims: readonly Claim[],
): Report {
  return {
    ...emptyReport,
    observations,
    claims,
    indicators: [indicator("count"), indicator("rounded")],
  };
}

const emptyReport = {
  edition: undefined as unknown as Report["edition"],
  populations: [],
  scopes: [],
  territories: [],
  norms: [],
  trendWords: [],
  errata: [],
  inferences: [],
  definitions: [],
  candidates: [],
} as unknown as Report;
