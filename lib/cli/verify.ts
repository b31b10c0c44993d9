import { didYouMean } from "../errors/did_you_mean.ts";
import { InputError } from "../errors/problem.ts";
import { loadReport } from "../load/load_report.ts";
import type { Report } from "../model/report.ts";
import { chosenWords } from "../words/words.ts";
import { command, type CommonOptions, print, runCommand } from "./command.ts";
import { auditJson } from "./verify/audit_json.ts";
import { auditText, claimText, complaints, judgeAll, type Judged } from "./verify/audit_text.ts";

/** How many complaints are told. */
const mostTold = 200;

/** One claim, as text or as JSON. */
function oneClaim(
  report: Report,
  found: Judged,
  { claim: id, json }: { readonly claim: string; readonly json?: true },
): string | object {
  const { verdicts } = found.audit;
  const verdict = verdicts.find(({ claim }) => claim.id === id);
  const claim = auditJson(report, found).claims.find((claim) => claim.id === id);
  if (!verdict || !claim) {
    const ids = verdicts.map(({ claim }) => claim.id);
    const message = `expected the id of a claim, found none of the edition; ${didYouMean(id, ids)}`;
    throw new InputError("Cannot show a claim", [{ path: id, message }]);
  }
  return json ? claim : claimText(verdict, report, claim);
}

const program = command("verify", ["edition", "json", "language"])
  .option("--claim <id>", "show one claim with all that its verdict rests on")
  .action(async ({ edition, claim, json }: CommonOptions & { readonly claim?: string }) => {
    const report = await loadReport(edition);
    const found = judgeAll(report);
    if (claim !== undefined) print(oneClaim(report, found, { claim, json }));
    else print(json ? auditJson(report, found) : auditText(report, found));
    const objections = claim === undefined ? complaints(found) : [];
    for (const objection of objections.slice(0, mostTold)) console.error(objection);
    const more = objections.length - mostTold;
    if (more > 0) console.error(chosenWords().commands.moreComplaints(more));
    if (objections.length > 0) Deno.exitCode = 1;
  });

await runCommand(program);
