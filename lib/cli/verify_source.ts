import { formatProblem, InputError } from "../errors/problem.ts";
import { decodeText, readFileBytes } from "../input/read_file.ts";
import { loadReport } from "../load/load_report.ts";
import { spelledLanguages } from "../numbers/numerals.ts";
import { quotesOf, type SourceProof, verifySource } from "../source/verify_source.ts";
import { command, type CommonOptions, print, runCommand } from "./command.ts";

/** How many misses are told without `--json`. */
const mostMisses = 1_000;

function summary({ digits, written, quoted, rows }: SourceProof, language: string): string {
  const isSpelled = spelledLanguages.includes(language);
  return [
    `  digits             ${digits.accounted} of ${digits.printed} in exactly one row of numerals.csv`,
    `  Roman and words    ${written.accounted} of ${written.printed} in a row of numerals.csv` +
    (isSpelled ? "" : `; number words of "${language}" are not known`),
    language in quotesOf
      ? `  quoted strings     ${quoted.accounted} of ${quoted.printed} a name, a system or listed as neither`
      : `  quoted strings     not looked for: the quotes of "${language}" are not known`,
    `  printed strings    ${rows.found} of ${rows.named} found where their rows say`,
  ].join("\n");
}

const program = command("verify-source", ["edition", "json", "language"])
  .argument("<file>", "the text of the source, UTF-8")
  .action(async (path: string, { edition, json }: CommonOptions) => {
    const report = await loadReport(edition);
    const bytes = await readFileBytes(path);
    const sha256 = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
    const { id, language, source } = report.edition, expected = source?.sha256;
    if (expected === undefined) {
      const message = `expected a source text, which ${id} does not declare`;
      throw new InputError("Cannot prove the source", [{ path: "edition.json", message }]);
    }
    const proof = verifySource(report, decodeText(bytes, path).replace(/^\ufeff/, ""));
    const text = `${path} as the source of ${id}\n${summary(proof, language)}`;
    print(json ? { edition: id, sha256, expected, ...proof } : text);
    const other = `expected the text of ${id}, sha256 ${expected}, found ${sha256}`;
    if (sha256 !== expected) console.error(formatProblem({ path, message: other }));
    for (const miss of proof.misses.slice(0, mostMisses)) {
      console.error(formatProblem({ path, ...miss }));
    }
    const more = proof.misses.length - mostMisses;
    if (more > 0) console.error(`… and ${more.toLocaleString("en")} more; --json gives all`);
    if (sha256 !== expected || proof.misses.length > 0) Deno.exitCode = 1;
  });

await runCommand(program);
