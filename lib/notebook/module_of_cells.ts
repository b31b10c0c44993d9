import { TraceMap, traceSegment } from "@jridgewell/trace-mapping";
import MagicString, { Bundle } from "magic-string";
import type { Node, Program, Statement } from "@babel/types";
import type { Position } from "../input/read_file.ts";
import { type CellCode, isObjectCell, placeOf, rangeOf, walkTree } from "./parse_cell.ts";
import { declaredNames } from "./redeclarations.ts";

/** The code of a notebook as one module. */
export interface ModuleOfCells {
  readonly text: string;
  /** Where a place of the text stands in the notebook; `undefined` for what only the module has. */
  locate(place: Position): PlaceInNotebook | undefined;
}

/** A place in the code of a cell. */
export interface PlaceInNotebook extends Position {
  /** The id of the cell. */
  readonly cell: string;
  /** Whether a promise that nobody awaits begins there, if it is placed for a comparison of types. */
  readonly isPromise?: boolean;
}

/**
 * Has the type `true` for a promise and for an array of promises, which an error says when it is compared
 * with `false`; a type that is not known yet, in a generic function, compares with either.
 */
const headForTypes =
  `type Floats$<T> = 0 extends 1 & T ? false : T extends PromiseLike<unknown> ? true
  : T extends readonly (infer Element)[] ? Floats$<Element> : false;
declare function floats$<T>(place: unknown[], value: T): true extends Floats$<T> ? true : false;
declare const any$: any;`;

/**
 * Writes the code cells of a notebook one after the other as one module, imports first.
 *
 * A cell that declares a name which is imported, or which a cell above mentions, opens a block, to the end of the module, in
 * which the name is the new one. For types, an import is one of types, and a constant of its type stands where it stood, because
 * the kernel hoists it neither over cells nor within its own; and a promise that nobody awaits is refused.
 *
 * @param cells The cells in their order.
 * @param options Whether the module is for types; else it runs as the cells do.
 */
export function moduleOfCells(
  cells: readonly CellCode[],
  { forTypes = false }: { readonly forTypes?: boolean } = {},
): ModuleOfCells {
  const hasJsx = cells.some((cell) => cell.hasJsx);
  const imports: MagicString[] = [], bodies: MagicString[] = [];
  const taken = new Set(
    cells.flatMap(({ program }) => declaredNames(program)).filter(({ kind }) => kind === "import")
      .map(({ node }) => node.name),
  );
  let ends = "";
  for (const { program, ...cell } of cells) {
    const written = () => new MagicString(cell.source, { filename: cell.cell }), code = written();
    const opens = declaredNames(program).some(({ node: { name } }) => taken.has(name));
    if (hasJsx && !cell.hasJsx) writeBesideJsx(code, program);
    for (const statement of program.body.filter(isImport)) {
      const [start, end] = withComments(statement), moved = written().snip(start, end);
      const suffix = `$${imports.length}`;
      const [aliases, constants] = importedValues(cell.source, statement, suffix);
      code.remove(start, end);
      if (forTypes && constants) {
        moved.appendLeft(rangeOf(statement)[0] + "import".length, " type").append(`; ${aliases}`);
        code.appendLeft(start, `\n${constants}`);
      }
      imports.push(moved);
    }
    if (forTypes && !isObjectCell(program)) refusePromises(code, { program, ...cell });
    if (forTypes && opens) writeLetForVar(code, program);
    for (const range of exportWords(program)) code.remove(...range);
    if (isObjectCell(program)) code.prepend("void (\n").append("\n);");
    bodies.push(code.prepend(opens ? "{\n" : ";\n"));
    if (opens) ends += "\n}";
    for (const [word] of cell.source.matchAll(/[\p{L}\p{N}_$]+/gu)) taken.add(word);
  }
  // Comments that say what JSX becomes; in a module they count at its beginning only.
  const pragmas = cells.flatMap(({ source }) => source.match(/@jsx\w*[ \t]+[^\s*]+/g) ?? []);
  const head = [...new Set(pragmas)].map((pragma) => `/** ${pragma} */`);
  const bundle = new Bundle({ separator: "\n" });
  for (const content of [...imports, ...bodies]) bundle.addSource(content);
  bundle.prepend([...head, ...forTypes ? [headForTypes] : [], ""].join("\n"));
  const text = bundle.append(`${ends}\nexport {};\n`).toString(), lines = text.split("\n");
  let map: TraceMap | undefined;
  const locate = ({ line, column }: Position) => {
    const [, compared] = /^floats\$\((\[[^\]]*\])/.exec(lines[line - 1].slice(column - 1)) ?? [];
    if (compared) {
      const [cell, line, column] = JSON.parse(compared);
      return { cell, line, column, isPromise: true };
    }
    map ??= new TraceMap(JSON.stringify(bundle.generateMap({ hires: true })));
    const [at, source = 0, row = 0, unit = 0] = traceSegment(map, line - 1, column - 1) ?? [];
    if (at !== column - 1) return undefined;
    return { cell: map.sources[source]!, line: row + 1, column: unit + 1 };
  };
  return { text, locate };
}

