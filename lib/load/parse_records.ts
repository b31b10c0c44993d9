import { parse } from "@std/csv";
import type { Problem } from "../errors/problem.ts";
import { fieldPositions } from "../input/read_delimited.ts";

/** A CSV file as strings. */
export interface Records {
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
  /** Adds a problem that points at a field of a record; the header is record 0. */
  at(record: number, field: number, message: string): void;
}

/** Reads a text as CSV; `undefined` if it is none. */
export function parseRecords(path: string, text: string, problems: Problem[]): Records | undefined {
  const other = otherSeparator(text);
  if (other !== undefined) {
    const others = problems.filter((problem) => problem.path !== path);
    const message = `its fields are parted by ${other}; save it as CSV with commas, in UTF-8`;
    problems.splice(0, Infinity, ...others, { path, line: 1, column: 1, message });
    return undefined;
  }
  try {
    const [header = [], ...records] = parse(text);
    const positionOf = fieldPositions(text);
    const at = (record: number, field: number, message: string) => {
      problems.push({ path, ...positionOf(record, field), message });
    };
    return { header, records, at };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    problems.push({ path, ...syntaxProblem(error.message) });
  }
}

/** What parts the fields where no comma does, by the header; some programs say it in a line of its own before that. */
function otherSeparator(text: string): string | undefined {
  const [first] = text.split("\n", 1);
  if (/^"?sep=[^,]/i.test(first)) return "another sign than a comma";
  if (first.includes(",")) return undefined;
  return first.includes(";") ? "semicolons" : first.includes("\t") ? "tabs" : undefined;
}

/** Where `@std/csv` finds an error; of a quote that is never closed, the record that it stands in. */
function syntaxProblem(message: string): Omit<Problem, "path"> {
  const [, record = 1, line = 1, column = 1, reason = message] =
    /^Syntax error on line (\d+); parse error on line (\d+), column (\d+): (.*)$/.exec(message) ??
      [];
  if (reason.includes("missing") && line !== record) {
    return { line: Number(record), column: 1, message: "not CSV: a quote is never closed" };
  }
  return { line: Number(line), column: Number(column), message: `not CSV: ${reason}` };
}
