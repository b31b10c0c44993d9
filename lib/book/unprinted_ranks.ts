import { escape } from "@std/html";
import type { Label } from "../model/label.ts";
import type { OpenReport } from "../report/label_report.ts";
import { bookWords } from "./words.ts";

/** A value that is not printed, with what it would settle. */
export interface UnprintedRank {
  readonly label: Label;
  /** Ids of claims that lack nothing else. */
  readonly alone: readonly string[];
  /** Ids of claims that lack other values too. */
  readonly withOthers: readonly string[];
  /** Ids of findings that stay undecided for want of it. */
  readonly findings: readonly string[];
}

/**
 * What a next edition might print: values whose absence leaves comparisons undecided, first those that settle most.
 *
 * @param report The report with its verdicts.
 */
export function unprintedRanks(
  report: Pick<OpenReport, "verdicts" | "findings">,
): UnprintedRank[] {
  const undecided = report.verdicts().map(({ judged }) => judged)
    .filter(({ kind }) => kind === "base-missing");
  const lacking = undecided.flatMap(({ claim }) =>
    claim.missing.map((value) => ({ value, claim }))
  );
  const ranks = Map.groupBy(lacking, ({ value }) => value.id).values().map((all) => {
    const [{ value }] = all;
    const claims = [...new Set(all.map(({ claim }) => claim))];
    const parts = Map.groupBy(
      claims,
      ({ missing }) => new Set(missing.map(({ id }) => id)).size === 1,
    );
    const ids = new Set(claims.map(({ id }) => id));
    return {
      label: value.label,
      alone: (parts.get(true) ?? []).map(({ id }) => id),
      withOthers: (parts.get(false) ?? []).map(({ id }) => id),
      findings: report.findings
        .filter((row) => row.verdict === "base-missing" && row.claims.some((id) => ids.has(id)))
        .map(({ id }) => id),
    };
  });
  return ranks.toArray().toSorted((a, b) =>
    b.alone.length - a.alone.length || b.withOthers.length - a.withOthers.length ||
    b.findings.length - a.findings.length
  );
}

/** What a next edition might print, as HTML. */
export function printNextHtml(report: OpenReport): string {
  const { language } = report, said = bookWords(language);
  const rows = unprintedRanks(report).map(({ label, alone, withOthers, findings }) =>
    `<tr><th scope="row">${escape(label[language])}</th>${
      [alone, withOthers].map((claims) =>
        `<td>${claims.map((id) => `<a href="#${id}">${escape(id)}</a>`).join(", ") || "–"}</td>`
      ).join("")
    }<td>${
      findings.map((id) => `<a href="findings.html#${escape(id)}">${escape(id)}</a>`).join(", ") ||
      "–"
    }</td></tr>`
  );
  return `<p>${said.printNextLead}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${said.printNext}"><table>
<thead><tr>${
    [said.value, said.alone, said.withOthers, said.ofFindings].map((head) =>
      `<th scope="col">${head}</th>`
    )
      .join("")
  }</tr></thead>
<tbody>${rows.join("\n")}</tbody></table></div>`;
}
