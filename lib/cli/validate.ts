import { InputError } from "../errors/problem.ts";
import { loadTables } from "../load/load_report.ts";
import { type DescribedFile, describeEdition } from "../package/describe_package.ts";
import { chosenWords } from "../words/words.ts";
import { command, type CommonOptions, runCommand } from "./command.ts";

/** The files that do not follow from the others any more; none where the edition was never described. */
async function staleFiles(files: readonly DescribedFile[]): Promise<readonly DescribedFile[]> {
  const found = await Promise.all(
    files.map(({ path }) => Deno.readTextFile(path).catch(() => undefined)),
  );
  return found.at(-1) === undefined ? [] : files.filter(({ content }, at) => content !== found[at]);
}

const program = command("validate", ["edition", "language"])
  .action(async ({ edition }: CommonOptions) => {
    const loaded = await loadTables(edition);
    const { report, tables } = loaded;
    const stale = await staleFiles(describeEdition(edition, loaded).files);
    if (stale.length > 0) {
      const message = `is out of date; run deno task describe --edition ${edition}`;
      const problems = stale.map(({ path }) => ({ path, message }));
      throw new InputError(`Cannot use the description of "${edition}"`, problems);
    }
    const { edition: { id }, observations, claims } = report;
    const files = Object.values(tables).filter(({ header }) => header.length > 0).length;
    const { valid } = chosenWords().commands;
    const count = files + loaded.printed.length;
    console.log(`${id}: ${valid(count, observations.length, claims.length)}`);
  });

await runCommand(program);
