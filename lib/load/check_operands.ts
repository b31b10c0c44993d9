import type { Claim, ClaimKind } from "../model/claim.ts";
import { exact } from "../numbers/exact.ts";
import type { ClaimContext, ClaimProblem } from "./claim_context.ts";

const operandCounts: Partial<Record<ClaimKind, number>> = {
  difference: 2,
  same: 1,
  norm: 1,
  trend: 1,
};
const divided: readonly ClaimKind[] = ["share", "ratio", "growth"];
const maybeDivided: readonly ClaimKind[] = ["bound", "norm"];
const ofOneUnit: readonly ClaimKind[] = ["sum", "difference", "same", "trend"];

/**
 * Every reason why a relation cannot be computed from its operands: their number, their units, a divisor of 0.
 *
 * Nothing is said of a claim that names what is not printed, or not known.
 *
 * @param claim The claim, expanded.
 * @param context What the edition holds.
 * @returns The problems; of units and divisors only if the number of operands is right.
 */
export function checkOperands(claim: Claim, context: ClaimContext): ClaimProblem[] {
  const { result, operands, divisors, missing } = claim;
  const read = [...operands, ...divisors, ...(result === null ? [] : [result])];
  if (missing.length > 0 || !read.every((id) => context.units.has(id))) return [];
  const wrongCount = checkCounts(claim);
  if (wrongCount !== undefined) return [ofOperands(wrongCount)];
  return [...checkUnits(claim, context), ...checkDivisor(claim, context)];
}

function ofOperands(message: string): ClaimProblem {
  return { column: "operands", message: `operands: ${message}` };
}

function checkCounts({ kind, operands, divisors }: Claim): string | undefined {
  const expected = operandCounts[kind];
  if (expected !== undefined && operands.length !== expected) {
    return `expected ${expected} for ${kind}, found ${operands.length}`;
  }
  if (divided.includes(kind) && divisors.length === 0) return `expected / and divisors for ${kind}`;
  if (![...divided, ...maybeDivided].includes(kind) && divisors.length > 0) {
    return `expected no / for ${kind}`;
  }
}

function checkUnits(claim: Claim, { units }: ClaimContext): ClaimProblem[] {
  const { kind, operands, divisors } = claim;
  const result = units.get(claim.result ?? "");
  const wanted = (expected: string | undefined) => (id: string) =>
    units.get(id) === expected
      ? []
      : [ofOperands(`expected unit "${expected}" of "${id}", found "${units.get(id)}"`)];
  if (ofOneUnit.includes(kind) || (kind === "bound" && divisors.length === 0)) {
    return operands.flatMap(wanted(result));
  }
  if (kind === "norm") {
    return operands.flatMap(wanted(divisors.length > 0 ? "percent" : result));
  }
  if (kind !== "share" && kind !== "growth") return [];
  const parts = [...operands, ...divisors].flatMap(wanted(units.get(operands[0])));
  if (result === "percent") return parts;
  const message = `result: expected unit "percent", found "${result}"`;
  return [{ column: "result", message }, ...parts];
}

function checkDivisor({ kind, operands, divisors }: Claim, context: ClaimContext): ClaimProblem[] {
  const zero = exact(0);
  const sum = (ids: readonly string[]) =>
    ids.map((id) => context.values.get(id)).reduce((a, b) => a && b && a.add(b), zero);
  if (divisors.length > 0 && sum(divisors)?.equals(0)) {
    return [ofOperands("the divisors add up to 0")];
  }
  const first = kind === "trend" ? sum(operands) : undefined;
  return first && first.compare(0) <= 0
    ? [ofOperands(`expected a first value above 0 for trend, found "${operands[0]}"`)]
    : [];
}
