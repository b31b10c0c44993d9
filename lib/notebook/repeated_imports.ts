import type { TSESTree } from "@typescript-eslint/types";

type Range = readonly [start: number, end: number];

/** What an import of a name gives: the same words for the same thing of the same module. */
export function importedThing(
  specifier: TSESTree.ImportClause,
  { source }: TSESTree.ImportDeclaration,
): string {
  if (specifier.type === "ImportDefaultSpecifier") return `default of ${source.value}`;
  if (specifier.type === "ImportNamespaceSpecifier") return `all of ${source.value}`;
  const { imported } = specifier;
  return `${imported.type === "Identifier" ? imported.name : imported.value} of ${source.value}`;
}

/**
 * Finds what a cell imports that cells above it import already, from the same module under the same name.
 * The kernel takes that, as when a cell is pasted; one module of all cells would not.
 *
 * @param program The tree of the cell.
 * @param source Its code.
 * @param known What the cells above it import; what this one does is added.
 * @returns Ranges of the code to leave out, so that the rest imports each name once.
 */
export function repeatedImports(
  program: TSESTree.Program,
  source: string,
  known: Set<string>,
): Range[] {
  return program.body.flatMap((statement) => {
    if (statement.type !== "ImportDeclaration" || statement.specifiers.length === 0) return [];
    const repeats = statement.specifiers.filter((specifier) => {
      const key = `${specifier.local.name} = ${importedThing(specifier, statement)}`;
      const isRepeat = known.has(key);
      known.add(key);
      return isRepeat;
    });
    if (repeats.length === statement.specifiers.length) return [statement.range];
    return repeats.map(({ range: [start, end] }): Range => {
      const comma = /^\s*,/.exec(source.slice(end))?.[0].length ?? 0;
      return [start, end + comma];
    });
  });
}
