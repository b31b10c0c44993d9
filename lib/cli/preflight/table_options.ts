import { type Command, InvalidArgumentError, Option } from "commander";
import { UsageError } from "../../errors/usage_error.ts";
import type { PrintedWord } from "../../model/edition.ts";
import type { ReadTableOptions } from "../../preflight/table.ts";

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
  return program
    .option("--missing <codes>", "what stands for no number: -1=not-told,-3=nil", meaningsOf)
    .addOption(
      new Option("--decimal <sign>", "what the numbers leave open").choices(["comma", "dot"]),
    )
    .addOption(
      new Option("--header-rows <count>", "how many rows are headers, where that is not found")
        .choices([..."123456789"]),
    )
    .option("--encoding <name>", "of the file, where another is found", encodingName);
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

/**
 * What codes that stand for no number mean, as `--missing` tells them.
 *
 * @param codes Such as `-1=not-told,*=nil`.
 * @throws {UsageError} If they are not written so.
 */
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
