import type { Program, Statement } from "@babel/types";
import { droppedValues, withComments } from "./code_problems.ts";
import { type CellCode, isObjectCell, parseCell, rangeOf, walkTree } from "./parse_cell.ts";

/** The code of a notebook as one module. */
export interface ModuleOfCells {
  readonly text: string;
  /** Its lines, with where each stands in the notebook. */
  readonly lines: readonly ModuleLine[];
}

/** A line of a module that was written from cells. */
export interface ModuleLine {
  readonly text: string;
  /** The line of the cell, from 1 on; `undefined` for lines that are in no cell. */
  readonly place?: { readonly cell: string; readonly cellNumber: number; readonly line: number };
  /** Whether it is of an import. */
  readonly isImport?: boolean;
  /** Where the statement begins that drops a promise, if its comparison on this line is in error. */
  readonly promise?: { readonly column: number };
}

/** How {@link moduleOfCells} writes. */
export interface ModuleOfCellsOptions {
  /** Ids of cells that declare again what others declare or mean otherwise: they open a block. @default None */
  readonly redeclaring?: ReadonlySet<string>;
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
];

/** A stretch of a cell that is left out of the module where it stands, and lines that stand there instead. */
interface Edit {
  readonly range: readonly [start: number, end: number];
  readonly lines?: readonly ModuleLine[];
}

/**
 * Writes the code cells of a notebook one after the other as one module, imports first.
 *
 * A cell that declares a name again opens a block, to the end of the module, in which the name is the new one. Every text keeps
 * its column.
 *
 * @param cells The cells in their order.
 * @returns The module, which runs as the cells do.
 */
export function moduleOfCells(
  cells: readonly CellCode[],
  { redeclaring = new Set(), refusePromises = false }: ModuleOfCellsOptions = {},
): ModuleOfCells {
  const hasJsx = cells.some((cell) => cell.hasJsx);
  // Comments that say what JSX becomes; in a module they count at its beginning only.
  const pragmas = cells.flatMap(({ source }) => source.match(/@jsx\w*[ \t]+[^\s*]+/g) ?? []);
  const head = [...new Set(pragmas)].map((pragma) => `/** ${pragma} */`);
  if (refusePromises) head.push(...floats);
  const imports: ModuleLine[] = [], bodies: ModuleLine[] = [];
  for (const written of cells) {
    const cell = hasJsx && !written.hasJsx ? besideJsx(written) : written;
    const { program } = cell, opens = redeclaring.has(cell.cell);
    const moved = program.body.filter(isImport).map(withComments);
    const ofImports = moved.flatMap((range) => linesOf(cell, range));
    imports.push(...ofImports.map((line) => ({ ...line, isImport: true })));
    const edits = [...moved, ...exportWords(program)].map((range): Edit => ({ range }));
    if (refusePromises && !isObjectCell(program)) edits.push(...comparisons(cell));
    const code = editLines(opens ? withoutVar(cell) : cell, edits);
    const body = isObjectCell(program) ? [{ text: "void (" }, ...code, { text: ");" }] : code;
    bodies.push({ text: opens ? "{" : ";" }, ...body);
  }
  const ends = [...redeclaring].map(() => "}");
  const asLine = (text: string) => ({ text });
  const lines = [...head.map(asLine), ...imports, ...bodies, ...ends.map(asLine)];
  lines.push({ text: "export {};" });
  return { text: `${lines.map(({ text }) => text).join("\n")}\n`, lines };
}

/**
 * The lines of a part of a cell. A part that begins within a line is moved to its column by spaces,
 * so that whatever is found there is found at the column of the cell.
 */
