import { type Audit, audit } from "../../audit/audit.ts";
import { judgeFindings, unlistedContradictions } from "../../audit/judge_findings.ts";
import type { FindingVerdict } from "../../audit/settle_finding.ts";
import { chosenLanguage } from "../../words/language.ts";
import type { Report } from "../../model/report.ts";
import { exactString } from "../../numbers/format_number.ts";
import { words } from "../../words/words.ts";

/** The verdicts on an edition's claims and on its findings. */
export interface Judged {
  readonly audit: Audit;
  readonly findings: readonly FindingVerdict[];
}

/** Judges every claim and every finding of an edition. */
export function judgeAll(report: Report): Judged {
  const found = audit(report);
  return { audit: found, findings: judgeFindings(report, found.verdicts) };
}

/**
 * Why an audit fails: contradictions that nobody declared, declarations that no longer hold, and findings that do not list a
 * claim which contradicts what they print.
 */
export function complaints({ audit: { undeclared, stale }, findings }: Judged): string[] {
  const language = chosenLanguage();
  const { commands } = words[language];
  return [
    ...undeclared.map(({ claim, difference }) =>
      commands.undeclared(
        claim.id,
        claim.statement[language],
        difference && exactString(difference),
      )
    ),
    ...stale.map(({ claim, difference }) =>
      commands.staleErratum(claim, difference === null ? null : String(difference))
    ),
    ...unlistedContradictions(findings).map(({ finding, claim }) =>
      commands.unlisted(finding.id, claim.id)
    ),
  ];
}
