import { Option } from "commander";
import { ifThere } from "../input/if_there.ts";
import { readDelimited } from "../input/read_delimited.ts";
import { UnreadableFile } from "../input/read_file.ts";
import { InputError } from "../errors/problem.ts";
import { UsageError } from "../errors/usage_error.ts";
import type { PrintedWord } from "../model/edition.ts";
import { draftRelations } from "../preflight/draft_relations.ts";
import { judgeTable } from "../preflight/judge_table.ts";
import { readTable } from "../preflight/read_table.ts";
import { readRelations, relationsCsv } from "../preflight/relations_file.ts";
import { findSuspects } from "../preflight/suspects.ts";
import { TableGrid } from "../preflight/table_relation.ts";
import { plainCommand, runCommand } from "./command.ts";
import { preflightJson } from "./preflight/preflight_json.ts";
import { type Preflight, preflightText } from "./preflight/preflight_text.ts";
import { writeTogether } from "./write_together.ts";

interface Options {
  readonly relations?: string;
  readonly missing?: string;
  readonly decimal?: "comma" | "dot";
  readonly headerRows?: string;
  readonly json?: true;
}

/** What codes mean: `-1=not-told`, `*=nil`. */
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

/** Reads, judges and searches a table; drafts its relations where no file has them, and then writes that file. */
async function preflight(path: string, options: Options): Promise<Preflight> {
  const { grid, encoding } = await readGrid(path, options);
  const { relations: file } = options;
  const isThere = file !== undefined && await ifThere(Deno.stat(file)) !== undefined;
  const relations = isThere ? await readRelations(file, grid) : draftRelations(grid);
  const judged = judgeTable(grid, relations);
  if (file !== undefined && !isThere) {
    await writeTogether([{ path: file, content: relationsCsv(judged.families) }]);
  }
  const origin = isThere
    ? `read from ${file}`
    : file === undefined
    ? "drafted from headers and numbers (--relations FILE keeps them for editing)"
    : `drafted from headers and numbers, and written to ${file} for editing`;
  return { ...judged, path, encoding, suspects: findSuspects(judged), origin };
}

async function readGrid(path: string, { missing = "", decimal, headerRows }: Options) {
  try {
    const { encoding, ...delimited } = await readDelimited(path);
    const table = readTable(delimited, {
      words: meaningsOf(missing),
      decimal,
      headerRows: headerRows ? Number(headerRows) : undefined,
    });
    return { grid: new TableGrid(table), encoding };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new InputError("Cannot read the table", [{
      path,
      ...error.options.position,
      message: error.message,
    }]);
  }
}

const program = plainCommand(
  "preflight",
  "Check a published table: draft its relations, judge them, name likely misprints.",
)
  .argument("<table>", "CSV, TSV or semicolons, as printed; UTF-8, UTF-16 or Windows-1251")
  .option("--relations <file>", "relations as CSV: written if the file is not there, read if it is")
  .option("--missing <codes>", "what stands for no number: -1=not-told,-3=nil")
  .addOption(
    new Option("--decimal <sign>", "what the numbers leave open").choices(["comma", "dot"]),
  )
  .addOption(
    new Option("--header-rows <count>", "how many rows are headers, where that is not found")
      .choices([..."123456789"]),
  )
  .option("--json", "print all as JSON and nothing else")
  .action(async (path: string, options: Options) => {
    const found = await preflight(path, options);
    console.log(
      options.json ? JSON.stringify(preflightJson(found), null, 2) : preflightText(found),
    );
  });

await runCommand(program);
