import type { Relation } from "../model/relation.ts";
import { relationShapes } from "../model/relation_shapes.ts";
import { checkOperands } from "./check_operands.ts";
import type { ClaimContext, ClaimProblem, StatedRelation } from "./claim_context.ts";

/**
 * Every reason why a relation cannot be computed: unknown operands, a result among its own operands,
 * units that do not fit, a divisor of 0, too few operands, an unknown rule.
 *
 * @param stated The relation, and what of it is marked as not printed.
 * @param context What the edition holds.
 * @returns The problems; none if the relation is sound.
 */
export function checkRelation(stated: StatedRelation, context: ClaimContext): ClaimProblem[] {
  const misnamed = checkNames(stated, context);
  return [
    ...(misnamed.length > 0 ? misnamed : checkOperands(stated.relation, context)),
    ...checkRule(stated, context),
  ];
}

function checkNames({ relation, missing }: StatedRelation, context: ClaimContext): ClaimProblem[] {
  const { result, operands, divisors } = relation;
  const found: ClaimProblem[] = [];
  const amiss = (column: ClaimProblem["column"], message: string) =>
    found.push({ column, message: `${column}: ${message}` });
  const isPrinted = (id: string) => context.observations.has(id) || context.norms.has(id);
  for (const id of [...operands, ...divisors]) {
    if (missing.includes(id) ? isPrinted(id) : !isPrinted(id)) {
      amiss(
        "operands",
        missing.includes(id)
          ? `expected no ? before "${id}", which is printed`
          : `unknown operand "${id}"`,
      );
    }
    if (id === result) amiss("operands", `"${id}" is the claim's own result`);
  }
  if (missing.includes(result)) {
    if (isPrinted(result)) amiss("result", `expected no ? before "${result}", which is printed`);
  } else if (!context.observations.has(result)) {
    amiss("result", `unknown observation "${result}"`);
  }
  return found;
}

function checkRule(stated: StatedRelation, context: ClaimContext): ClaimProblem[] {
  const { kind, rule, operands } = stated.relation;
  const allowed = allowedRules(stated.relation, context);
  if (!allowed.includes(rule)) {
    const words = allowed.map((word) => word || "nothing").join(", ");
    return [{ column: "rule", message: `rule: expected ${words} for ${kind}, found "${rule}"` }];
  }
  if (kind !== "norm") return [];
  if (operands.some((id) => !context.norms.has(id))) {
    return [{ column: "operands", message: "operands: expected a norm of norms.csv" }];
  }
  const end = rule === "below" ? "low" : rule === "above" ? "high" : undefined;
  const endless = operands.find((id) => end && context.limits.get(id)?.[end] === null);
  return endless === undefined ? [] : [{
    column: "rule",
    message: `rule: "${rule}" needs the ${end} limit that "${endless}" has not`,
  }];
}

function allowedRules({ kind }: Relation, { trendWords }: ClaimContext): readonly string[] {
  if (kind === "trend" || kind === "part") {
    return [...trendWords].filter(([, isPart]) => isPart === (kind === "part")).map(([id]) => id);
  }
  const { rules } = relationShapes[kind];
  return rules.length > 0 ? rules : [""];
}
