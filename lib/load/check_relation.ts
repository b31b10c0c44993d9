import type { Exact } from "../model/interval.ts";
import type { Norm } from "../model/observation.ts";
import { type Relation, type RelationShape, relationShapes } from "../model/relation.ts";
import type { TableRows } from "../model/report.ts";
import { exact, growthBaseProblem } from "../numbers/exact.ts";
import { unitScale } from "../numbers/unit_scale.ts";

/** What the check of a relation needs to know of an edition. */
export interface RelationContext {
  readonly observations: ReadonlySet<string>;
  readonly norms: ReadonlySet<string>;
  /** Whether each word is one for a part, instead of a change. */
  readonly trendWords: ReadonlyMap<string, boolean>;
  /** Unit of every valid observation and norm by id. */
  readonly units: ReadonlyMap<string, string>;
  /** Value of every valid observation, and of every norm that has one, by id, in the base of its unit. */
  readonly values: ReadonlyMap<string, Exact>;
  /** Every valid norm by id. */
  readonly limits: ReadonlyMap<string, Norm>;
}

/** The tables that relations refer to. */
type RelationSources = {
  readonly [Name in "observations" | "norms" | "trendWords"]: {
    readonly rows: readonly TableRows[Name][];
    readonly ids: ReadonlySet<string> | undefined;
  };
};

/** A relation, and which of its values are marked as not printed. */
interface StatedRelation {
  readonly relation: Relation;
  readonly missing: readonly string[];
}

/** What is amiss in one cell of a relation. */
interface RelationProblem {
  readonly column: "operands" | "result" | "rule";
  readonly message: string;
}

/**
 * What relations are checked against.
 *
 * @param sources The tables that they refer to.
 * @returns The context; `undefined` if the ids of a table cannot be read.
 */
export function relationContext(
  { observations, norms, trendWords }: RelationSources,
): RelationContext | undefined {
  if (!observations.ids || !norms.ids || !trendWords.ids) return undefined;
  const points = norms.rows.flatMap(({ id, low, high, unit }) =>
    low !== null && low === high ? [{ id, value: low, unit }] : []
  );
  const parts = new Set(
    trendWords.rows.filter(({ direction }) => direction === "part").map(({ id }) => id),
  );
  return {
    observations: observations.ids,
    norms: norms.ids,
    trendWords: new Map([...trendWords.ids].map((id) => [id, parts.has(id)])),
    units: new Map([...norms.rows, ...observations.rows].map(({ id, unit }) => [id, unit])),
    values: new Map(
      [...points, ...observations.rows].map(({ id, value, unit }) =>
        [id, exact(value).mul(unitScale(unit).scale)] as const
      ),
    ),
    limits: new Map(norms.rows.map((norm) => [norm.id, norm])),
  };
}

/**
 * Every reason why a relation cannot be computed: unknown operands, a result among its own operands, units that do not fit, a
 * divisor of 0, too few operands, an unknown rule.
 *
 * Of a value whose unit or number is not known, nothing is said; of units and divisors only if the operands are as many as
 * they should be.
 *
 * @param stated The relation, and what of it is marked as not printed.
 * @param context What the edition holds.
 * @returns The problems; none if the relation is sound.
 */
export function checkRelation(
  { relation, missing }: StatedRelation,
  context: RelationContext,
): RelationProblem[] {
  const misnamed = [...checkNames({ relation, missing }, context)];
  const count = checkCounts(relation, relationShapes[relation.kind]);
  const ofValues = misnamed.length > 0
    ? misnamed
    : count !== undefined
    ? [ofOperands(count)]
    : [...checkUnits(relation, context), ...checkDivisor(relation, context)];
  return [...ofValues, ...checkRule(relation, context)];
}

function* checkNames(
  { relation: { result, operands, divisors }, missing }: StatedRelation,
  { observations, norms }: RelationContext,
): Generator<RelationProblem> {
  const isPrinted = (id: string) => observations.has(id) || norms.has(id);
  for (const id of [...operands, ...divisors]) {
    if (missing.includes(id) && isPrinted(id)) {
      yield ofOperands(`expected no ? before "${id}", which is printed`);
    } else if (!missing.includes(id) && !isPrinted(id)) yield ofOperands(`unknown operand "${id}"`);
    if (id === result) yield ofOperands(`"${id}" is the claim's own result`);
  }
  if (missing.includes(result) && isPrinted(result)) {
    const message = `expected no ? before "${result}", which is printed`;
    yield { column: "result", message };
  } else if (!missing.includes(result) && !observations.has(result)) {
    yield { column: "result", message: `unknown observation "${result}"` };
  }
}

