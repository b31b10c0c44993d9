import type { Claim, ClaimKind } from "../model/claim.ts";

/** What the check of a claim needs to know of an edition. */
export interface ClaimContext {
  readonly observations: ReadonlySet<string>;
  readonly norms: ReadonlySet<string>;
  readonly trendWords: ReadonlySet<string>;
  /** Unit of every valid observation and norm by id. */
  readonly units: ReadonlyMap<string, string>;
  /** Value of every valid observation by id. */
  readonly values: ReadonlyMap<string, number>;
}

/** The sides that a bound and a norm can state. */
export const sides: Partial<Record<ClaimKind, readonly string[]>> = {
  bound: ["at-most", "at-least", "less-than", "more-than"],
  norm: ["within", "below", "above"],
};

const operandCounts: Partial<Record<ClaimKind, number>> = {
  difference: 2,
  same: 1,
  norm: 1,
  trend: 1,
};
const divided: readonly ClaimKind[] = ["share", "ratio", "growth"];
const oneUnit: readonly ClaimKind[] = ["sum", "difference", "same", "trend"];

/**
 * Every reason why a claim cannot be computed: unknown operands, a result among its own operands,
 * units that do not fit, a divisor of 0, too few operands, an unknown rule.
 *
 * @param claim The claim, expanded.
 * @param context What the edition holds.
 * @returns Pairs of the column at fault and the message; none if the claim is sound.
 */
export function checkClaim(
  claim: Claim,
  context: ClaimContext,
): [column: string, message: string][] {
  const found: [string, string][] = [];
  const all = [...claim.operands, ...claim.divisors];
  for (const id of all) {
    if (!context.observations.has(id) && !context.norms.has(id)) {
      found.push(["operands", `operands: unknown operand "${id}"`]);
    }
    if (id === claim.result) {
      found.push(["operands", `operands: "${id}" is the claim's own result`]);
    }
  }
  if (claim.result !== null && !context.observations.has(claim.result)) {
    found.push(["result", `result: unknown observation "${claim.result}"`]);
  }
  const readable = [...all, ...(claim.result === null ? [] : [claim.result])];
  if (claim.missing.length === 0 && readable.every((id) => context.units.has(id))) {
    found.push(...checkCounts(claim));
    if (found.length === 0) {
      found.push(...checkUnits(claim, context), ...checkDivisor(claim, context));
    }
  }
  return [...found, ...checkRule(claim, context)];
}

function checkCounts(claim: Claim): [string, string][] {
  const { kind, operands, divisors } = claim;
  const expected = operandCounts[kind];
  if (expected !== undefined && operands.length !== expected) {
    return [["operands", `operands: expected ${expected} for ${kind}, found ${operands.length}`]];
  }
  if (operands.length === 0) return [["operands", `operands: expected at least one for ${kind}`]];
  if (divided.includes(kind) && divisors.length === 0) {
    return [["operands", `operands: expected / and divisors for ${kind}`]];
  }
  return [];
}

function checkUnits(claim: Claim, { units }: ClaimContext): [string, string][] {
  const unitOf = (id: string) => units.get(id);
  const result = claim.result === null ? undefined : unitOf(claim.result);
  const mismatch = (id: string, expected: string | undefined): [string, string][] =>
    unitOf(id) === expected
      ? []
      : [["operands", `operands: expected unit "${expected}" of "${id}", found "${unitOf(id)}"`]];
  if (oneUnit.includes(claim.kind) || (claim.kind === "bound" && claim.divisors.length === 0)) {
    return claim.operands.flatMap((id) => mismatch(id, result));
  }
  if (claim.kind === "share" || claim.kind === "growth") {
    const unit = unitOf(claim.operands[0]);
    const parts = [...claim.operands, ...claim.divisors].flatMap((id) => mismatch(id, unit));
    return result === "percent"
      ? parts
      : [["result", `result: expected unit "percent", found "${result}"`], ...parts];
  }
  if (claim.kind === "norm") {
    return mismatch(claim.operands[0], claim.divisors.length ? "percent" : result);
  }
  return [];
}

function checkDivisor(claim: Claim, { values }: ClaimContext): [string, string][] {
  if (claim.divisors.length === 0) return [];
  const sum = claim.divisors.reduce((total, id) => total + (values.get(id) ?? NaN), 0);
  return sum === 0 ? [["operands", "operands: the divisors add up to 0"]] : [];
}

function checkRule(claim: Claim, { norms, trendWords }: ClaimContext): [string, string][] {
  const { kind, rule } = claim;
  const allowed = kind === "trend" ? [...trendWords] : sides[kind] ?? [""];
  const found: [string, string][] = allowed.includes(rule) ? [] : [[
    "rule",
    `rule: expected ${
      allowed.map((word) => word || "nothing").join(", ")
    } for ${kind}, found "${rule}"`,
  ]];
  if (kind === "norm" && claim.operands.some((id) => !norms.has(id))) {
    found.push(["operands", "operands: expected a norm of norms.csv"]);
  }
  return found;
}
