import { parse } from "@std/csv";
import { nearly } from "../errors/did_you_mean.ts";
import type { Problem } from "../errors/problem.ts";
import { explainIssues, parseJson, problemInJson } from "../input/parse_json.ts";
import { fieldPositions } from "../input/read_delimited.ts";
import { endOf, mergeConflict, readFileText, UnreadableFile } from "../input/read_file.ts";
import type * as z from "zod/mini";

/** What a cell may hold at most, in characters. */
const longestCell = 100_000;

/** The files of an edition, with every problem that was found in them. */
export class EditionFiles {
  /** Each problem so far. */
  problems: Problem[] = [];

  constructor(readonly folder: string) {}

  /** Where a file of the edition lies. */
  pathOf(name: string): string {
    return `${this.folder}/${name}`;
  }

  /** Adds a problem of a file, where its place is known at that. */
  report(name: string, message: string, place?: Pick<Problem, "line" | "column">): void {
    this.problems.push({ path: this.pathOf(name), ...place, message });
  }

  /**
   * Reads a JSON file and collects every problem of it: that it is none, a key twice, a misspelt key, what the schema refuses.
   *
   * @param name The file.
   * @param schema What it must hold.
   * @returns The value, the file as it is written, and where to report a problem of the value of a path of keys and indices;
   *   `undefined` if it cannot be used.
   */
  async readJson<Schema extends z.ZodMiniObject>(name: string, schema: Schema) {
    const text = await this.#readText(name);
    if (text === undefined) return undefined;
    const known = this.problems.length;
    const json = parseJson(text, (place, message) => this.report(name, message, place));
    if (json === undefined) return undefined;
    const { value: source } = json;
    const report = (keys: readonly PropertyKey[], said: string) => {
      const { message, ...place } = problemInJson(json.root, keys, said);
      this.report(name, message, place);
    };
    // Keys near to one that is read were meant for it; others belong to other tools.
    const read = Object.keys(schema.shape);
    const keys = source instanceof Object && !Array.isArray(source) ? Object.keys(source) : [];
    const misspelt = new Set<PropertyKey>();
    for (const key of keys.filter((key) => !read.includes(key))) {
      const [meant] = nearly(key, read, 2);
      if (meant === undefined) continue;
      misspelt.add(key);
      report([key], `expected a key such as ${meant}, found "${key}"`);
    }
    // To compile a schema would take longer than to read one value by it.
    const parsed = schema.safeParse(source, { reportInput: true, jitless: true });
    for (const { keys, message } of parsed.success ? [] : explainIssues(parsed.error)) {
      if (keys.length !== 1 || !misspelt.has(keys[0])) report(keys, message);
    }
    const isSound = parsed.success && this.problems.length === known;
    return isSound ? { value: parsed.data, source, report } : undefined;
  }

  /**
   * Reads a CSV file, or says why it is none.
   *
   * @param name The file.
   * @param options Whether the file may lack; it then has no columns.
   * @returns The names of its columns, its records, and where to report a problem of a field of a record, of which the header is 0;
   *   `undefined` if they cannot be read.
   */
  async readRecords(name: string, options: { readonly isOptional?: boolean } = {}) {
    const text = await this.#readText(name, options);
    if (text === undefined) return undefined;
    const message = separatorProblem(text);
    const problem = message ? { line: 1, column: 1, message } : mergeConflict(text);
    if (problem) {
      // It is why there are others.
      this.problems = this.problems.filter(({ path }) => path !== this.pathOf(name));
      this.report(name, problem.message, { line: problem.line, column: problem.column });
      return undefined;
    }
    try {
      const [header = [], ...records] = parseCsv(text);
      const positionOf = fieldPositions(text);
      const at = (record: number, field: number, message: string) =>
        this.report(name, message, positionOf(record, field));
      const long = records.findIndex((record) => record.some((cell) => cell.length > longestCell));
      if (long < 0) return { header, records, at };
      const field = records[long].findIndex((cell) => cell.length > longestCell);
      const [most, found] = [longestCell, records[long][field].length].map((n) =>
        n.toLocaleString("en")
      );
      at(long + 1, field, `${header[field]}: expected at most ${most} characters, found ${found}`);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const { message, ...place } = syntaxProblem(error.message);
      this.report(name, message, place);
    }
  }

  /** A file as UTF-8 text with line feeds; empty where one that may lack does, `undefined` if it cannot be used at all. */
  async #readText(name: string, { isOptional = false } = {}): Promise<string | undefined> {
    try {
      const text = await readFileText(this.pathOf(name));
      if (text.trim() === "") return void this.report(name, "the file is empty");
      if (text.startsWith("\ufeff")) {
        const message = "begins with a BOM; save as UTF-8 without BOM";
        this.report(name, message, { line: 1, column: 1 });
      }
      const carriage = text.indexOf("\r");
      if (carriage >= 0) {
        this.report(name, "has CR line ends; save with LF", endOf(text.slice(0, carriage)));
      }
      return text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      if (isOptional && error.isMissing) return "";
      this.problems.push(...error.problems);
    }
  }
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
