import { parse } from "@std/csv";
import type { Problem } from "../errors/problem.ts";
import { fieldPositions } from "../input/read_delimited.ts";
import { nearly } from "../errors/did_you_mean.ts";
import { endOf, mergeConflict, readFileText, UnreadableFile } from "../input/read_file.ts";
import type * as z from "zod/mini";
import { explainIssues, parseJson, problemInJson } from "../input/parse_json.ts";

/** A JSON file that is what its schema says. */
export interface JsonFile<Value> {
  readonly value: Value;
  /** The file as it is written, before the schema made anything of it. */
  readonly source: unknown;
  /** Adds a problem that points at the value of a path of keys and indices. */
  report(path: readonly PropertyKey[], message: string): void;
}

/**
 * Reads a JSON file and collects every problem of it: that it is none, a key twice, a misspelt key, what the schema refuses.
 *
 * @param path The file.
 * @param schema What it must hold.
 * @param problems Where problems are added.
 * @returns The value; `undefined` if it cannot be used.
 */
export async function readJson<Schema extends z.ZodMiniObject>(
  path: string,
  schema: Schema,
  problems: Problem[],
): Promise<JsonFile<z.infer<Schema>> | undefined> {
  const text = await readText(path, problems);
  if (text === undefined) return undefined;
  const known = problems.length;
  const json = parseJson(text, (place, message) => problems.push({ path, ...place, message }));
  if (json === undefined) return undefined;
  const { value: source } = json;
  const report = (keys: readonly PropertyKey[], message: string) => {
    problems.push({ path, ...problemInJson(json.root, keys, message) });
  };
  // Keys near to one that is read were meant for it; others belong to other tools.
  const read = Object.keys(schema.shape);
  const keys = source instanceof Object && !Array.isArray(source) ? Object.keys(source) : [];
  const misspelt = keys.filter((key) => !read.includes(key))
    .flatMap((key) => {
      const [meant] = nearly(key, read, 2);
      return meant === undefined ? [] : [{ key, meant }];
    });
  for (const { key, meant } of misspelt) {
    report([key], `expected a key such as ${meant}, found "${key}"`);
  }
  // To compile a schema would take longer than to read one value by it.
  const parsed = schema.safeParse(source, { reportInput: true, jitless: true });
  for (const { keys, message } of parsed.success ? [] : explainIssues(parsed.error)) {
    const isTold = keys.length === 1 && misspelt.some(({ key }) => key === keys[0]);
    if (!isTold) report(keys, message);
  }
  return parsed.success && problems.length === known
    ? { value: parsed.data, source, report }
    : undefined;
}

/** A record, whose quoted fields may hold line feeds, and the fields of one that has quotes. */
const aRecord = /(?:[^"\n]+|"[^"]*")+/g;
const aField = /(?<=^|,)(?:"[^"]*(?:""[^"]*)*"|[^",]*)(?=,|$)/g;

/** The records of a CSV text: in a third of the time that `@std/csv` takes, which tells what is at fault where it is none. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const records: (readonly string[])[] = [];
  for (const record of text.match(aRecord) ?? []) {
    const isPlain = !record.includes('"');
    const fields = isPlain ? record.split(",") : record.match(aField) ?? [];
    if (!isPlain && fields.join().length !== record.length) return parse(text);
    records.push(isPlain ? fields : fields.map(unquote));
  }
  return text.split('"').length % 2 === 1 ? records : parse(text);
}

function unquote(field: string): string {
  return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
}

/** A CSV file as strings. */
export interface Records {
  /** The names of its columns; none where there is no file. */
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
  /** Adds a problem that points at a field of a record; the header is record 0. */
  at(record: number, field: number, message: string): void;
}

/** What a cell may hold at most, in characters. */
const longestCell = 100_000;

/**
 * Reads a CSV file, or says why it is none.
 *
 * @param path The file.
 * @param problems Where problems are added.
 * @param options Whether the file may lack; it then has no columns.
 * @returns Its records; `undefined` if they cannot be read.
 */
export async function readRecords(
  path: string,
  problems: Problem[],
  options: { readonly isOptional?: boolean } = {},
): Promise<Records | undefined> {
  const text = await readText(path, problems, options);
  if (text === undefined) return undefined;
  const message = separatorProblem(text);
  const problem = message ? { line: 1, column: 1, message } : mergeConflict(text);
  if (problem) {
    // It is why there are others.
    const others = problems.filter((other) => other.path !== path);
    problems.splice(0, Infinity, ...others, { path, ...problem });
    return undefined;
  }
  try {
    const [header = [], ...records] = parseCsv(text);
    const positionOf = fieldPositions(text);
    const at = (record: number, field: number, message: string) => {
      problems.push({ path, ...positionOf(record, field), message });
    };
    const long = records.findIndex((record) => record.some((cell) => cell.length > longestCell));
    if (long < 0) return { header, records, at };
    const field = records[long].findIndex((cell) => cell.length > longestCell);
    const found = [longestCell, records[long][field].length].map((one) => one.toLocaleString("en"));
    const [most, length] = found;
    at(long + 1, field, `${header[field]}: expected at most ${most} characters, found ${length}`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    problems.push({ path, ...syntaxProblem(error.message) });
  }
}

/**
 * Reads a file as UTF-8 text with line feeds, or says why it is not one.
 *
 * @param path The file.
 * @param problems Where problems are added.
 * @param options Whether the file may lack; its text is then empty.
 * @returns The text, or `undefined` if the file cannot be used at all.
 */
async function readText(
  path: string,
  problems: Problem[],
  { isOptional = false }: { readonly isOptional?: boolean } = {},
): Promise<string | undefined> {
  try {
    const text = await readFileText(path);
    if (text.trim() === "") throw new UnreadableFile(path, "the file is empty");
    if (text.startsWith("\ufeff")) {
      const message = "begins with a BOM; save as UTF-8 without BOM";
      problems.push({ path, line: 1, column: 1, message });
    }
    const carriage = text.indexOf("\r");
    if (carriage >= 0) {
      const message = "has CR line ends; save with LF";
      problems.push({ path, ...endOf(text.slice(0, carriage)), message });
    }
    return text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    if (isOptional && error.isMissing) return "";
    problems.push(...error.problems);
  }
}

/** What is not as expected of what parts the fields, by the header; some programs say it in a line of its own before that. */
function separatorProblem(text: string): string | undefined {
  const [first] = text.split("\n", 1);
  if (/^"?sep=,/i.test(first)) return `expected a header, found "sep=,"; remove that line`;
  const isTold = /^"?sep=/i.test(first);
  if (first.includes(",") && !isTold) return undefined;
  const [sign] = /[;\t]/.exec(first) ?? [];
  if (sign === undefined && !isTold) return undefined;
  const signs = isTold ? "another sign than a comma" : sign === ";" ? "semicolons" : "tabs";
  return `its fields are parted by ${signs}; save it as CSV with commas, in UTF-8`;
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
