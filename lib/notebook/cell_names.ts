import {
  analyze,
  type Definition,
  DefinitionType,
  type Reference,
  type Scope,
  ScopeType,
} from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { placeOf } from "./node_place.ts";
import { importedThing } from "./repeated_imports.ts";

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

/** A name that a cell declares or uses, and where; line and column count from 1. */
export interface PlacedName {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** A name that a cell declares for the cells below it. */
export interface DeclaredName extends PlacedName {
  readonly kind: NameKind;
  /** What of which module it is, if it is imported. */
  readonly thing?: string;
}

/** A name of the outermost scope that a cell uses. */
export interface UsedName extends PlacedName {
  /** Whether it is used where it is run at once, that is, in no function or class. */
  readonly isDirect: boolean;
  /** Whether a function or class of another name, which later cells can call, uses it. */
  readonly isLasting: boolean;
  /** Whether it stands above the import, in the same cell, that gives it. */
  readonly isAboveImport: boolean;
}

/** The names of the outermost scope that a cell declares and uses. */
export interface CellNames {
  readonly declared: readonly DeclaredName[];
  readonly used: readonly UsedName[];
}

/**
 * Finds the names that a cell shares with others.
 *
 * @param program The tree of the cell.
 */
export function cellNames(program: TSESTree.Program): CellNames {
  const { scopes, globalScope } = analyze(program, { sourceType: "module", lib: [] });
  const variables = scopes.find(({ type }) => type === ScopeType.module)?.variables ?? [];
  const named = namedValues(program);
  const declared = variables.flatMap(({ name, defs }) => {
    const kinds = defs.map((def) => ({ def, kind: kindOf(def) }));
    const found = kinds.find(({ kind }) => kind !== "type") ?? kinds.at(0);
    if (!found) return [];
    const { def, kind } = found;
    const thing =
      def.type === DefinitionType.ImportBinding && def.node.type !== "TSImportEqualsDeclaration"
        ? { thing: importedThing(def.node, def.parent as TSESTree.ImportDeclaration) }
        : {};
    return [{ name, kind, ...placeOf(def.name), ...thing }];
  });
  const own = variables.flatMap(({ references, defs }) => {
    const [imported] = defs.filter(({ type }) => type === DefinitionType.ImportBinding);
    return references.filter(isOfValue).map((reference) => ({
      ...used(reference, named),
      isAboveImport: reference.identifier.range[0] < (imported?.name.range[0] ?? 0),
    }));
  });
  const free = globalScope?.through.filter(isOfValue) ?? [];
  return { declared, used: [...own, ...free.map((reference) => used(reference, named))] };
}

function kindOf({ type, node, parent }: Definition): NameKind {
  switch (type) {
    case DefinitionType.ImportBinding: {
      const isType = [node, parent].some((one) =>
        one && "importKind" in one && one.importKind === "type"
      );
      return isType ? "type" : "import";
    }
    case DefinitionType.Variable:
      if (parent.declare) return "type";
      return parent.kind === "await using" ? "using" : parent.kind;
    case DefinitionType.ClassName:
      return node.declare ? "type" : "class";
    case DefinitionType.FunctionName:
      return node.type === "TSDeclareFunction" ? "type" : "function";
    case DefinitionType.TSEnumName:
      return node.declare ? "type" : "enum";
    case DefinitionType.TSModuleName:
      return node.declare ? "type" : "namespace";
    default:
      return "type";
  }
}

/** Types are gone when the cell runs. */
function isOfValue({ isValueReference }: Reference): boolean {
  return isValueReference;
}

/** Values that the outermost scope names, each with its name. */
function namedValues(program: TSESTree.Program): Map<TSESTree.Node, string> {
  const declarations = program.body.map((statement) =>
    statement.type === "ExportNamedDeclaration" ? statement.declaration : statement
  );
  return new Map(declarations.flatMap((declaration): [TSESTree.Node, string][] => {
    if (declaration?.type === "VariableDeclaration") {
      return declaration.declarations.flatMap(({ id, init }) => init ? [[init, nameOf(id)]] : []);
    }
    if (!(declaration && "id" in declaration && declaration.id)) return [];
    return [[declaration, nameOf(declaration.id)]];
  }));
}

function nameOf(node: TSESTree.Node): string {
  return node.type === "Identifier" ? node.name : "";
}

function used(
  { identifier, from }: Reference,
  named: ReadonlyMap<TSESTree.Node, string>,
): UsedName {
  const inside: Scope[] = [];
  for (let scope: Scope | null = from; scope; scope = scope.upper) inside.push(scope);
  const delayed = inside.filter(({ type }) =>
    type === ScopeType.function || type === ScopeType.class
  );
  const name = nameOf(identifier);
  return {
    name,
    ...placeOf(identifier),
    isDirect: delayed.length === 0,
    isLasting: delayed.some(({ block }) => (named.get(block) ?? name) !== name),
    isAboveImport: false,
  };
}
