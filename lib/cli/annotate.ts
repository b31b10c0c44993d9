import { Option } from "commander";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { annotatedSource, misplacedNumerals } from "../book/annotated_source.ts";
import { InputError } from "../errors/problem.ts";
import { readFileText } from "../input/read_file.ts";
import { loadReport } from "../load/load_report.ts";
import { labelReport } from "../report/label_report.ts";
import { chosenLanguage } from "../words/language.ts";
import { command, type CommonOptions, runCommand } from "./command.ts";
import { libraryFolder } from "./project.ts";
import { writeTogether } from "./write_together.ts";

/** Where the page goes: a text that belongs to its publisher never comes among what is kept or published. */
async function placeFor(out: string): Promise<string> {
  const path = resolve(out);
  await Deno.mkdir(dirname(path), { recursive: true });
  const real = join(await Deno.realPath(dirname(path)), basename(path));
  const isBelow = (folder: string) => real.startsWith(folder.replace(/[/\\]*$/, sep));
  const root = await Deno.realPath(libraryFolder);
  if (!isBelow(root) || isBelow(join(root, "out"))) return real;
  const message =
    "expected a place outside of the project, or in its folder out/: the text is its publisher's, and is not kept here";
  throw new InputError("Cannot write the annotated source", [{ path: out, message }]);
}

const program = command("annotate", ["edition", "language"])
  .argument("<file>", "the text of the source, UTF-8")
  .addOption(
    new Option("--out <file>", "the page")
      .default(join(libraryFolder, "out/annotated.html"), "out/annotated.html"),
  )
  .action(async (path: string, { edition, out }: CommonOptions) => {
    const place = await placeFor(out);
    const report = labelReport(await loadReport(edition), chosenLanguage());
    const text = (await readFileText(path)).replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
    const problems = misplacedNumerals(report.numerals, { text, path });
    if (problems.length > 0) {
      throw new InputError(`Cannot annotate the source of ${report.edition.id}`, problems);
    }
    const style = await Deno.readTextFile(join(libraryFolder, "lib/book/style.css"));
    await writeTogether([{ path: place, content: await annotatedSource(report, text, style) }]);
    const told = `${report.numerals.length} numerals lead to what is known of them`;
    console.log(`Wrote ${relative(Deno.cwd(), place)}: ${told}`);
  });

await runCommand(program);
