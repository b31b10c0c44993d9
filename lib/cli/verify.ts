import { audit } from "../audit/audit.ts";
import { loadReport } from "../load/load_report.ts";
import { auditJson } from "./audit_json.ts";
import { auditText, complaints } from "./audit_text.ts";
import { command, runCommand } from "./command.ts";

interface Options {
  readonly edition: string;
  readonly json?: true;
}

const program = command("verify", "Judge every claim of an edition and print the scoreboard.")
  .option("--json", "print the verdicts as JSON and nothing else")
  .action(async ({ edition, json }: Options) => {
    const report = await loadReport(edition);
    const found = audit(report);
    console.log(
      json ? JSON.stringify(auditJson(report, found), null, 2) : auditText(report, found),
    );
    const objections = complaints(found);
    for (const objection of objections) console.error(objection);
    if (objections.length > 0) Deno.exitCode = 1;
  });

await runCommand(program);
