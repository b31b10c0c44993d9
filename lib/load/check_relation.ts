import type { Exact } from "../model/interval.ts";
import { type Relation, relationShapes, type UnitRule } from "../model/relation.ts";
import { exact, growthBaseProblem } from "../numbers/exact.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import type { LoadedTables } from "./loaded_table.ts";

/** What the check of a relation needs to know of an edition. */
export interface RelationContext extends Pick<LoadedTables, "norms" | "trendWords"> {
  /** Whether a printed observation, or a quantity that is inferred, has the id. */
  isObservation(id: string): boolean;
  /** The unit of a valid observation or norm. */
  unitOf(id: string): string | undefined;
  /** The value of a valid observation, or of a norm that has one, in the base of its unit. */
  valueOf(id: string): Exact | undefined;
}

/** A relation, and which of its values are marked as not printed. */
interface StatedRelation {
  readonly relation: Relation;
  readonly missing: readonly string[];
}

/** Says what is expected of one cell of a relation. */
type ComplainOfCell = (column: "operands" | "result" | "rule", message: string) => void;

/**
 * What relations are checked against.
 *
 * @param tables The tables that they refer to.
 * @returns The context; `undefined` if the ids of a table cannot be read.
 */
export function relationContext(
  { observations, norms, trendWords }: Pick<LoadedTables, "observations" | "norms" | "trendWords">,
): RelationContext | undefined {
  const { ids } = observations;
  if (!ids || !norms.ids || !trendWords.ids) return undefined;
  const unitOf = (id: string) => (observations.row(id) ?? norms.row(id))?.unit;
  return {
    ...{ norms, trendWords, unitOf },
    isObservation: (id) => ids.has(id),
    valueOf(id) {
      const { low = null, high } = norms.row(id) ?? {};
      const value = observations.row(id)?.value ?? (low === high ? low : null);
      return value === null ? undefined : exact(value).mul(unitScale(unitOf(id) ?? "").scale);
    },
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
  const count = countProblem(relation);
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
  { isObservation, norms }: RelationContext,
  complain: ComplainOfCell,
): void {
  const isPrinted = (id: string) => isObservation(id) || norms.ids?.has(id);
  const checkName = (column: "operands" | "result", id: string) => {
    const isKnown = column === "result" ? isObservation(id) : isPrinted(id);
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

function countProblem({ kind, operands, divisors }: Relation): string | undefined {
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
  { unitOf }: RelationContext,
  complain: ComplainOfCell,
): void {
  const { kind, operands, divisors } = relation;
  const result = unitOf(relation.result), first = unitOf(operands[0]);
  const isDivided = divisors.length > 0;
  const differs = (id: string, expected: string | undefined) => {
    const unit = unitOf(id);
    return expected !== undefined && unit !== undefined &&
      unitScale(unit).base !== unitScale(expected).base;
  };
  const rule = relationShapes[kind].units;
  if (rule.startsWith("per cent") && differs(relation.result, "percent")) {
    complain("result", `expected unit "percent" or another of its kind, found "${result}"`);
  }
  const expected: Record<UnitRule, readonly (readonly [string | undefined, readonly string[]])[]> =
    {
      "result's": [[result, [...operands, ...divisors]]],
      "result's unless divided": isDivided ? [] : [[result, operands]],
      "one": [[isDivided ? first : result, operands]],
      "per cent of one": [[first, [...operands, ...divisors]]],
      "per cent": [["percent", operands]],
      "norm's": [[isDivided ? "percent" : result, operands]],
      "parts and weight": [[result, operands.slice(0, 2)], ["percent", operands.slice(2)]],
      "any": [],
    };
  for (const [unit, ids] of expected[rule]) {
    for (const id of ids.filter((id) => differs(id, unit))) {
      complain("operands", `expected unit "${unit}" of "${id}", found "${unitOf(id)}"`);
    }
  }
}

function checkDivisor(
  { kind, operands, divisors }: Relation,
  { valueOf }: RelationContext,
  complain: ComplainOfCell,
): void {
  const sum = (ids: readonly string[]) =>
    ids.map(valueOf).reduce((a, b) => a && b && a.add(b), exact(0));
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
  const isPart = (id: string) => trendWords.row(id)?.direction === "part";
  const allowed: readonly string[] = isWord
    ? [...trendWords.ids ?? []].filter((id) => isPart(id) === (kind === "part"))
    : rules.length > 0
    ? rules
    : [""];
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
  { norms }: RelationContext,
  complain: ComplainOfCell,
): void {
  if (kind !== "norm") return;
  if (operands.some((id) => !norms.ids?.has(id))) {
    return complain("operands", "expected a norm of norms.csv");
  }
  const end = rule === "below" ? "low" : rule === "above" ? "high" : undefined;
  const endless = operands.find((id) => end && norms.row(id)?.[end] === null);
  if (endless === undefined) return;
  complain("rule", `"${rule}" needs the ${end} limit that "${endless}" has not`);
}
