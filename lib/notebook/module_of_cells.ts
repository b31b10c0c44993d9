import type { TSESTree } from "@typescript-eslint/types";
import { type DroppedValue, floatingPromises } from "./floating_promises.ts";
import { CellText, type ModuleLine } from "./module_lines.ts";
import { isObjectCell } from "./parse_cell.ts";
import type { CellCode } from "./read_cells.ts";
import { repeatedImports } from "./repeated_imports.ts";

/** The code of a notebook as one module. */
export interface ModuleOfCells {
  readonly text: string;
  /** Its lines, with where each stands in the notebook. */
  readonly lines: readonly ModuleLine[];
}

/** What {@link moduleOfCells} writes besides the cells. */
export interface ModuleOfCellsOptions {
  /** Whether the types of the module refuse a promise that nobody awaits. @default false */
  readonly refusePromises?: boolean;
}

/**
 * Has the type `true` for a promise and for an array of promises, which an error says when it is compared
 * with `false`; a type that is not known yet, in a generic function, compares with either.
 */
const floats = [
  "type Floats$<T> = 0 extends 1 & T ? false : T extends PromiseLike<unknown> ? true",
  "  : T extends readonly (infer Element)[] ? Floats$<Element> : false;",
  "declare function floats$<T>(value: T): true extends Floats$<T> ? true : false;",
].map((text) => ({ text }));

/**
 * Writes the code cells of a notebook as one module: imports first, then each cell in a block within
 * the block of the cell before it.
 *
 * So a cell sees what the cells above it declare and nothing of those below, functions neither, and may
 * declare a name again. Every text keeps its column.
 *
 * @param cells The cells in their order.
 * @returns The module, which runs as the cells do.
 */
export function moduleOfCells(
  cells: readonly CellCode[],
  { refusePromises = false }: ModuleOfCellsOptions = {},
): ModuleOfCells {
  const imports: ModuleLine[] = [];
  const blocks: ModuleLine[] = [];
  const known = new Set<string>();
  for (const { source: written, program, cell, cellNumber } of cells) {
    const source = blank(written, repeatedImports(program, written, known));
    const text = new CellText(source, { cell, cellNumber });
    const moved = program.body.filter(isImport).map(withComments);
    imports.push(...moved.flatMap(([start, end]) => text.between(start, end)));
    const rest = blank(source, [...moved, ...exportWords(program)]);
    const body = new CellText(rest, text.cell);
    const dropped = refusePromises ? floatingPromises(program, source).dropped : [];
    const lines = isObjectCell(program)
      ? [{ text: "void (" }, ...body.between(0, rest.length), { text: ");" }]
      : withComparisons(body, dropped);
    blocks.push({ text: "{" }, ...lines);
  }
  const lines = [...pragmas(cells), ...refusePromises ? floats : [], ...imports, ...blocks];
  lines.push(...cells.map(() => ({ text: "}" })), { text: "export {};" });
  return { text: `${lines.map(({ text }) => text).join("\n")}\n`, lines };
}

/**
 * Writes before each statement that drops its value a comparison of that value: the statement itself stays,
 * because only as a statement may it assert a type.
 */
function withComparisons(text: CellText, dropped: readonly DroppedValue[]): ModuleLine[] {
  const { source, cell } = text;
  const inserts = dropped.flatMap(({ start, end, valueEnd, isAlone, line, column }) => {
    const call: ModuleLine[] = [
      { text: "floats$((", place: { ...cell, line }, promise: { column } },
      ...text.between(start, valueEnd),
      { text: ")) === false;" },
    ];
    if (!isAlone) return [{ at: start, lines: call }];
    return [{ at: start, lines: [{ text: "{" }, ...call] }, { at: end, lines: [{ text: "}" }] }];
  });
  let from = 0;
  const lines = inserts.toSorted((a, b) => a.at - b.at).flatMap(({ at, lines }) => {
    const before = text.between(from, at);
    from = at;
    return [...before, ...lines];
  });
  return [...lines, ...text.between(from, source.length)];
}

/** Comments that say what JSX becomes; in a module they count at its beginning only. */
function pragmas(cells: readonly CellCode[]): ModuleLine[] {
  const found = cells.flatMap(({ source }) => source.match(/@jsx\w*[ \t]+[^\s*]+/g) ?? []);
  return [...new Set(found)].map((pragma) => ({ text: `/** ${pragma} */` }));
}

function isImport(statement: TSESTree.ProgramStatement): boolean {
  return statement.type === "ImportDeclaration" || statement.type === "ExportAllDeclaration" ||
    statement.type === "ExportNamedDeclaration" && statement.source !== null;
}

/** The kernel takes no notice of `export`. */
function exportWords({ body }: TSESTree.Program): (readonly [number, number])[] {
  return body.flatMap((statement) => {
    if (isImport(statement)) return [];
    const { range: [start, end] } = statement;
    if (statement.type === "ExportDefaultDeclaration") {
      return [[start, statement.declaration.range[0]]];
    }
    if (statement.type !== "ExportNamedDeclaration") return [];
    return [[start, statement.declaration?.range[0] ?? end]];
  });
}

function withComments(node: TSESTree.Node): readonly [number, number] {
  const { leadingComments } = node as { leadingComments?: readonly { start: number }[] };
  return [Math.min(leadingComments?.[0]?.start ?? node.range[0], node.range[0]), node.range[1]];
}

function blank(source: string, ranges: readonly (readonly [number, number])[]): string {
  return ranges.reduce((text, [start, end]) => {
    const spaces = text.slice(start, end).replaceAll(/[^\n]/g, " ");
    return text.slice(0, start) + spaces + text.slice(end);
  }, source);
}
