import { type Relation, relationShapes } from "../model/relation.ts";
import { checkOperands } from "./check_operands.ts";
import type { RelationContext, RelationProblem, StatedRelation } from "./relation_context.ts";

/**
 * Every reason why a relation cannot be computed: unknown operands, a result among its own operands,
 * units that do not fit, a divisor of 0, too few operands, an unknown rule.
 *
 * @param stated The relation, and what of it is marked as not printed.
 * @param context What the edition holds.
 * @returns The problems; none if the relation is sound.
 */
export function checkRelation(
  stated: StatedRelation,
  context: RelationContext,
): RelationProblem[] {
  const misnamed = checkNames(stated, context);
  return [
    ...(misnamed.length > 0 ? misnamed : checkOperands(stated.relation, context)),
    ...checkRule(stated.relation, context),
  ];
}

function checkNames(
  { relation, missing }: StatedRelation,
  { observations, norms }: RelationContext,
): RelationProblem[] {
  const { result, operands, divisors } = relation;
  const found: RelationProblem[] = [];
  const isPrinted = (id: string) => observations.has(id) || norms.has(id);
  const complain = (column: RelationProblem["column"], message: string) =>
    found.push({ column, message });
  const complainOf = (id: string, column: RelationProblem["column"]) => {
    if (missing.includes(id)) {
      if (isPrinted(id)) complain(column, `expected no ? before "${id}", which is printed`);
      return;
    }
    const isKnown = column === "result" ? observations.has(id) : isPrinted(id);
    const what = column === "result" ? "observation" : "operand";
    if (!isKnown) complain(column, `unknown ${what} "${id}"`);
  };
  for (const id of [...operands, ...divisors]) {
    complainOf(id, "operands");
    if (id === result) complain("operands", `"${id}" is the claim's own result`);
  }
  complainOf(result, "result");
  return found;
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
    return [{ column: "operands", message: "expected a norm of norms.csv" }];
  }
  const end = rule === "below" ? "low" : rule === "above" ? "high" : undefined;
  const endless = operands.find((id) => end && context.limits.get(id)?.[end] === null);
  return endless === undefined ? [] : [{
    column: "rule",
    message: `"${rule}" needs the ${end} limit that "${endless}" has not`,
  }];
}
