import { parseRelation, type Relation, relationShapes, type UnitRule } from "../model/relation.ts";
import { exact, growthBaseProblem } from "../numbers/exact.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import type { LoadedTables } from "./loaded_table.ts";

/** What the check of a relation needs to know of an edition. */
export type RelationContext = NonNullable<ReturnType<typeof relationContext>>;

/** What is expected of one cell of a relation. */
type RelationProblem = [cell: "operands" | "result" | "rule", message: string];

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
 * Tells every reason why a relation cannot be computed: unknown operands, a result among its own operands, units that do not
 * fit, a divisor of 0, too few operands, an unknown rule.
 *
 * Of a value whose unit or number is not known, nothing is said; of units and divisors only if the operands are as many as
 * they should be.
 *
 * @param stated The relation, and what of it is marked as not printed.
 * @param context What the edition holds.
 * @param complain Takes each reason.
 */
export function checkRelation(
  stated: ReturnType<typeof parseRelation>,
  context: RelationContext,
  complain: (...problem: RelationProblem) => void,
): void {
  const { relation } = stated;
  const names = [...nameProblems(stated, context)];
  const counts = names.length > 0 ? [] : [...countProblems(relation)];
  const values = names.length + counts.length > 0 ? [] : valueProblems(relation, context);
  const limits = names.length > 0 ? [] : limitProblems(relation, context);
  const all = [...names, ...counts, ...values, ...ruleProblems(relation, context), ...limits];
  for (const problem of all) complain(...problem);
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

/**
 * Reports every inference that cannot be computed.
 *
 * A row may compute with what a row above it infers; since none looks below, no two rest on each other.
 *
 * @param tables The tables as read.
 * @param context What the edition holds.
 * @returns The context with what is inferred, for relations that may compute with it.
 */
export function checkInferences(
  { inferences }: LoadedTables,
  context: RelationContext,
): RelationContext {
  const units = new Map<string, string>(), above = new Set<string>();
  const isPrinted = context.isObservation;
  const known: RelationContext = {
    ...context,
    isObservation: (id) => isPrinted(id) || above.has(id),
    unitOf: (id) => units.get(id) ?? context.unitOf(id),
  };
  const below = new Set(inferences.rows.map(({ id }) => id).filter((id) => !isPrinted(id)));
  inferences.check((row, complain) => {
    const { id, unit } = row;
    if (known.isObservation(id) || context.isNorm(id)) {
      return complain("id", `"${id}" is printed: it stands in another table too`);
    }
    units.set(id, unit);
    const stated = parseRelation(row);
    const { result, operands, divisors } = stated.relation;
    const early = [result, ...operands, ...divisors].filter((other) =>
      other !== id && below.has(other)
    );
    for (const other of early) {
      const message = "is inferred below; put it above, and let no two rest on each other";
      complain(other === result ? "result" : "operands", `"${other}" ${message}`);
    }
    if (early.length === 0) checkRelation(stated, known, complain);
    below.delete(id);
    above.add(id);
  });
  return known;
}

/**
 * Reports every question whose result is unknown or of another unit, every one without candidates, and every candidate
 * that cannot be computed.
 *
 * @param tables The rows as read.
 * @param context What the edition holds, with what is inferred.
 */
export function checkDefinitions(
  { definitions, candidates }: LoadedTables,
  context: RelationContext,
): void {
  const answered = new Set(candidates.rows.map(({ definition }) => definition));
  definitions.check(({ id, result, unit }, complain) => {
    const isPrinted = !result.startsWith("?");
    const found = context.unitOf(result.replace("?", ""));
    if (isPrinted && found === undefined) complain("result", `unknown observation "${result}"`);
    if (!isPrinted && found !== undefined) {
      complain("result", `expected no ? before "${result.slice(1)}", which is printed or inferred`);
    }
    if (isPrinted && found !== undefined && found !== unit) {
      complain("unit", `expected "${found}" as of "${result}", found "${unit}"`);
    }
    if (candidates.complete && !answered.has(id)) complain("id", `"${id}" has no candidates`);
  });
  candidates.check((candidate, complain) => {
    const definition = definitions.row(candidate.definition);
    if (definition === undefined) return;
    const { result, unit } = definition;
    const stated = parseRelation({ ...candidate, result }), asked = stated.relation.result;
    if (!stated.missing.includes(asked) && context.unitOf(result) === undefined) return;
    const unitOf = (id: string) => id === asked ? unit : context.unitOf(id);
    checkRelation(stated, { ...context, unitOf }, (cell, message) => {
      complain(cell === "result" ? "definition" : cell, message);
    });
  });
}
