import { type Command, InvalidArgumentError } from "commander";
import { UsageError } from "../../errors/usage_error.ts";
import type { PrintedWord } from "../../model/edition.ts";
import { InputError } from "../../errors/problem.ts";
import { readDelimited } from "../../input/read_delimited.ts";
import { judgeTable } from "../../preflight/judge_table.ts";
import { readTable } from "../../preflight/read_table.ts";
import { type ReadTableOptions, TableGrid } from "../../preflight/table.ts";
import { oneLine, type TableRelation } from "../../preflight/table_relation.ts";
import { choice } from "../command.ts";
import { isLargeTable } from "../start.ts";

/** What a command line tells of how a table is to be read. */
export interface TableOptions {
  readonly missing?: ReadTableOptions["words"];
  readonly decimal?: "comma" | "dot";
  readonly headerRows?: string;
  readonly encoding?: string;
}

/**
 * Adds the options of {@link TableOptions}.
 *
 * @param program The command that reads tables.
 */
export function withTableOptions(program: Command): Command {
  const headerRows = "how many rows are headers, where that is not found";
  return program
    .option("--missing <codes>", "what stands for no number: -1=not-told,-3=nil", meaningsOf)
    .addOption(choice("--decimal <sign>", "what the numbers leave open", ["comma", "dot"]))
    .addOption(choice("--header-rows <count>", headerRows, [..."123456789"]))
    .option("--encoding <name>", "of the file, where another is found", encodingName);
}

/**
 * Reads a table as printed.
 *
 * @param path The file.
 * @param options How it is to be read.
 * @returns The table, and the name of the encoding of its file.
 * @throws {InputError} If it has no numbers.
 */
export async function readPrintedTable(path: string, options: TableOptions) {
  const { encoding, rows } = await readDelimited(path, options.encoding);
  const table = readTable({ rows }, toReadOptions(options));
  if (table.columns.some(({ isMeasure }) => isMeasure)) return { table, encoding };
  const message = "expected a column of numbers, found none; " +
    "fields are parted by commas, semicolons, tabs or |";
  throw new InputError("Cannot read the table", [{ path, message }]);
}

/**
 * Opens a table whose relations can be drafted, read and judged: in memory, or if it is large where it lies.
 *
 * @param path The file.
 * @param options How it is to be read.
 */
export async function openTable(path: string, options: TableOptions) {
  if (!await isLargeTable(path)) {
    const { table, encoding } = await readPrintedTable(path, options);
    const grid = new TableGrid(table), { length: rows } = table.rows;
    const judge = (relations: readonly TableRelation[]) =>
      Promise.resolve({ ...judgeTable(grid, relations), rows, unjudged: 0 });
    return { grid, encoding, isWhole: true, judge, [Symbol.asyncDispose]: async () => {} };
  }
  const { sampleTable } = await import("../../engine/sample_table.ts");
  const { judgeLargeTable } = await import("../../engine/judge_large_table.ts");
  const sample = await sampleTable(path, toReadOptions(options));
  return {
    grid: new TableGrid(sample.table),
    encoding: sample.encoding,
    isWhole: false,
    judge: (relations: readonly TableRelation[]) => judgeLargeTable(sample, relations),
    [Symbol.asyncDispose]: async () => await sample.database?.close(),
  };
}

/** How a table is to be read, as the command line tells. */
export function toReadOptions(
  { missing: words, decimal, headerRows }: TableOptions,
): ReadTableOptions {
  return { words, decimal, headerRows: headerRows ? Number(headerRows) : undefined };
}

function encodingName(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new InvalidArgumentError("the name of an encoding such as windows-1250");
  }
}

/** What codes that stand for no number mean, as `--missing` tells them: such as `-1=not-told,*=nil`. */
function meaningsOf(codes: string): Record<string, PrintedWord> {
  return Object.fromEntries(
    codes.split(",").filter((code) => code.trim() !== "").map((code) => {
      const [, text, meaning = "not-told"] = /^(.+?)(?:=(nil|not-told))?$/.exec(code.trim()) ?? [];
      if (text === undefined || text.includes("=")) {
        throw new UsageError(
          `Cannot read --missing: expected such as -1=not-told or -3=nil, found "${code}"`,
        );
      }
      return [text, meaning as PrintedWord];
    }),
  );
}

/** What is noted of a table, with the place that it is about, if it is about one. */
export function noteText(
  { row, column, text }: { readonly row?: number; readonly column?: string; readonly text: string },
): string {
  const place = oneLine([row === undefined ? "" : `row ${row}`, column].filter(Boolean).join(", "));
  return place === "" ? text : `${place}: ${text}`;
}
