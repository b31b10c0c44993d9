import {
  type parseRelation,
  type Relation,
  relationShapes,
  type UnitRule,
} from "../model/relation.ts";
import { exact, growthBaseProblem } from "../numbers/exact.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import type { LoadedTables } from "./loaded_table.ts";

/** What the check of a relation needs to know of an edition. */
export type RelationContext = NonNullable<ReturnType<typeof relationContext>>;

/** What is expected of one cell of a relation. */
type RelationProblem = readonly [cell: "operands" | "result" | "rule", message: string];

/**
 * What relations are checked against.
 *
 * @param tables The tables that they refer to.
 * @returns The context: whether a printed observation, or a quantity that is inferred, has an id; the unit of a valid observation
 *   or norm; its value, if it has one, in the base of its unit. `undefined` if the ids of a table cannot be read.
 */
export function relationContext(
  { observations, norms, trendWords }: Pick<LoadedTables, "observations" | "norms" | "trendWords">,
) {
  const { ids } = observations;
  if (!ids || !norms.ids || !trendWords.ids) return undefined;
  const isNorm = (id: string) => norms.ids?.has(id) ?? false;
  const unitOf = (id: string): string | undefined => (observations.row(id) ?? norms.row(id))?.unit;
  const valueOf = (id: string) => {
    const { low = null, high } = norms.row(id) ?? {};
    const value = observations.row(id)?.value ?? (low === high ? low : null);
    return value === null ? undefined : exact(value).mul(unitScale(unitOf(id) ?? "").scale);
  };
  return { norms, trendWords, unitOf, valueOf, isNorm, isObservation: (id: string) => ids.has(id) };
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
 */
export function relationProblems(
  stated: ReturnType<typeof parseRelation>,
  context: RelationContext,
): RelationProblem[] {
  const { relation } = stated;
  const names = [...nameProblems(stated, context)];
  const counts = names.length > 0 ? [] : [...countProblems(relation)];
  const values = names.length + counts.length > 0 ? [] : valueProblems(relation, context);
  const limits = names.length > 0 ? [] : limitProblems(relation, context);
  return [...names, ...counts, ...values, ...ruleProblems(relation, context), ...limits];
}

type Problems = Generator<RelationProblem>;

function* nameProblems(
  { relation: { result, operands, divisors }, missing }: ReturnType<typeof parseRelation>,
  { isObservation, isNorm }: RelationContext,
): Problems {
  const below = [...operands, ...divisors].map((id) => ["operands", "operand", id] as const);
  for (const [cell, what, id] of [...below, ["result", "observation", result] as const]) {
    const isPrinted = isObservation(id) || isNorm(id);
    const isKnown = cell === "result" ? isObservation(id) : isPrinted;
    if (missing.includes(id)) {
      if (isPrinted) yield [cell, `expected no ? before "${id}", which is printed`];
    } else if (!isKnown) yield [cell, `unknown ${what} "${id}"`];
    if (cell === "operands" && id === result) yield [cell, `"${id}" is the claim's own result`];
  }
}

function* countProblems({ kind, operands, divisors }: Relation): Problems {
  const { least = 1, most = Infinity, divisors: divided } = relationShapes[kind];
  if (operands.length < least || operands.length > most) {
    const wanted = least === most ? String(least) : `at least ${least}`;
    yield ["operands", `expected ${wanted} for ${kind}, found ${operands.length}`];
  } else if (divided === "needed" && divisors.length === 0) {
    yield ["operands", `expected / and divisors for ${kind}`];
  } else if (divided === undefined && divisors.length > 0) {
    yield ["operands", `expected no / for ${kind}`];
  }
}

function* valueProblems(
  { kind, result, operands, divisors }: Relation,
  { unitOf, valueOf }: RelationContext,
): Problems {
  const unit = unitOf(result), first = unitOf(operands[0]), isDivided = divisors.length > 0;
  const all = [...operands, ...divisors];
  const differs = (id: string, expected = "") => {
    const found = unitOf(id) ?? "";
    return expected && found && unitScale(found).base !== unitScale(expected).base;
  };
  const { units } = relationShapes[kind];
  if (units.startsWith("per cent") && differs(result, "percent")) {
    yield ["result", `expected unit "percent" or another of its kind, found "${unit}"`];
  }
  const expected: Record<UnitRule, readonly [unit: string | undefined, ids: readonly string[]][]> =
    {
      "result's": [[unit, all]],
      "result's unless divided": isDivided ? [] : [[unit, all]],
      "one": [[isDivided ? first : unit, operands]],
      "per cent of one": [[first, all]],
      "per cent": [["percent", all]],
      "norm's": [[isDivided ? "percent" : unit, operands]],
      "parts and weight": [[unit, operands.slice(0, 2)], ["percent", operands.slice(2)]],
      "any": [],
    };
  for (const [unit, ids] of expected[units]) {
    for (const id of ids.filter((id) => differs(id, unit))) {
      yield ["operands", `expected unit "${unit}" of "${id}", found "${unitOf(id)}"`];
    }
  }
  const sum = (ids: readonly string[]) =>
    ids.map(valueOf).reduce((a, b) => a && b && a.add(b), exact(0));
  const base = kind === "growth" ? divisors : kind === "trend" || kind === "part" ? operands : [];
  const start = base.length > 0 && sum(base), problem = start && growthBaseProblem(start);
  if (kind !== "roll-forward" && isDivided && sum(divisors)?.equals(0)) {
    yield ["operands", "the divisors add up to 0"];
  } else if (problem) yield ["operands", `${problem} for ${kind}, found "${base.join(" ")}"`];
}

function* ruleProblems({ kind, rule }: Relation, { trendWords }: RelationContext): Problems {
  const isPart = (id: string) => trendWords.row(id)?.direction === "part";
  const allowed = kind === "trend" || kind === "part"
    ? [...trendWords.ids ?? []].filter((id) => isPart(id) === (kind === "part"))
    : relationShapes[kind].rules ?? [""];
  if (allowed.includes(rule)) return;
  const expected = allowed.length > 0
    ? `${allowed.map((word) => word || "nothing").join(", ")} for ${kind}`
    : `for ${kind} a word of trend-words.csv, which has none`;
  yield ["rule", `expected ${expected}, found "${rule}"`];
}

/** What lacks of a norm: that it is one, and the limit that the rule needs. */
function* limitProblems(
  { kind, rule, operands }: Relation,
  { norms, isNorm }: RelationContext,
): Problems {
  if (kind !== "norm") return;
  const end = rule === "below" ? "low" : rule === "above" ? "high" : undefined;
  const endless = operands.find((id) => end && norms.row(id)?.[end] === null);
  if (!operands.every(isNorm)) yield ["operands", "expected a norm of norms.csv"];
  else if (endless) yield ["rule", `"${rule}" needs the ${end} limit that "${endless}" has not`];
}
