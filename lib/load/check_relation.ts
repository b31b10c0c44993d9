import type { Exact } from "../model/interval.ts";
import type { Norm } from "../model/observation.ts";
import { type Relation, relationShapes } from "../model/relation.ts";
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

/** Says what is amiss in one cell of a relation. */
type ComplainOfCell = (column: "operands" | "result" | "rule", message: string) => void;

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
 * Tells every reason why a relation cannot be computed: unknown operands, a result among its own operands, units that do not
 * fit, a divisor of 0, too few operands, an unknown rule.
 *
 * Of a value whose unit or number is not known, nothing is said; of units and divisors only if the operands are as many as
 * they should be.
 *
 * @param stated The relation, and what of it is marked as not printed.
 * @param context What the edition holds.
 * @param complain Takes each problem.
 */
export function checkRelation(
  stated: StatedRelation,
  context: RelationContext,
  complain: ComplainOfCell,
): void {
  const { relation } = stated;
  let isNamed = true;
  checkNames(stated, context, (column, message) => {
    isNamed = false;
    complain(column, message);
  });
  const count = countAmiss(relation);
  if (isNamed && count !== undefined) complain("operands", count);
  if (isNamed && count === undefined) {
    checkUnits(relation, context, complain);
    checkDivisor(relation, context, complain);
  }
  checkRule(relation, context, complain);
  if (isNamed) checkLimits(relation, context, complain);
}

function checkNames(
  { relation: { result, operands, divisors }, missing }: StatedRelation,
  { observations, norms }: RelationContext,
  complain: ComplainOfCell,
): void {
  const isPrinted = (id: string) => observations.has(id) || norms.has(id);
  const checkName = (column: "operands" | "result", id: string) => {
    const isKnown = column === "result" ? observations.has(id) : isPrinted(id);
    const what = column === "result" ? "observation" : "operand";
    if (missing.includes(id) && isPrinted(id)) {
      complain(column, `expected no ? before "${id}", which is printed`);
    } else if (!missing.includes(id) && !isKnown) complain(column, `unknown ${what} "${id}"`);
  };
  for (const id of [...operands, ...divisors]) {
    checkName("operands", id);
    if (id === result) complain("operands", `"${id}" is the claim's own result`);
  }
  checkName("result", result);
}

function countAmiss({ kind, operands, divisors }: Relation): string | undefined {
  const { operands: { least, most = Infinity }, divisors: divided } = relationShapes[kind];
  if (operands.length < least || operands.length > most) {
    const wanted = least === most ? String(least) : `at least ${least}`;
    return `expected ${wanted} for ${kind}, found ${operands.length}`;
  }
  if (divided === "needed" && divisors.length === 0) return `expected / and divisors for ${kind}`;
  if (divided === "none" && divisors.length > 0) return `expected no / for ${kind}`;
}

function checkUnits(
  relation: Relation,
  { units }: RelationContext,
  complain: ComplainOfCell,
): void {
  const { kind, operands, divisors } = relation;
  const result = units.get(relation.result), first = units.get(operands[0]);
  const isDivided = divisors.length > 0;
  const differs = (id: string, expected: string | undefined) => {
    const unit = units.get(id);
    return expected !== undefined && unit !== undefined &&
      unitScale(unit).base !== unitScale(expected).base;
  };
  const expectUnit = (expected: string | undefined, ids: readonly string[]) => {
    for (const id of ids.filter((id) => differs(id, expected))) {
      complain("operands", `expected unit "${expected}" of "${id}", found "${units.get(id)}"`);
    }
  };
  const rule = relationShapes[kind].units;
  if (rule.startsWith("per cent") && differs(relation.result, "percent")) {
    complain("result", `expected unit "percent" or another of its kind, found "${result}"`);
  }
  switch (rule) {
    case "result's":
      return expectUnit(result, [...operands, ...divisors]);
    case "result's unless divided":
      return expectUnit(isDivided ? undefined : result, operands);
    case "one":
      return expectUnit(isDivided ? first : result, operands);
    case "per cent of one":
      return expectUnit(first, [...operands, ...divisors]);
    case "per cent":
      return expectUnit("percent", operands);
    case "norm's":
      return expectUnit(isDivided ? "percent" : result, operands);
    case "parts and weight":
      expectUnit(result, operands.slice(0, 2));
      return expectUnit("percent", operands.slice(2));
  }
}

function checkDivisor(
  { kind, operands, divisors }: Relation,
  { values }: RelationContext,
  complain: ComplainOfCell,
): void {
  const sum = (ids: readonly string[]) =>
    ids.map((id) => values.get(id)).reduce((a, b) => a && b && a.add(b), exact(0));
  if (kind !== "roll-forward" && divisors.length > 0 && sum(divisors)?.equals(0)) {
    return complain("operands", "the divisors add up to 0");
  }
  if (kind !== "trend" && kind !== "part" && kind !== "growth") return;
  const base = kind === "growth" ? divisors : operands;
  const first = sum(base), problem = first && growthBaseProblem(first);
  if (problem) complain("operands", `${problem} for ${kind}, found "${base.join(" ")}"`);
}

function checkRule(
  { kind, rule }: Relation,
  { trendWords }: RelationContext,
  complain: ComplainOfCell,
): void {
  const { rules } = relationShapes[kind];
  const isWord = kind === "trend" || kind === "part";
  const words = [...trendWords].flatMap(([id, isPart]) => isPart === (kind === "part") ? id : []);
  const allowed: readonly string[] = isWord ? words : rules.length > 0 ? rules : [""];
  if (!allowed.includes(rule)) {
    const expected = allowed.length > 0
      ? `${allowed.map((word) => word || "nothing").join(", ")} for ${kind}`
      : `for ${kind} a word of trend-words.csv, which has none`;
    complain("rule", `expected ${expected}, found "${rule}"`);
  }
}

/** Checks that a norm is one, with the limit that the rule needs. */
function checkLimits(
  { kind, rule, operands }: Relation,
  { norms, limits }: RelationContext,
  complain: ComplainOfCell,
): void {
  if (kind !== "norm") return;
  if (operands.some((id) => !norms.has(id))) {
    return complain("operands", "expected a norm of norms.csv");
  }
  const end = rule === "below" ? "low" : rule === "above" ? "high" : undefined;
  const endless = operands.find((id) => end && limits.get(id)?.[end] === null);
  if (endless === undefined) return;
  complain("rule", `"${rule}" needs the ${end} limit that "${endless}" has not`);
}
