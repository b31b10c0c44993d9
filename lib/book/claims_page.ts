import { showCard } from "../display/card.ts";
import { verdictLook, verdictWords } from "../display/verdict_look.ts";
import { display } from "../model/displayable.ts";
import type { Label } from "../model/label.ts";
import { verdictKinds } from "../model/verdict.ts";
import type { OpenReport } from "../report/label_report.ts";
import { joinHoles, type Markup, markup, tableMarkup } from "./markup.ts";
import { bookWords, type Page } from "./page.ts";
import type { Site } from "./site.ts";

/** The page of all claims, each with its computation and the numbers that the print allows. */
export function claimsPage(report: OpenReport, site: Site): Page {
  const { language } = report, said = bookWords(language);
  const topics = [...Map.groupBy(report.verdicts(), ({ topic }) => topic)];
  const headings = topics.map(([topic, [{ topicLabel }]]) => (
    { id: `topic-${topic}`, said: topicLabel }
  ));
  const printNext = printNextMarkup(report), next = { id: "print-next", said: said.printNext };
  const cards = topics.map(([, rows]) =>
    rows.map(({ claim, judged }) => {
      const card = showCard(verdictLook.card(judged, language), language)[display]();
      const labels = { pictures: claim, tableLabel: said.computation };
      return markup`<article id="${claim}">${
        site.clean(String(card["text/html"]), labels)
      }</article>`;
    })
  );
  return {
    ...{ name: "claims.html", title: said.claims, language },
    headings: printNext ? [...headings, next] : headings,
    body: markup`<h1>${said.claims}</h1>
<p>${topics.length > 0 ? said.claimsLead : said.noClaims}</p>
${headings.map(({ id, said }, at) => [markup`<h2 id="${id}">${said}</h2>`, cards[at]])}
${printNext && markup`<h2 id="${next.id}">${next.said}</h2>\n${printNext}`}`,
  };
}

/** What a next edition might print, and what each value would settle; `undefined` if nothing lacks. */
function printNextMarkup(report: OpenReport): Markup | undefined {
  const { language } = report, said = bookWords(language), ranks = unprintedRanks(report);
  const links = (page: string, ids: readonly string[]) =>
    ids.length === 0
      ? "–"
      : joinHoles(ids.map((id) => markup`<a href="${page}#${id}">${id}</a>`), ", ");
  return ranks.length === 0 ? undefined : markup`<p>${said.printNextLead}</p>
${
    tableMarkup(said.printNext, {
      heads: [said.value, said.alone, said.withOthers, said.ofFindings],
      rows: ranks.map(({ label, alone, withOthers, findings }) => [
        ...[label[language], links("", alone), links("", withOthers)],
        links("findings.html", findings),
      ]),
    })
  }`;
}

/** How many verdicts there are of each kind, in words. */
export function countsText(
  rows: readonly { readonly verdict: string }[],
  language: OpenReport["language"],
): string {
  const counts = verdictKinds.map((kind) =>
    [verdictWords[kind][language], rows.filter(({ verdict }) => verdict === kind).length] as const
  );
  return counts.filter(([, count]) => count > 0).map((count) => count.join(" ")).join(", ") ||
    bookWords(language).noneFound;
}

/** A value that is not printed, with what it would settle. */
interface UnprintedRank {
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
    const claims = [...new Set(all.map(({ claim }) => claim))], ids = claims.map(({ id }) => id);
    const alone = claims.filter(({ missing }) => new Set(missing.map(({ id }) => id)).size === 1)
      .map(({ id }) => id);
    return {
      label: all[0].value.label,
      alone,
      withOthers: ids.filter((id) => !alone.includes(id)),
      findings: report.findings
        .filter((row) =>
          row.verdict === "base-missing" && row.claims.some((id) => ids.includes(id))
        )
        .map(({ id }) => id),
    };
  });
  return ranks.toArray().toSorted((a, b) =>
    b.alone.length - a.alone.length || b.withOthers.length - a.withOthers.length ||
    b.findings.length - a.findings.length
  );
}
