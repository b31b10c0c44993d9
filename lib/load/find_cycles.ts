/** Something that is made of others, or a part of them. */
export interface Link {
  readonly id: string;
  readonly others: readonly string[];
}

/** A link that closes a circle. */
export interface Cycle {
  /** Place of the link in the list. */
  readonly index: number;
  /** The ids from the link's own over others back to it. */
  readonly path: readonly string[];
}

/**
 * The links that close a circle, over any number of steps: of each circle the last one is named.
 *
 * @param links The links; an id may have several.
 */
export function findCycles(links: readonly Link[]): Cycle[] {
  const entangled = entangledIds(links);
  const othersOf = new Map<string, string[]>();
  return links.flatMap(({ id, others }, index) => {
    if (!entangled.has(id)) return [];
    const path = pathTo(id, others, othersOf);
    othersOf.set(id, [...othersOf.get(id) ?? [], ...others]);
    return path ? [{ index, path: [id, ...path] }] : [];
  });
}

/** The ids that remain when those that nothing links to are taken away again and again: none without a circle. */
function entangledIds(links: readonly Link[]): ReadonlySet<string> {
  const uses = new Map<string, number>();
  const othersOf = new Map<string, string[]>();
  for (const { id, others } of links) {
    if (!uses.has(id)) uses.set(id, 0);
    for (const other of others) uses.set(other, (uses.get(other) ?? 0) + 1);
    othersOf.set(id, [...othersOf.get(id) ?? [], ...others]);
  }
  const free = [...uses].filter(([, count]) => count === 0).map(([id]) => id);
  for (const id of free) {
    uses.delete(id);
    for (const other of othersOf.get(id) ?? []) {
      const left = (uses.get(other) ?? 0) - 1;
      uses.set(other, left);
      if (left === 0) free.push(other);
    }
  }
  return new Set(uses.keys());
}

/** A way from some ids to one, if there is one. */
function pathTo(
  target: string,
  from: readonly string[],
  othersOf: ReadonlyMap<string, readonly string[]>,
): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>(from.map((id) => [id, undefined]));
  for (const id of cameFrom.keys()) {
    if (id === target) {
      const way = [id];
      for (let step = cameFrom.get(id); step !== undefined; step = cameFrom.get(step)) {
        way.unshift(step);
      }
      return way;
    }
    for (const other of othersOf.get(id) ?? []) {
      if (!cameFrom.has(other)) cameFrom.set(other, id);
    }
  }
}
