import type { Identifier, ImportDeclaration, Node, Program, Statement } from "@babel/types";
import { type NodePlace, placeOf, walkTree } from "./parse_cell.ts";

/** How a cell declares a name; `type` is all that is gone when the cell runs. */
export type NameKind =
  | "import"
  | "const"
  | "let"
  | "var"
  | "using"
  | "class"
  | "function"
  | "enum"
  | "namespace"
  | "type";

/** A name that a cell declares for the cells below it. */
export interface DeclaredName extends NodePlace {
  readonly name: string;
  readonly kind: NameKind;
  /** What of which module it is, if it is imported. */
  readonly thing?: string;
}

/** A name that a cell takes from elsewhere, and where. */
export interface UsedName extends NodePlace {
  readonly name: string;
  /** Whether it is used where it is run at once, that is, in no function or class. */
  readonly isDirect: boolean;
}

export interface CellNames {
  readonly declared: readonly DeclaredName[];
  readonly used: readonly UsedName[];
}

/**
 * Finds the names that a cell shares with others.
 *
 * @param program The tree of the cell.
 */
export function namesOf(program: Program): CellNames {
  const bound = new Set<string>();
  const found: UsedName[] = [];
  walkTree(program, (node, above) => {
    if (isType(node)) return false;
    for (const { name } of bindingsOf(node)) bound.add(name);
    if (node.type === "Identifier" && isUse(node, above.at(-1))) {
      const isDirect = !above.some(({ type }) => /Function|Class|Method/.test(type));
      found.push({ name: node.name, ...placeOf(node), isDirect });
    }
  });
  const declared = program.body.flatMap(declarationsOf);
  const isOwn = (name: string) =>
    declared.some((one) => one.name === name && one.kind === "import");
  return { declared, used: found.filter(({ name }) => !bound.has(name) || isOwn(name)) };
}

/** Nodes of TypeScript that are gone when the cell runs. */
function isType({ type }: Node): boolean {
  return /^TS(?!As|Satisfies|NonNull|TypeAssertion|Instantiation|Enum|Module|Export|Parameter)/
    .test(type);
}

/** Whether an identifier stands for a value, and does not name a part of something. */
function isUse(node: Node, parent: Node | undefined): boolean {
  if (!parent) return true;
  if (/Specifier$|^(Labeled|Break|Continue)Statement$|^MetaProperty$/.test(parent.type)) {
    return false;
  }
  if ("computed" in parent && parent.computed) return true;
  if ("key" in parent && parent.key === node) return false;
  return !("property" in parent && parent.property === node);
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
    if (node.type === "Identifier" && isUse(node, parent)) found.push(node);
  });
  return found;
}

const kinds: Readonly<Partial<Record<Node["type"], NameKind>>> = {
  ClassDeclaration: "class",
  FunctionDeclaration: "function",
  TSDeclareFunction: "type",
  TSEnumDeclaration: "enum",
  TSImportEqualsDeclaration: "import",
  TSInterfaceDeclaration: "type",
  TSModuleDeclaration: "namespace",
  TSTypeAliasDeclaration: "type",
};

/** The names of the outermost scope that a statement declares. */
function declarationsOf(statement: Statement): DeclaredName[] {
  if (statement.type === "ImportDeclaration") return importedNames(statement);
  const isExport = statement.type === "ExportNamedDeclaration" ||
    statement.type === "ExportDefaultDeclaration";
  const node = isExport ? statement.declaration : statement;
  if (!node) return [];
  const isAmbient = "declare" in node && node.declare === true;
  if (node.type === "VariableDeclaration") {
    const kind = isAmbient ? "type" : node.kind === "await using" ? "using" : node.kind;
    return node.declarations.flatMap(({ id }) =>
      identifiersIn(id).map((one) => ({ name: one.name, kind: kind as NameKind, ...placeOf(one) }))
    );
  }
  const kind = isAmbient ? "type" : kinds[node.type];
  if (kind === undefined || !("id" in node) || !node.id) return [];
  return identifiersIn(node.id).map((one) => ({ name: one.name, kind, ...placeOf(one) }));
}

function importedNames({ specifiers, source, importKind }: ImportDeclaration): DeclaredName[] {
  return specifiers.map((one) => {
    const isNamed = one.type === "ImportSpecifier";
    const isType = importKind === "type" || isNamed && one.importKind === "type";
    const what = !isNamed
      ? one.type
      : "name" in one.imported
      ? one.imported.name
      : one.imported.value;
    return {
      ...{ name: one.local.name, ...placeOf(one.local) },
      ...{ kind: isType ? "type" : "import", thing: `${what} of ${source.value}` },
    };
  });
}
