import { type Relation, type RelationShape, relationShapes } from "../model/relation.ts";
import { exact, growthBaseProblem } from "../numbers/exact.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import type { RelationContext, RelationProblem } from "./relation_context.ts";

/**
 * Every reason why a relation cannot be computed from its operands: their number, their units, a divisor of 0.
 *
 * Of a value whose unit or number is not known, nothing is said.
 *
 * @param relation The relation, whose values are all known or marked as not printed.
 * @param context What the edition holds.
 * @returns The problems; of units and divisors only if the number of operands is right.
 */
export function checkOperands(relation: Relation, context: RelationContext): RelationProblem[] {
  const wrongCount = checkCounts(relation, relationShapes[relation.kind]);
  if (wrongCount !== undefined) return [ofOperands(wrongCount)];
  return [...checkUnits(relation, context), ...checkDivisor(relation, context)];
}

function ofOperands(message: string): RelationProblem {
  return { column: "operands", message };
}

function checkCounts(
  { kind, operands, divisors }: Relation,
  { operands: { least, most }, divisors: divided }: RelationShape,
): string | undefined {
  if (operands.length < least || (most !== undefined && operands.length > most)) {
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
