import type { Claim, ClaimKind } from "../model/claim.ts";
import { checkOperands } from "./check_operands.ts";
import type { ClaimContext, ClaimProblem } from "./claim_context.ts";

/** The sides that a bound and a norm can state. */
const sides: Partial<Record<ClaimKind, readonly string[]>> = {
  bound: ["at-most", "at-least", "less-than", "more-than"],
  norm: ["within", "below", "above"],
};

/**
 * Every reason why a claim cannot be computed: unknown operands, a result among its own operands,
 * units that do not fit, a divisor of 0, too few operands, an unknown rule.
 *
 * @param claim The claim, expanded.
 * @param context What the edition holds.
 * @returns The problems; none if the claim is sound.
 */
export function checkClaim(claim: Claim, context: ClaimContext): ClaimProblem[] {
  const misnamed = checkNames(claim, context);
  return [
    ...(misnamed.length > 0 ? misnamed : checkOperands(claim, context)),
    ...checkRule(claim, context),
  ];
}

function checkNames(claim: Claim, context: ClaimContext): ClaimProblem[] {
  const { result, operands, divisors, missing } = claim;
  const found: ClaimProblem[] = [];
  const amiss = (column: ClaimProblem["column"], message: string) =>
    found.push({ column, message: `${column}: ${message}` });
  for (const id of [...operands, ...divisors]) {
    if (!context.observations.has(id) && !context.norms.has(id)) {
      amiss("operands", `unknown operand "${id}"`);
    }
    if (id === result) amiss("operands", `"${id}" is the claim's own result`);
  }
  if (result !== null && !context.observations.has(result)) {
    amiss("result", `unknown observation "${result}"`);
  }
  for (const [index, id] of missing.entries()) {
    if (!context.observations.has(id) && !context.norms.has(id)) continue;
    const column = index === 0 && result === null ? "result" : "operands";
    amiss(column, `expected no ? before "${id}", which is printed`);
  }
  return found;
}

function checkRule(claim: Claim, { norms, trendWords, limits }: ClaimContext): ClaimProblem[] {
  const { kind, rule, operands } = claim;
  const allowed = kind === "trend" ? [...trendWords] : sides[kind] ?? [""];
  if (!allowed.includes(rule)) {
    const words = allowed.map((word) => word || "nothing").join(", ");
    return [{ column: "rule", message: `rule: expected ${words} for ${kind}, found "${rule}"` }];
  }
  if (kind !== "norm") return [];
  if (operands.some((id) => !norms.has(id))) {
    return [{ column: "operands", message: "operands: expected a norm of norms.csv" }];
  }
  const end = rule === "below" ? "low" : rule === "above" ? "high" : undefined;
  const endless = operands.find((id) => end && limits.get(id)?.[end] === null);
  return endless === undefined ? [] : [{
    column: "rule",
    message: `rule: "${rule}" needs the ${end} limit that "${endless}" has not`,
  }];
}
