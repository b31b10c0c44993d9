import type { Expression } from "@babel/types";
import { didYouMean } from "../errors/did_you_mean.ts";
import { InputError } from "../errors/problem.ts";
import type { CodeCell, NotebookDocument } from "./notebook_document.ts";
import type { ProblemInCell } from "./notebook_problem.ts";
import { parseIfCode, placeOf, rangeOf } from "./parse_cell.ts";

/** A value that a run may replace: `const NAME = value;` in the cell that is tagged `parameters`, as papermill has it. */
export interface Parameter {
  readonly name: string;
  readonly value: string | number | boolean;
  /** Where the value stands in the code of its cell. */
  readonly range: readonly [start: number, end: number];
}

/** Values by name, as a command line gives them. */
export type GivenParameters = Readonly<Record<string, string>>;

const tag = "parameters";

function isTagged({ metadata: { tags } }: NotebookDocument["cells"][number]): boolean {
  return Array.isArray(tags) && tags.includes(tag);
}

/** The first code cell that is tagged: papermill, too, takes no notice of others. */
function taggedCell({ cells }: NotebookDocument): CodeCell | undefined {
  return cells.filter((cell) => cell.cell_type === "code").find(isTagged);
}

/**
 * The parameters of a notebook.
 *
 * @param document The notebook.
 * @returns Those that its cell declares, and whatever else stands in that cell.
 */
export function parametersOf(
  document: NotebookDocument,
): { readonly parameters: readonly Parameter[]; readonly problems: readonly ProblemInCell[] } {
  const parameters: Parameter[] = [], problems: ProblemInCell[] = [];
  const cell = taggedCell(document), program = cell && parseIfCode(cell.source)?.program;
  if (!cell || !program) return { parameters, problems };
  const cellNumber = document.cells.indexOf(cell) + 1, lines = cell.source.split("\n");
  for (const statement of program.body) {
    const declared = statement.type === "VariableDeclaration" && statement.kind === "const"
      ? statement.declarations
      : [statement];
    for (const one of declared) {
      const value = one.type === "VariableDeclarator" && one.init ? literal(one.init) : undefined;
      if (
        one.type === "VariableDeclarator" && one.id.type === "Identifier" && value !== undefined
      ) {
        parameters.push({ name: one.id.name, value, range: rangeOf(one.init!) });
        continue;
      }
      const { line, column } = placeOf(one), [start, end] = rangeOf(one);
      const found = cell.source.slice(start, end).split("\n")[0].slice(0, 60);
      problems.push({
        ...{ cell: cell.id, cellNumber, line, column, code: tag, source: lines[line - 1] },
        message:
          `expected, in the cell of parameters, const NAME = text, number, true or false, found ${found}`,
      });
    }
  }
  return { parameters, problems };
}

function literal(node: Expression): Parameter["value"] | undefined {
  if (node.type === "UnaryExpression" && node.operator === "-") {
    const { argument } = node;
    return argument.type === "NumericLiteral" ? -argument.value : undefined;
  }
  const isLiteral = node.type === "StringLiteral" || node.type === "NumericLiteral" ||
    node.type === "BooleanLiteral";
  return isLiteral ? node.value : undefined;
}

/**
 * A notebook with other values in the place of those that its cell of parameters declares.
 *
 * @param document The notebook; it is not changed.
 * @param given The values, each of the type of the one that it replaces.
 * @param path The notebook's file, for errors.
 * @throws {InputError} Naming each that it does not have, or that is of another type.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { withParameters } from "./parameters.ts";
 *
 * const cell = { id: "year", metadata: { tags: ["parameters"] }, source: "const year = 2016;" };
 * const notebook = {
 *   nbformat: 4 as const,
 *   nbformat_minor: 5,
 *   metadata: {},
 *   cells: [{ ...cell, cell_type: "code" as const, outputs: [], execution_count: null }],
 * };
 * assertEquals(withParameters(notebook, { year: "2017" }, "x.ipynb").cells[0].source, "const year = 2017;");
 * ```
 */
export function withParameters(
  document: NotebookDocument,
  given: GivenParameters,
  path: string,
): NotebookDocument {
  const names = Object.keys(given), cell = taggedCell(document);
  if (names.length === 0) return document;
  const { parameters } = parametersOf(document);
  const known = parameters.map(({ name }) => name);
  const written = parameters.toReversed().flatMap((parameter) => {
    const text = given[parameter.name];
    return text === undefined ? [] : [{ ...parameter, text: literalOf(text, parameter) }];
  });
  const messages = [
    ...names.filter((name) => !known.includes(name)).map((name) =>
      `expected a parameter "${name}", found ${
        known.length === 0
          ? `no code cell that is tagged "${tag}"`
          : `${known.join(", ")}; ${didYouMean(name, known)}`
      }`
    ),
    ...written.filter(({ text }) => text === undefined).map(({ name, value }) =>
      `expected for "${name}" ${typeof value === "number" ? "a number" : "true or false"}, found ${
        JSON.stringify(given[name])
      }`
    ),
  ];
  if (messages.length > 0) {
    throw new InputError("Cannot set parameters", messages.map((message) => ({ path, message })));
  }
  const source = written.reduce(
    (text, { range: [start, end], text: value }) => text.slice(0, start) + value + text.slice(end),
    cell!.source,
  );
  return {
    ...document,
    cells: document.cells.map((one) => one === cell ? { ...cell, source } : one),
  };
}

/** A value as code; `undefined` if it is not of the type of the one that it replaces. */
function literalOf(text: string, { value }: Parameter): string | undefined {
  if (typeof value === "string") return JSON.stringify(text);
  if (typeof value === "boolean") return text === "true" || text === "false" ? text : undefined;
  return text.trim() !== "" && Number.isFinite(Number(text)) ? String(Number(text)) : undefined;
}
