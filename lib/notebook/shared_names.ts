import type { ProblemInCell } from "./notebook_problem.ts";
import { type DeclaredName, type NameKind, namesOf } from "./cell_names.ts";
import type { CellCode, NodePlace } from "./parse_cell.ts";

/** The names that the cells of a notebook share. */
export interface SharedNames {
  readonly problems: readonly ProblemInCell[];
  /** Ids of cells that declare again what a cell above declares or takes from elsewhere. */
  readonly redeclaring: ReadonlySet<string>;
}

/**
 * Judges the names that cells share, where the kernel differs from a module. Measured on Deno 2.9.6:
 *
 * - A cell may declare a name again as what it is: const or import after each other, let or class,
 *   any of var, function, enum and namespace, using after using, and types at will. Any other pair is a
 *   SyntaxError when the cell runs.
 * - From then on functions of earlier cells read the new one, too: neither the reader nor the types expect that.
 * - An import happens where it stands: it is hoisted neither over cells nor within its own. A second
 *   import of a name is accepted; here only of the same thing, as in a pasted cell.
 * - Functions are hoisted within their cell, not over cells.
 *
 * @param cells The code cells in their order.
 * @returns What the kernel refuses, and what it accepts but means otherwise than it reads.
 */
export function sharedNames(cells: readonly CellCode[]): SharedNames {
  const all = cells.map((code) => ({ code, names: namesOf(code.program) }));
  const declared = all.flatMap(({ names }) => names.declared);
  const imported = new Set(declared.filter(isImport).map(({ name }) => name));
  const known = new Map<string, DeclaredName & { readonly cell: string }>();
  const usedAbove = new Set<string>(), redeclaring = new Set<string>();
  const problems = all.flatMap(({ code: { cell, cellNumber, source }, names }, index) => {
    const lines = source.split("\n");
    const at = ({ line, column }: NodePlace, code: string, message: string): ProblemInCell => ({
      ...{ cell, cellNumber, line, column, message, code, source: lines[line - 1] },
    });
    const again = names.declared.flatMap((name) => {
      const before = known.get(name.name);
      const isTaken = before || usedAbove.has(name.name) || imported.has(name.name);
      if (isTaken && name.kind !== "import") redeclaring.add(cell);
      const found = before && judgeAgain(name, before);
      return found ? [at(name, found.code, found.message)] : [];
    });
    for (const name of names.declared) {
      if (name.kind !== "type" || !known.has(name.name)) known.set(name.name, { ...name, cell });
    }
    const early = names.used.flatMap((use) => {
      usedAbove.add(use.name);
      const own = names.declared.find(({ name, kind }) => name === use.name && kind === "import");
      if (own && use.isDirect && isBefore(use, own)) {
        const message = `"${use.name}" is used above the line that imports it`;
        return [at(use, "used-before-import", message)];
      }
      if (known.has(use.name) || use.name in globalThis) return [];
      const later = all.slice(index + 1).find(({ names }) =>
        names.declared.some(({ name, kind }) => name === use.name && kind !== "type")
      );
      if (!later) return [];
      const message =
        `"${use.name}" is used above cell "${later.code.cell}", which declares it: move that cell up, or this one down`;
      return [at(use, "used-before-cell", message)];
    });
    return [...again, ...early];
  });
  return { problems, redeclaring };
}

/** Kinds that the kernel takes for one another. */
const alike: readonly (readonly NameKind[])[] = [
  ["const", "import"],
  ["let", "class"],
  ["var", "function", "enum", "namespace"],
];

function judgeAgain(
  { name, kind, thing }: DeclaredName,
  before: DeclaredName & { readonly cell: string },
): { readonly code: string; readonly message: string } | undefined {
  if (kind === "type" || before.kind === "type") return undefined;
  if (kind === "import" && before.kind === "import" && thing === before.thing) return undefined;
  const was = `"${name}" is ${article(before.kind)} of cell "${before.cell}"`;
  const isAccepted = kind === before.kind ||
    alike.some((group) => group.includes(kind) && group.includes(before.kind));
  return isAccepted
    ? { code: "replaced", message: `${was}, which this one replaces: choose another name` }
    : {
      code: "redeclared",
      message: `${was}, and the kernel refuses ${article(kind)} of that name: choose another`,
    };
}

function article(kind: NameKind): string {
  return `${/^[aeiou]/.test(kind) && kind !== "using" ? "an" : "a"} ${kind}`;
}

function isImport({ kind }: DeclaredName): boolean {
  return kind === "import";
}

function isBefore(one: NodePlace, other: NodePlace): boolean {
  return one.line < other.line || one.line === other.line && one.column < other.column;
}
