/** Something that is made of others, or a part of them. */
export interface Link {
  readonly id: string;
  readonly others: readonly string[];
}

/** A link that closes a circle. */
interface Cycle {
  /** Place of the link in the list. */
  readonly index: number;
  /** The ids from the link's own over others back to it. */
  readonly path: readonly string[];
}

type NumberedLink = Link & { readonly index: number };

/**
 * The links that close a circle, over any number of steps: of each circle the last one is named.
 *
 * @param links The links; an id may have several.
 */
export function findCycles(links: readonly Link[]): Cycle[] {
  const numbered = links.map((link, index) => ({ ...link, index }));
  const linksOf = Map.groupBy(numbered, ({ id }) => id);
  const entangled = entangledIds(numbered, linksOf);
  return numbered.filter(({ id }) => entangled.has(id)).flatMap((link) => {
    const path = pathBack(link, linksOf);
    return path ? [{ index: link.index, path: [link.id, ...path] }] : [];
  });
}

/** The ids that remain when those that nothing links to are taken away again and again: none without a circle. */
function entangledIds(
  links: readonly NumberedLink[],
  linksOf: ReadonlyMap<string, readonly NumberedLink[]>,
): ReadonlySet<string> {
  const uses = new Map(links.map(({ id }) => [id, 0]));
  const count = (id: string, change: number) => {
    const left = (uses.get(id) ?? 0) + change;
    uses.set(id, left);
    return left;
  };
  for (const other of links.flatMap(({ others }) => others)) count(other, 1);
  const free = [...uses].filter(([, count]) => count === 0).map(([id]) => id);
  for (const id of free) {
    uses.delete(id);
    for (const other of linksOf.get(id)?.flatMap(({ others }) => others) ?? []) {
      if (count(other, -1) === 0) free.push(other);
    }
  }
  return new Set(uses.keys());
}

/** The shortest way from what a link leads to over earlier links back to it, if there is one. */
function pathBack(
  { id: target, others, index }: NumberedLink,
  linksOf: ReadonlyMap<string, readonly NumberedLink[]>,
): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>(others.map((id) => [id, undefined]));
  for (const id of cameFrom.keys()) {
    if (id === target) {
      const way = [id];
      for (let step = cameFrom.get(id); step !== undefined; step = cameFrom.get(step)) {
        way.unshift(step);
      }
      return way;
    }
    const earlier = linksOf.get(id)?.filter((link) => link.index < index) ?? [];
    for (const other of earlier.flatMap(({ others }) => others)) {
      if (!cameFrom.has(other)) cameFrom.set(other, id);
    }
  }
}
