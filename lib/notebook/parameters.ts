import type { Node } from "@babel/types";
import { didYouMean } from "../errors/did_you_mean.ts";
import { InputError } from "../errors/problem.ts";
import type { CodeCell, NotebookDocument } from "./notebook_document.ts";
import type { FoundProblem } from "./notebook_problem.ts";
import { parseCell, placeOf, rangeOf } from "./parse_cell.ts";

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

/** The first code cell that is tagged: papermill, too, takes no notice of others. */
function taggedCell({ cells }: NotebookDocument): CodeCell | undefined {
  return cells.filter((cell) => cell.cell_type === "code")
    .find(({ metadata: { tags } }) => Array.isArray(tags) && tags.includes(tag));
}

/**
 * The parameters of a notebook.
 *
 * @param document The notebook.
 * @returns Those that its cell declares, and whatever else stands in that cell.
 */
export function parametersOf(
  document: NotebookDocument,
): { readonly parameters: readonly Parameter[]; readonly problems: readonly FoundProblem[] } {
  const parameters: Parameter[] = [], problems: FoundProblem[] = [];
  const cell = taggedCell(document), program = cell && parseCell(cell.source).program;
  if (!cell || !program) return { parameters, problems };
  const declared = program.body.flatMap((statement): Node[] => {
    const isConst = statement.type === "VariableDeclaration" && statement.kind === "const";
    return isConst ? statement.declarations : [statement];
  });
  for (const one of declared) {
    if (one.type === "VariableDeclarator" && one.id.type === "Identifier" && one.init) {
      const value = literal(one.init), { name } = one.id;
      if (value !== undefined) {
        parameters.push({ name, value, range: rangeOf(one.init) });
        continue;
      }
    }
    const found = cell.source.slice(...rangeOf(one)).split("\n")[0].slice(0, 60);
    const message =
      `expected, in the cell of parameters, const NAME = text, number, true or false, found ${found}`;
    problems.push({ cell: cell.id, ...placeOf(one), code: tag, message });
  }
  return { parameters, problems };
}

function literal(node: Node): Parameter["value"] | undefined {
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
  const entries = Object.entries(given), cell = taggedCell(document);
  if (entries.length === 0) return document;
  const { parameters } = parametersOf(document);
  const known = parameters.map(({ name }) => name);
  const messages: string[] = [], written = new Map<Parameter, string>();
  for (const [name, text] of entries) {
    const parameter = parameters.find((one) => one.name === name);
    const code = parameter && literalOf(text, parameter);
    if (parameter && code !== undefined) written.set(parameter, code);
    else if (parameter) {
      const type = typeof parameter.value === "number" ? "a number" : "true or false";
      messages.push(`expected for "${name}" ${type}, found ${JSON.stringify(text)}`);
    } else {
      const found = known.length === 0
        ? `no code cell that is tagged "${tag}"`
        : `${known.join(", ")}; ${didYouMean(name, known)}`;
      messages.push(`expected a parameter "${name}", found ${found}`);
    }
  }
  if (messages.length > 0) {
    throw new InputError("Cannot set parameters", messages.map((message) => ({ path, message })));
  }
  const source = parameters.reduceRight((text, parameter) => {
    const [start, end] = parameter.range, now = text.slice(start, end);
    return text.slice(0, start) + (written.get(parameter) ?? now) + text.slice(end);
  }, cell!.source);
  const cells = document.cells.map((one) => one === cell ? { ...cell, source } : one);
  return { ...document, cells };
}

/** A value as code; `undefined` if it is not of the type of the one that it replaces. */
function literalOf(text: string, { value }: Parameter): string | undefined {
  if (typeof value === "string") return JSON.stringify(text);
  if (typeof value === "boolean") return text === "true" || text === "false" ? text : undefined;
  return text.trim() !== "" && Number.isFinite(Number(text)) ? String(Number(text)) : undefined;
}