function ofOperands(message: string): RelationProblem {
  return { column: "operands", message };
}

function checkCounts(
  { kind, operands, divisors }: Relation,
  { operands: { least, most = Infinity }, divisors: divided }: RelationShape,
): string | undefined {
  if (operands.length < least || operands.length > most) {
    const wanted = least === most ? String(least) : `at least ${least}`;
    return `expected ${wanted} for ${kind}, found ${operands.length}`;
  }
  if (divided === "needed" && divisors.length === 0) return `expected / and divisors for ${kind}`;
  if (divided === "none" && divisors.length > 0) return `expected no / for ${kind}`;
}

function checkUnits(relation: Relation, { units }: RelationContext): RelationProblem[] {
  const { kind, operands, divisors } = relation;
  const result = units.get(relation.result), first = units.get(operands[0]);
  const isDivided = divisors.length > 0;
  const differs = (id: string, expected: string | undefined) => {
    const unit = units.get(id);
    return expected !== undefined && unit !== undefined &&
      unitScale(unit).base !== unitScale(expected).base;
  };
  const misfits = (ids: readonly string[], expected: string | undefined) =>
    ids.filter((id) => differs(id, expected)).map((id) =>
      ofOperands(`expected unit "${expected}" of "${id}", found "${units.get(id)}"`)
    );
  const inPercent = (): RelationProblem[] => {
    const message = `expected unit "percent" or another of its kind, found "${result}"`;
    return differs(relation.result, "percent") ? [{ column: "result", message }] : [];
  };
  switch (relationShapes[kind].units) {
    case "result's":
      return misfits([...operands, ...divisors], result);
    case "result's unless divided":
      return isDivided ? [] : misfits(operands, result);
    case "one":
      return misfits(operands, isDivided ? first : result);
    case "per cent of one":
      return [...inPercent(), ...misfits([...operands, ...divisors], first)];
    case "per cent":
      return [...inPercent(), ...misfits(operands, "percent")];
    case "norm's":
      return misfits(operands, isDivided ? "percent" : result);
    case "parts and weight":
      return [...misfits(operands.slice(0, 2), result), ...misfits(operands.slice(2), "percent")];
    case "any":
      return [];
  }
}

function checkDivisor(
  { kind, operands, divisors }: Relation,
  context: RelationContext,
): RelationProblem[] {
  const sum = (ids: readonly string[]) =>
    ids.map((id) => context.values.get(id)).reduce((a, b) => a && b && a.add(b), exact(0));
  if (kind !== "roll-forward" && divisors.length > 0 && sum(divisors)?.equals(0)) {
    return [ofOperands("the divisors add up to 0")];
  }
  if (kind !== "trend" && kind !== "part" && kind !== "growth") return [];
  const base = kind === "growth" ? divisors : operands;
  const first = sum(base), problem = first && growthBaseProblem(first);
  return problem ? [ofOperands(`${problem} for ${kind}, found "${base.join(" ")}"`)] : [];
}

function checkRule(
  { kind, rule, operands }: Relation,
  context: RelationContext,
): RelationProblem[] {
  const { rules } = relationShapes[kind];
  const isWord = kind === "trend" || kind === "part";
  const words = [...context.trendWords].flatMap(([id, isPart]) =>
    isPart === (kind === "part") ? [id] : []
  );
  const allowed: readonly string[] = isWord ? words : rules.length > 0 ? rules : [""];
  if (!allowed.includes(rule)) {
    const expected = allowed.map((word) => word || "nothing").join(", ");
    return [{ column: "rule", message: `expected ${expected} for ${kind}, found "${rule}"` }];
  }
  if (kind !== "norm") return [];
  if (operands.some((id) => !context.norms.has(id))) {
    return [ofOperands("expected a norm of norms.csv")];
  }
  const end = rule === "below" ? "low" : rule === "above" ? "high" : undefined;
  const endless = operands.find((id) => end && context.limits.get(id)?.[end] === null);
  return endless === undefined ? [] : [{
    column: "rule",
    message: `"${rule}" needs the ${end} limit that "${endless}" has not`,
  }];
}
