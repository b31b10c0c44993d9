import type { Program, Statement } from "@babel/types";
import { type DroppedValue, droppedValues, withComments } from "./code_problems.ts";
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
].map((text) => ({ text }));

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
  const imports: ModuleLine[] = [], bodies: ModuleLine[] = [];
  for (const written of cells) {
    const cell = hasJsx && !written.hasJsx ? besideJsx(written) : written;
    const { source, program } = cell;
    const moved = program.body.filter(isImport).map(withComments);
    const ofImports = moved.flatMap(([start, end]) => linesOf(cell, source, [start, end]));
    imports.push(...ofImports.map((line) => ({ ...line, isImport: true })));
    const opens = redeclaring.has(cell.cell);
    const code = opens ? withoutVar(source, program) : source;
    const rest = blank(code, [...moved, ...exportWords(program)]);
    const dropped = refusePromises ? droppedValues(cell) : [];
    bodies.push(
      { text: opens ? "{" : ";" },
      ...isObjectCell(program)
        ? [{ text: "void (" }, ...linesOf(cell, rest), { text: ");" }]
        : withComparisons(cell, rest, dropped),
    );
  }
  const ends = cells.filter(({ cell }) => redeclaring.has(cell)).map(() => ({ text: "}" }));
  const lines = [...pragmas(cells), ...refusePromises ? floats : [], ...imports, ...bodies];
  lines.push(...ends, { text: "export {};" });
  return { text: `${lines.map(({ text }) => text).join("\n")}\n`, lines };
}

/**
 * The lines of a part of a cell. A part that begins within a line is moved to its column by spaces,
 * so that whatever is found there is found at the column of the cell.
 */
function linesOf(
  { cell, cellNumber }: CellCode,
  source: string,
  [start, end]: readonly [number, number] = [0, source.length],
): ModuleLine[] {
  const before = source.slice(0, start).split("\n");
  const column = before[before.length - 1].length;
  return source.slice(start, end).split("\n").map((text, index) => ({
    text: index === 0 ? " ".repeat(column) + text : text,
    place: { cell, cellNumber, line: before.length + index },
  })).filter(({ text }, index) => index > 0 || text.trim() !== "" || column === 0);
}

/**
 * Writes before each statement that drops its value a comparison of that value: the statement itself stays,
 * because only as a statement may it assert a type.
 */
function withComparisons(
  cell: CellCode,
  source: string,
  dropped: readonly DroppedValue[],
): ModuleLine[] {
  const inserts = dropped.flatMap(({ start, end, valueEnd, isAlone, line, column }) => {
    const place = { cell: cell.cell, cellNumber: cell.cellNumber, line };
    const call: ModuleLine[] = [
      { text: "floats$((", place, promise: { column } },
      ...linesOf(cell, source, [start, valueEnd]),
      { text: ")) === false;" },
    ];
    if (!isAlone) return [{ at: start, lines: call }];
    return [{ at: start, lines: [{ text: "{" }, ...call] }, { at: end, lines: [{ text: "}" }] }];
  });
  let from = 0;
  const lines = inserts.toSorted((a, b) => a.at - b.at).flatMap(({ at, lines }) => {
    const before = linesOf(cell, source, [from, at]);
    from = at;
    return [...before, ...lines];
  });
  return [...lines, ...linesOf(cell, source, [from, source.length])];
}

/** A block holds what `let` declares, and not what `var` does. */
function withoutVar(source: string, { body }: Program): string {
  return body.reduce((text, statement) => {
    if (statement.type !== "VariableDeclaration" || statement.kind !== "var") return text;
    const [start] = rangeOf(statement);
    return `${text.slice(0, start)}let${text.slice(start + 3)}`;
  }, source);
}

/** A cell without JSX in a module that has some, where `<T>x` would begin an element: it says `(x as T)`, and `<T,>` of arrows. */
function besideJsx(cell: CellCode): CellCode {
  const { source, program } = cell;
  let written: string | undefined;
  walkTree(program, (node) => {
    if (written !== undefined) return false;
    if (node.type === "TSTypeAssertion") {
      const [start, end] = rangeOf(node), [from, to] = rangeOf(node.typeAnnotation);
      const value = source.indexOf(">", to) + 1;
      written =
        `${source.slice(0, start)}(${blank(source, [[start, value]]).slice(start + 1, end)}` +
        ` as ${source.slice(from, to)})${source.slice(end)}`;
    } else if (node.type === "ArrowFunctionExpression" && node.typeParameters) {
      const [, end] = rangeOf(node.typeParameters);
      const isMarked = /,\s*>$/.test(source.slice(0, end));
      if (!isMarked) written = `${source.slice(0, end - 1)},${source.slice(end - 1)}`;
    }
  });
  return written === undefined
    ? cell
    : besideJsx({ ...cell, ...parseCell(written), source: written });
}

/** Comments that say what JSX becomes; in a module they count at its beginning only. */
function pragmas(cells: readonly CellCode[]): ModuleLine[] {
  const found = cells.flatMap(({ source }) => source.match(/@jsx\w*[ \t]+[^\s*]+/g) ?? []);
  return [...new Set(found)].map((pragma) => ({ text: `/** ${pragma} */` }));
}

function isImport(statement: Statement): boolean {
  return statement.type === "ImportDeclaration" || statement.type === "ExportAllDeclaration" ||
    statement.type === "ExportNamedDeclaration" && Boolean(statement.source);
}

/** The kernel takes no notice of `export`. */
function exportWords({ body }: Program): (readonly [number, number])[] {
  return body.flatMap((statement) => {
    if (isImport(statement)) return [];
    const [start, end] = rangeOf(statement);
    const isExport = statement.type === "ExportDefaultDeclaration" ||
      statement.type === "ExportNamedDeclaration";
    if (!isExport) return [];
    return [[start, statement.declaration ? rangeOf(statement.declaration)[0] : end]];
  });
}

function blank(source: string, ranges: readonly (readonly [number, number])[]): string {
  return ranges.reduce((text, [start, end]) => {
    const spaces = text.slice(start, end).replaceAll(/[^\n]/g, " ");
    return text.slice(0, start) + spaces + text.slice(end);
  }, source);
}