function linesOf(
  { cell, cellNumber, source }: CellCode,
  [start, end]: readonly [number, number],
): ModuleLine[] {
  const before = source.slice(0, start).split("\n"), texts = source.slice(start, end).split("\n");
  const column = before[before.length - 1].length;
  return texts.map((text, index) => ({
    text: index === 0 ? " ".repeat(column) + text : text,
    place: { cell, cellNumber, line: before.length + index },
  })).filter(({ text }, index) => {
    const isCut = index === 0 && column > 0 || index === texts.length - 1 && end < source.length;
    return !isCut || text.trim() !== "";
  });
}

function editLines(cell: CellCode, edits: readonly Edit[]): ModuleLine[] {
  let from = 0;
  const lines = edits.toSorted((a, b) => a.range[0] - b.range[0])
    .flatMap(({ range: [start, end], lines = [] }) => {
      const before = linesOf(cell, [from, start]);
      from = end;
      return [...before, ...lines];
    });
  return [...lines, ...linesOf(cell, [from, cell.source.length])];
}

/**
 * Before each statement that drops its value a comparison of that value: the statement itself stays,
 * because only as a statement may it assert a type.
 */
function comparisons(cell: CellCode): Edit[] {
  return droppedValues(cell).flatMap(({ start, end, valueEnd, isAlone, line, column }): Edit[] => {
    const place = { cell: cell.cell, cellNumber: cell.cellNumber, line };
    const lines: ModuleLine[] = [
      { text: "floats$((", place, promise: { column } },
      ...linesOf(cell, [start, valueEnd]),
      { text: ")) === false;" },
    ];
    if (!isAlone) return [{ range: [start, start], lines }];
    return [
      { range: [start, start], lines: [{ text: "{" }, ...lines] },
      { range: [end, end], lines: [{ text: "}" }] },
    ];
  });
}

/** A block holds what `let` declares, and not what `var` does. */
function withoutVar(cell: CellCode): CellCode {
  const source = cell.program.body.reduce((text, statement) => {
    if (statement.type !== "VariableDeclaration" || statement.kind !== "var") return text;
    const [start] = rangeOf(statement);
    return `${text.slice(0, start)}let${text.slice(start + 3)}`;
  }, cell.source);
  return { ...cell, source };
}

/** A cell without JSX in a module that has some, where `<T>x` would begin an element: it says `(x as T)`, and `<T,>` of arrows. */
function besideJsx(cell: CellCode): CellCode {
  const { source, program } = cell;
  let written: string | undefined;
  walkTree(program, (node) => {
    if (written !== undefined) return false;
    const [start, end] = rangeOf(node);
    if (node.type === "TSTypeAssertion") {
      const [from, to] = rangeOf(node.typeAnnotation), value = source.indexOf(">", to) + 1;
      const spaces = source.slice(start + 1, value).replaceAll(/[^\n]/g, " ");
      const asType = `(${spaces}${source.slice(value, end)} as ${source.slice(from, to)})`;
      written = source.slice(0, start) + asType + source.slice(end);
    } else if (node.type === "ArrowFunctionExpression" && node.typeParameters) {
      const [, end] = rangeOf(node.typeParameters);
      const isMarked = /,\s*>$/.test(source.slice(0, end));
      if (!isMarked) written = `${source.slice(0, end - 1)},${source.slice(end - 1)}`;
    }
  });
  if (written === undefined) return cell;
  const code = parseCell(written);
  return code.problem ? cell : besideJsx({ ...cell, ...code, source: written });
}

function isImport(statement: Statement): boolean {
  return statement.type === "ImportDeclaration" || statement.type === "ExportAllDeclaration" ||
    statement.type === "ExportNamedDeclaration" && Boolean(statement.source);
}

/** The kernel takes no notice of `export`. */
function exportWords({ body }: Program): (readonly [number, number])[] {
  return body.filter((statement) => !isImport(statement)).flatMap((statement) => {
    if (!/^Export(Default|Named)/.test(statement.type)) return [];
    const [start, end] = rangeOf(statement);
    const declared = "declaration" in statement && statement.declaration;
    return [[start, declared ? rangeOf(declared)[0] : end] as const];
  });
}
