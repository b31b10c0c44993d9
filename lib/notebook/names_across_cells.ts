import type { DeclaredName, NameKind } from "./cell_names.ts";
import type { FoundInNotebook } from "./notebook_finding.ts";
import type { CellCode } from "./read_cells.ts";

interface Declared extends DeclaredName {
  readonly cell: string;
  readonly cellNumber: number;
}

/**
 * Judges the names that cells share, where the kernel differs from a module. Measured on Deno 2.9.6:
 *
 * - A cell may declare a name again as what it is: const or import after each other, let or class,
 *   any of var, function, enum and namespace, using after using, and types at will. Any other pair is a
 *   SyntaxError when the cell runs.
 * - From then on functions of earlier cells read the new one, too. That is accepted there and a
 *   finding here, because neither the reader nor the types expect it.
 * - An import happens where it stands: it is hoisted neither over cells nor within its own. A second
 *   import of a name is accepted there; here only of the same thing, as in a pasted cell.
 * - Functions are hoisted within their cell, not over cells.
 *
 * @param cells The code cells in their order.
 * @returns What the kernel refuses, and what it accepts but means otherwise than it reads.
 */
export function namesAcrossCells(cells: readonly CellCode[]): FoundInNotebook[] {
  const findings: FoundInNotebook[] = [];
  const known = new Map<string, Declared>();
  const lasting = new Map<string, string>();
  const imports = firstImports(cells);
  for (const { cell, cellNumber, source, names } of cells) {
    const lines = source.split("\n");
    const add = (at: { line: number; column: number }, code: string, message: string) => {
      const { line, column } = at;
      findings.push({ cell, cellNumber, line, column, message, code, source: lines[line - 1] });
    };
    for (const name of names.declared) {
      const objection = redeclared(name, known.get(name.name), lasting.get(name.name));
      if (objection) add(name, objection.code, objection.message);
    }
    for (const name of names.declared) {
      const isKnown = name.kind === "type" && known.has(name.name);
      if (!isKnown) known.set(name.name, { ...name, cell, cellNumber });
    }
    for (const use of names.used) {
      if (use.isLasting) lasting.set(use.name, cell);
      const later = imports.get(use.name);
      if (use.isDirect && use.isAboveImport) {
        add(use, "used-before-import", `"${use.name}" is used above the line that imports it`);
      } else if (later && later.cellNumber > cellNumber && !known.has(use.name)) {
        add(use, "used-before-cell", usedBefore(later));
      }
    }
  }
  return findings;
}

/** Says that a name is used above the cell that declares it. */
export function usedBefore({ name, cell }: { name: string; cell: string }): string {
  return `"${name}" is used above cell "${cell}", which declares it: move that cell up, or this one down`;
}

/** Kinds that the kernel takes for one another. */
const alike: readonly (readonly NameKind[])[] = [
  ["const", "import"],
  ["let", "class"],
  ["var", "function", "enum", "namespace"],
];

function redeclared(
  { name, kind, thing }: DeclaredName,
  before: Declared | undefined,
  reader: string | undefined,
): { code: string; message: string } | undefined {
  if (!before || kind === "type" || before.kind === "type") return undefined;
  const was = `"${name}" is ${article(before.kind)} of cell "${before.cell}"`;
  if (kind === "import" && before.kind === "import") {
    if (thing === before.thing) return undefined;
    const message = `${was}, of another thing, which this one replaces: choose another name`;
    return { code: "repeated-import", message };
  }
  const isAccepted = kind === before.kind ||
    alike.some((group) => group.includes(kind) && group.includes(before.kind));
  if (!isAccepted) {
    const message = `${was}, and the kernel refuses ${article(kind)} of that name: choose another`;
    return { code: "redeclared", message };
  }
  if (kind === "import") {
    return {
      code: "replaced",
      message: `${was}, which this import replaces: choose another name`,
    };
  }
  if (reader === undefined) return undefined;
  const message =
    `${was}, which a function of cell "${reader}" reads; from here on it would read this one: choose another name`;
  return { code: "replaced", message };
}

function article(kind: NameKind): string {
  return `${/^[aeiou]/.test(kind) && kind !== "using" ? "an" : "a"} ${kind}`;
}

/** The first import of each name. */
function firstImports(cells: readonly CellCode[]): Map<string, Declared> {
  const imports = new Map<string, Declared>();
  for (const { cell, cellNumber, names } of cells) {
    for (const name of names.declared) {
      const isNew = name.kind === "import" && !imports.has(name.name);
      if (isNew) imports.set(name.name, { ...name, cell, cellNumber });
    }
  }
  return imports;
}
