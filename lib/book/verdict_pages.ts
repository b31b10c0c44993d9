import { words } from "../words/words.ts";
import { nameFields, showCard } from "../display/card.ts";
import { findingLook, lineRanges, verdictColors, verdictLook } from "../display/verdict_look.ts";
import { display } from "../model/displayable.ts";
import { textIn } from "../model/label.ts";
import { type VerdictKind, verdictKinds } from "../model/verdict.ts";
import type { OpenReport } from "../report/label_report.ts";
import type { FindingRow } from "../report/label_rows.ts";
import { joinHoles, Markup, markup } from "../tables/markup.ts";
import {
  bookWords,
  definitionList,
  mainPage,
  type Page,
  type Section,
  tableMarkup,
} from "./page.ts";
import type { Site } from "./site.ts";

/** Verdicts that no printed number settles. */
const open: readonly VerdictKind[] = ["stated", "base-missing", "not-for-numbers"];

/** The sign of each verdict, in its colour. */
export const verdictStyle = Object.entries(verdictColors)
  .map(([kind, color]) => `[data-verdict=${kind}] .verdict::before{background:${color}}`)
  .join("\n");

/** What would mend contradictions, in words. */
export function repairTexts(repairs: OpenReport["repairs"]): string[] {
  return repairs.map(({ condition, slips }) =>
    slips === "" ? condition : `${condition} (${slips})`
  );
}

/**
 * The page of all findings: those that numbers decide, and the others.
 *
 * @param report The report in the page's language.
 */
export function findingsPage(report: OpenReport): Page {
  const { language, findings } = report, said = bookWords(language), { verdicts } = words[language];
  if (findings.length === 0) {
    return mainPage("findings", { language, lead: markup`<p>${said.noFindings}</p>` });
  }
  const found = verdictKinds.filter((kind) => findings.some(({ verdict }) => verdict === kind));
  const filters: readonly [string, string, [value: string, text: string][]][] = [
    ["verdict", said.verdict, found.map((kind) => [kind, verdicts[kind]])],
    ["topic", said.topic, findings.map((row) => [row.topic, row.topicLabel])],
    ["kind", said.kind, findings.map((row) => [row.kind, row.kindLabel])],
  ];
  const selects = filters.map(([name, label, options]) =>
    markup`<label>${label}<select name="${name}"><option value="">${said.any}</option>${
      Array.from(
        new Map(options),
        ([value, text]) => markup`<option value="${value}">${text}</option>`,
      )
    }</select></label>`
  );
  const parts = Map.groupBy(
    findings,
    ({ verdict }) => open.includes(verdict) ? "others" : "decided",
  );
  const sections = (["decided", "others"] as const).map((id) => ({
    id,
    said: said[id],
    content: parts.get(id)?.map((row) => findingMarkup(row, report)),
  }));
  const lead = markup`<div class="filters" data-filters data-shown="${
    said.shown("{kept}", "{total}")
  }" hidden>${selects}<p role="status"></p></div>`;
  return mainPage("findings", { language, lead, sections });
}

function findingMarkup(row: FindingRow, { language, observations, repairs }: OpenReport): Markup {
  const { id, verdict, judged } = row, said = bookWords(language);
  const { lines: _, finding: __, ...evidence } = findingLook.card(judged, language).fields;
  const claims = [...new Set([...judged.verdicts, ...judged.touched])];
  const broken = new Set(
    claims.filter(({ kind }) => kind === "contradicts").map(({ claim }) => claim.id),
  );
  const printed = row.values.flatMap((value) => observations.filter(({ id }) => id === value));
  const links = claims.map(({ claim: { id } }) => markup`<a href="claims.html#${id}">${id}</a>`);
  const mending = repairs.filter((one) => one.claims.some((claim) => broken.has(claim)));
  const fields = definitionList([
    [
      said.printed,
      printed.map(({ label, period, printed, line, id }) =>
        `${label}, ${period}: ${printed.trim() || "–"} (${said.line.toLowerCase()} ${line}; ${id})`
      ),
    ],
    ...nameFields(evidence, language).map(([name, texts]) => [name, [texts].flat()] as const),
    [said.computation, [joinHoles(links, ", ")]],
    [said.erratum, claims.map(({ erratum }) => textIn(erratum?.reason ?? "", language))],
    [said.repairs, repairTexts(mending)],
    [said.lines, [
      markup`${
        lineRanges(row.lines)
      } · ${row.kindLabel}, ${row.topicLabel} · <a href="#${id}">${id}</a>`,
    ]],
  ]);
  const head = markup`${row.statement} <b class="verdict">${row.verdictLabel}</b>`;
  const data = { "data-verdict": verdict, "data-topic": row.topic, "data-kind": row.kind };
  return markup`<article ${{ id, ...data }}>${
    open.includes(verdict)
      ? markup`<details><summary>${head}</summary>${fields}</details>`
      : markup`<h3>${head}</h3>${fields}`
  }</article>`;
}

