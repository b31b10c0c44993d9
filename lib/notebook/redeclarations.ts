import type { Identifier, ImportDeclaration, Node, Program, Statement } from "@babel/types";
import type { FoundProblem } from "./notebook_problem.ts";
import { type CellCode, placeOf } from "./parse_cell.ts";

/** A name that a cell declares for the cells below it. */
export interface DeclaredName {
  readonly node: Identifier;
  /** Such as `const` or `class`; `type` is all that is gone when the cell runs. */
  readonly kind: string;
  /** What of which module it is, if it is imported. */
  readonly thing?: string;
}

/** Kinds that the kernel takes for one another. */
const alike = ["const import", "let class", "var function enum namespace"];

/**
 * Finds names that a cell declares again. Measured on Deno 2.9.6:
 *
 * - A cell may declare a name again as what it is: const or import after each other, let or class,
 *   any of var, function, enum and namespace, using after using, and types at will. Any other pair is a
 *   SyntaxError when the cell runs.
 * - From then on functions of earlier cells read the new one, too: neither the reader nor the types expect that.
 * - A second import of a name is accepted; here only of the same thing, as in a pasted cell.
 *
 * @param cells The code cells in their order.
 * @returns What the kernel refuses (`redeclared`), and what it accepts but means otherwise than it reads (`replaced`).
 */
export function redeclarations(cells: readonly CellCode[]): FoundProblem[] {
  const known = new Map<string, DeclaredName & { readonly cell: string }>();
  return cells.flatMap(({ program, cell }) => {
    const declared = declaredNames(program);
    const problems = declared.flatMap((again) => {
      const before = known.get(again.node.name);
      const isSame = again.thing !== undefined && again.thing === before?.thing;
      if (!before || isSame || [again.kind, before.kind].includes("type")) return [];
      return [{ cell, ...placeOf(again.node), ...judgeAgain(again, before) }];
    });
    for (const one of declared) {
      const { node: { name }, kind } = one;
      if (kind !== "type" || !known.has(name)) known.set(name, { ...one, cell });
    }
    return problems;
  });
}

function judgeAgain(
  { node: { name }, kind }: DeclaredName,
  before: DeclaredName & { readonly cell: string },
) {
  const article = (kind: string) => `${/^[ei]/.test(kind) ? "an" : "a"} ${kind}`;
  const was = `"${name}" is ${article(before.kind)} of cell "${before.cell}"`;
  const isAccepted = kind === before.kind ||
    alike.some((group) => [kind, before.kind].every((one) => group.split(" ").includes(one)));
  return isAccepted
    ? { code: "replaced", message: `${was}, which this one replaces: choose another name` }
    : {
      code: "redeclared",
      message: `${was}, and the kernel refuses ${article(kind)} of that name: choose another`,
    };
}

const kinds: Readonly<Partial<Record<Node["type"], string>>> = {
  ClassDeclaration: "class",
  FunctionDeclaration: "function",
  TSEnumDeclaration: "enum",
  TSImportEqualsDeclaration: "import",
  TSModuleDeclaration: "namespace",
  TSDeclareFunction: "type",
  TSInterfaceDeclaration: "type",
  TSTypeAliasDeclaration: "type",
};

/** The names of the outermost scope that a cell declares. */
export function declaredNames({ body }: Program): DeclaredName[] {
  return body.flatMap((statement: Statement) => {
    if (statement.type === "ImportDeclaration") return importedNames(statement);
    const declared = /^Export(Named|Default)/.test(statement.type) && "declaration" in statement
      ? statement.declaration
      : statement;
    if (!declared) return [];
    const isVariable = declared.type === "VariableDeclaration";
    const isAmbient = "declare" in declared && declared.declare === true;
    const ofValues = isVariable ? declared.kind.replace("await ", "") : kinds[declared.type];
    if (!ofValues) return [];
    const patterns = isVariable ? declared.declarations : [declared];
    return patterns.flatMap((one) => "id" in one ? identifiersIn(one.id) : [])
      .map((node) => ({ node, kind: isAmbient ? "type" : ofValues }));
  });
}

function importedNames({ specifiers, source, importKind }: ImportDeclaration): DeclaredName[] {
  return specifiers.map((one) => {
    const isNamed = one.type === "ImportSpecifier";
    const isType = importKind === "type" || isNamed && one.importKind === "type";
    const imported = isNamed ? one.imported : one;
    const what = "name" in imported ? imported.name : "value" in imported && imported.value;
    const thing = `${what || one.type} of ${source.value}`;
    return { node: one.local, kind: isType ? "type" : "import", thing };
  });
}

/** What a pattern binds. */
function identifiersIn(pattern: Node | null | undefined): Identifier[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap(identifiersIn);
    case "ObjectProperty":
      return identifiersIn(pattern.value);
    case "ArrayPattern":
      return pattern.elements.flatMap(identifiersIn);
    case "AssignmentPattern":
      return identifiersIn(pattern.left);
    case "RestElement":
      return identifiersIn(pattern.argument);
    default:
      return [];
  }
}