const lists = ["Program", "BlockStatement", "StaticBlock", "SwitchCase", "TSModuleBlock"];

/**
 * Before each statement that drops its value, also in functions, a comparison of that value, whose type tells whether it is a
 * promise. The kernel (Deno 2.9.6) awaits none, not even one that is the value of a cell: it shows `Promise { <pending> }`, goes
 * on, and counts a rejection as success. `void promise` says that it is meant, and an assignment keeps the promise. The statement
 * itself stays, because only as a statement may it assert a type.
 */
function refusePromises(code: MagicString, { program, cell }: CellCode): void {
  walkTree(program, (node, above) => {
    if (node.type !== "ExpressionStatement" || node.expression.type === "AssignmentExpression") {
      return;
    }
    const [start, end] = withComments(node), { line, column } = placeOf(node);
    const value = code.slice(start, code.original[end - 1] === ";" ? end - 1 : end);
    const place = JSON.stringify([cell, line, column]);
    // Where only one statement may stand, as after `if (…)`, both are a block.
    const isAlone = !lists.includes(above.at(-1)?.type ?? "Program");
    // On a line of its own, because what stands before may end without a semicolon.
    code.appendLeft(start, `${isAlone ? "{" : ""}\nfloats$(${place}, (${value})) === false;`);
    if (isAlone) code.appendRight(end, "}");
  });
}

/** The range of a node with the comments that belong to it. */
function withComments(node: Node): readonly [start: number, end: number] {
  const [start, end] = rangeOf(node);
  return [Math.min(node.leadingComments?.[0]?.start ?? start, start), end];
}

/** A block holds what `let` declares, and not what `var` does. */
function writeLetForVar(code: MagicString, { body }: Program): void {
  for (const statement of body) {
    if (statement.type !== "VariableDeclaration" || statement.kind !== "var") continue;
    const [start] = rangeOf(statement);
    code.update(start, start + "var".length, "let");
  }
}

/** Without JSX in a module that has some, where `<T>x` would begin an element: `(x as T)`, and `<T,>` of arrows. */
function writeBesideJsx(code: MagicString, program: Program): void {
  walkTree(program, (node) => {
    const [start, end] = rangeOf(node);
    if (node.type === "TSTypeAssertion") {
      const [from, to] = rangeOf(node.typeAnnotation), type = code.slice(from, to);
      code.update(start, code.original.indexOf(">", to) + 1, "(").prependLeft(end, ` as ${type})`);
    } else if (node.type === "ArrowFunctionExpression" && node.typeParameters) {
      const [, end] = rangeOf(node.typeParameters);
      const isMarked = /,\s*>$/.test(code.original.slice(0, end));
      if (!isMarked) code.appendLeft(end - 1, ",");
    }
  });
}

function isImport(statement: Statement): boolean {
  return statement.type === "ImportDeclaration" || statement.type === "ExportAllDeclaration" ||
    statement.type === "ExportNamedDeclaration" && Boolean(statement.source);
}

/**
 * What an import gives, under names that nobody else has, and constants of their types under its own; none of what is a type
 * itself, or loaded in a way of its own.
 */
function importedValues(
  source: string,
  statement: Statement,
  suffix: string,
): readonly [aliases: string, constants: string] {
  const isOther = statement.type !== "ImportDeclaration" || statement.importKind === "type";
  if (isOther || statement.phase || statement.attributes?.length) return ["", ""];
  const textOf = (node: Node) => source.slice(...rangeOf(node));
  const values = statement.specifiers.filter((one) =>
    one.type !== "ImportSpecifier" || one.importKind !== "type"
  );
  const aliases = values.map((one) => {
    const imported = one.type === "ImportSpecifier" ? textOf(one.imported) : "default";
    const what = one.type === "ImportNamespaceSpecifier" ? "*" : imported;
    const alias = `${what} as ${one.local.name}${suffix}`;
    return `import ${what === "*" ? alias : `{ ${alias} }`} from ${textOf(statement.source)};`;
  });
  const constants = values.map(({ local: { name } }) =>
    `const ${name}: typeof ${name}${suffix} = any$;`
  );
  return [aliases.join(" "), constants.join(" ")];
}

/** The kernel takes no notice of `export`. */
function exportWords({ body }: Program): (readonly [start: number, end: number])[] {
  return body.filter((statement) => !isImport(statement)).flatMap((statement) => {
    if (!/^Export(Default|Named)/.test(statement.type)) return [];
    const [start, end] = rangeOf(statement);
    const declared = "declaration" in statement && statement.declaration;
    return [[start, declared ? rangeOf(declared)[0] : end] as const];
  });
}
