import type { Identifier, ImportDeclaration, Node, Program, Statement } from "@babel/types";
import { problemIn, type ProblemInCell } from "./notebook_problem.ts";
import { type CellCode, placeOf, rangeOf, walkTree } from "./parse_cell.ts";

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
 * @returns What the kernel refuses, and what it accepts but means otherwise than it reads; and the ids of cells that declare
 *   again what a cell above declares or takes from elsewhere.
 */
export function sharedNames(
  cells: readonly CellCode[],
): { readonly problems: readonly ProblemInCell[]; readonly redeclaring: ReadonlySet<string> } {
  const all = cells.map((code) => ({ ...code, ...namesOf(code.program) }));
  const imported = new Set(
    all.flatMap(({ declared }) => declared.filter(isImport).map(({ node }) => node.name)),
  );
  const known = new Map<string, DeclaredName & { readonly cell: string }>();
  const usedAbove = new Set<string>(), redeclaring = new Set<string>();
  const problems: ProblemInCell[] = [];
  for (const [index, { declared, used, ...cell }] of all.entries()) {
    const tell = (node: Node, code: string, message: string) =>
      problems.push(problemIn(cell, { ...placeOf(node), code, message }));
    for (const again of declared) {
      const { name } = again.node, before = known.get(name);
      const isTaken = before || usedAbove.has(name) || imported.has(name);
      if (isTaken && !isImport(again)) redeclaring.add(cell.cell);
      const found = before && judgeAgain(again, before);
      if (found) tell(again.node, ...found);
    }
    for (const one of declared) {
      const { name } = one.node;
      if (one.kind !== "type" || !known.has(name)) known.set(name, { ...one, cell: cell.cell });
    }
    for (const { node, isDirect } of used) {
      const { name } = node, isThis = (one: DeclaredName) => one.node.name === name;
      usedAbove.add(name);
      const own = declared.find((one) => isThis(one) && isImport(one));
      if (own && isDirect && rangeOf(node)[0] < rangeOf(own.node)[0]) {
        tell(node, "used-before-import", `"${name}" is used above the line that imports it`);
      } else if (!known.has(name) && !(name in globalThis)) {
        const later = all.slice(index + 1).find(({ declared }) =>
          declared.some((one) => isThis(one) && one.kind !== "type")
        );
        if (!later) continue;
        const message =
          `"${name}" is used above cell "${later.cell}", which declares it: move that cell up, or this one down`;
        tell(node, "used-before-cell", message);
      }
    }
  }
  return { problems, redeclaring };
}

/** Kinds that the kernel takes for one another. */
const alike = ["const import", "let class", "var function enum namespace"];

function judgeAgain(
  { node: { name }, kind, thing }: DeclaredName,
  before: DeclaredName & { readonly cell: string },
): [code: string, message: string] | undefined {
  const kinds = [kind, before.kind];
  if (kinds.includes("type") || thing !== undefined && thing === before.thing) return undefined;
  const was = `"${name}" is ${article(before.kind)} of cell "${before.cell}"`;
  const isAccepted = kind === before.kind ||
    alike.some((group) => kinds.every((kind) => group.split(" ").includes(kind)));
  return isAccepted ? ["replaced", `${was}, which this one replaces: choose another name`] : [
    "redeclared",
    `${was}, and the kernel refuses ${article(kind)} of that name: choose another`,
  ];
}

function article(kind: string): string {
  return `${/^[ei]/.test(kind) ? "an" : "a"} ${kind}`;
}

/** A name that a cell declares for the cells below it. */
interface DeclaredName {
  readonly node: Identifier;
  /** Such as `const` or `class`; `type` is all that is gone when the cell runs. */
  readonly kind: string;
  /** What of which module it is, if it is imported. */
  readonly thing?: string;
}

function isImport({ kind }: DeclaredName): boolean {
  return kind === "import";
}

/**
 * The names that a cell declares for others, and those that it takes from elsewhere: these with whether they are used
 * where they are run at once, that is, in no function or class.
 */
function namesOf(program: Program) {
  const bound = new Set<string>(), found: { node: Identifier; isDirect: boolean }[] = [];
  walkTree(program, (node, above) => {
    if (isType(node)) return false;
    for (const { name } of bindingsOf(node)) bound.add(name);
    if (!isUse(node, above.at(-1))) return;
    const isDirect = !above.some(({ type }) => /Function|Class|Method/.test(type));
    found.push({ node, isDirect });
  });
  const declared = program.body.flatMap(declarationsOf);
  for (const { node } of declared.filter(isImport)) bound.delete(node.name);
  return { declared, used: found.filter(({ node }) => !bound.has(node.name)) };
}

/** Nodes of TypeScript that are gone when the cell runs. */
function isType({ type }: Node): boolean {
  return /^TS(?!As|Satisfies|NonNull|TypeAssertion|Instantiation|Enum|Module|Export|Parameter)/
    .test(type);
}

/** Whether a node is a name that stands for a value, and not for a part of something. */
function isUse(node: Node, parent: Node | undefined): node is Identifier {
  if (node.type !== "Identifier") return false;
  if (!parent) return true;
  if (/Specifier$|^(Labeled|Break|Continue)Statement$|^MetaProperty$/.test(parent.type)) {
    return false;
  }
  if ("computed" in parent && parent.computed) return true;
  return !("key" in parent && parent.key === node) &&
    !("property" in parent && parent.property === node);
}

/** What a node binds, in whatever scope. */
function bindingsOf(node: Node): Identifier[] {
  const own = "id" in node && node.id ? identifiersIn(node.id) : [];
  if ("params" in node) return [...own, ...node.params.flatMap((one) => identifiersIn(one))];
  if (node.type === "CatchClause" && node.param) return identifiersIn(node.param);
  return "local" in node && node.local ? identifiersIn(node.local) : own;
}

/** What a pattern binds; its defaults are other code. */
function identifiersIn(pattern: Node): Identifier[] {
  const found: Identifier[] = [];
  walkTree(pattern, (node, above) => {
    const parent = above.at(-1);
    if (isType(node) || parent?.type === "AssignmentPattern" && parent.right === node) return false;
    if (isUse(node, parent)) found.push(node);
  });
  return found;
}

const kinds: Readonly<Partial<Record<Node["type"], string>>> = {
  ClassDeclaration: "class",
  FunctionDeclaration: "function",
  TSEnumDeclaration: "enum",
  TSImportEqualsDeclaration: "import",
  TSModuleDeclaration: "namespace",
};

/** The names of the outermost scope that a statement declares. */
function declarationsOf(statement: Statement): DeclaredName[] {
  if (statement.type === "ImportDeclaration") return importedNames(statement);
  const declared = /^Export(Named|Default)/.test(statement.type) && "declaration" in statement
    ? statement.declaration
    : statement;
  if (!declared) return [];
  const isVariable = declared.type === "VariableDeclaration";
  const isAmbient = "declare" in declared && declared.declare === true;
  const ofValues = isVariable ? declared.kind.replace("await ", "") : kinds[declared.type];
  const kind = isAmbient || !ofValues && isType(declared) ? "type" : ofValues;
  if (kind === undefined) return [];
  return (isVariable ? declared.declarations : [declared]).flatMap((one) =>
    "id" in one && one.id ? identifiersIn(one.id).map((node) => ({ node, kind })) : []
  );
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