/** The page of all claims, each with its computation and the numbers that the print allows. */
export function claimsPage(report: OpenReport, site: Site): Page {
  const { language } = report, said = bookWords(language);
  const topics = [...Map.groupBy(report.verdicts(), ({ topic }) => topic)];
  const sections = topics.map(([topic, rows]) => ({
    id: `topic-${topic}`,
    said: rows[0].topicLabel,
    content: rows.map(({ claim, judged }) => {
      const card = showCard(verdictLook.card(judged, language), language)[display]();
      const labels = { pictures: claim, tableLabel: said.computation };
      const html = site.clean(String(card["text/html"]), labels);
      return markup`<article id="${claim}">${html}</article>`;
    }),
  }));
  const lead = markup`<p>${topics.length > 0 ? said.claimsLead : said.noClaims}</p>`;
  return mainPage("claims", { language, lead, sections: [...sections, ...printNext(report)] });
}

/** What a next edition might print, and what each value would settle, if anything lacks. */
function printNext(report: OpenReport): Section[] {
  const { language } = report, said = bookWords(language), ranks = unprintedRanks(report);
  const links = (page: string, ids: readonly string[]) =>
    ids.length === 0
      ? "–"
      : joinHoles(ids.map((id) => markup`<a href="${page}#${id}">${id}</a>`), ", ");
  const rows = ranks.map(({ label, alone, withOthers, findings }) => [
    label[language],
    links("", alone),
    links("", withOthers),
    links("findings.html", findings),
  ]);
  const heads = [said.value, said.alone, said.withOthers, said.findings];
  const content = markup`<p>${said.printNextLead}</p>\n${
    tableMarkup(said.printNext, { heads, rows })
  }`;
  return ranks.length === 0 ? [] : [{ id: "print-next", said: said.printNext, content }];
}

/** How many verdicts there are of each kind, in words. */
export function countsText(
  rows: readonly { readonly verdict: string }[],
  language: OpenReport["language"],
): string {
  const counts = verdictKinds.map((kind) =>
    [words[language].verdicts[kind], rows.filter(({ verdict }) => verdict === kind).length] as const
  );
  return counts.filter(([, count]) => count > 0).map((count) => count.join(" ")).join(", ") ||
    bookWords(language).noneFound;
}

/**
 * What a next edition might print: values whose absence leaves comparisons undecided, first those that settle most.
 *
 * @param report The report with its verdicts.
 * @returns What each value is called, with the ids of claims that lack it alone or with others, and of findings that stay
 *   undecided for want of it.
 */
export function unprintedRanks(report: Pick<OpenReport, "verdicts" | "findings">) {
  const undecided = report.verdicts().map(({ judged }) => judged)
    .filter(({ kind }) => kind === "base-missing").map(({ claim }) => claim);
  const values = new Map(
    undecided.flatMap(({ missing }) => missing.map(({ id, label }) => [id, label])),
  );
  const ranks = Array.from(values, ([lacking, label]) => {
    const isLacking = ({ id }: { readonly id: string }) => id === lacking;
    const claims = undecided.filter(({ missing }) => missing.some(isLacking));
    const ids = claims.map(({ id }) => id);
    const alone = claims.filter(({ missing }) => missing.every(isLacking)).map(({ id }) => id);
    const withOthers = ids.filter((id) => !alone.includes(id));
    const findings = report.findings.filter(({ verdict, claims }) =>
      verdict === "base-missing" && claims.some((id) => ids.includes(id))
    ).map(({ id }) => id);
    return { label, alone, withOthers, findings };
  });
  return ranks.toSorted((a, b) =>
    b.alone.length - a.alone.length || b.withOthers.length - a.withOthers.length ||
    b.findings.length - a.findings.length
  );
}
