import type { Relation } from "../model/relation.ts";
import type { RelationKind } from "../model/relation_shapes.ts";

/** Kinds whose result is made of its operands, so that none of them can be made of the result in turn. */
const made: ReadonlySet<RelationKind> = new Set(["sum", "same", "product", "roll-forward"]);

/** A relation of which some operand is made of its result. */
export interface Cycle {
  /** Place of the relation in the list. */
  readonly index: number;
  /** The ids from the result over an operand back to the result. */
  readonly path: readonly string[];
}

/**
 * The relations that close a circle: a total that is, over any number of steps, a part of itself.
 *
 * Relations that state one constraint in several directions, such as a sum and the difference of the same three values,
 * are no circle: only what a result is said to be made of counts. Where a circle is, the last relation of it is named.
 *
 * @param relations The relations; one that is not of these kinds is passed over.
 */
export function findCycles(relations: readonly Relation[]): Cycle[] {
  const entangled = entangledIds(relations.filter(({ kind }) => made.has(kind)));
  const partsOf = new Map<string, string[]>();
  return relations.flatMap(({ kind, result, operands }, index) => {
    if (!made.has(kind) || !entangled.has(result)) return [];
    const path = pathTo(result, operands, partsOf);
    partsOf.set(result, [...partsOf.get(result) ?? [], ...operands]);
    return path ? [{ index, path: [result, ...path] }] : [];
  });
}

/** The ids that remain when those that nothing is made of are taken away again and again: none without a circle. */
function entangledIds(relations: readonly Relation[]): ReadonlySet<string> {
  const uses = new Map<string, number>();
  const partsOf = new Map<string, string[]>();
  for (const { result, operands } of relations) {
    if (!uses.has(result)) uses.set(result, 0);
    for (const id of operands) uses.set(id, (uses.get(id) ?? 0) + 1);
    partsOf.set(result, [...partsOf.get(result) ?? [], ...operands]);
  }
  const free = [...uses].filter(([, count]) => count === 0).map(([id]) => id);
  for (const id of free) {
    uses.delete(id);
    for (const part of partsOf.get(id) ?? []) {
      const left = (uses.get(part) ?? 0) - 1;
      uses.set(part, left);
      if (left === 0) free.push(part);
    }
  }
  return new Set(uses.keys());
}

/** A way down from some ids to one of which they are made, if there is one. */
function pathTo(
  target: string,
  from: readonly string[],
  partsOf: ReadonlyMap<string, readonly string[]>,
): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>(from.map((id) => [id, undefined]));
  for (const id of cameFrom.keys()) {
    if (id === target) return wayTo(id, cameFrom);
    for (const part of partsOf.get(id) ?? []) {
      if (!cameFrom.has(part)) cameFrom.set(part, id);
    }
  }
}

function wayTo(id: string, cameFrom: ReadonlyMap<string, string | undefined>): string[] {
  const way = [id];
  for (let step = cameFrom.get(id); step !== undefined; step = cameFrom.get(step)) {
    way.unshift(step);
  }
  return way;
}
