import { nameFields, showCard } from "../display/card.ts";
import { findingLook, lineRanges, verdictColors, verdictLook } from "../display/verdict_look.ts";
import { display } from "../model/displayable.ts";
import { type Label, textIn } from "../model/label.ts";
import { type VerdictKind, verdictKinds } from "../model/verdict.ts";
import type { OpenReport } from "../report/label_report.ts";
import type { FindingRow } from "../report/label_rows.ts";
import { words } from "../words/words.ts";
import { joinHoles, type Markup, markup } from "../tables/markup.ts";
import { bookWords, definitionList, type Page, tableMarkup } from "./page.ts";
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
  const page = { name: "findings.html", title: said.findings, language };
  if (findings.length === 0) {
    return { ...page, body: markup`<h1>${said.findings}</h1>\n<p>${said.noFindings}</p>` };
  }
  const found = verdictKinds.filter((kind) => findings.some(({ verdict }) => verdict === kind));
  const filters: readonly [string, string, ReadonlyMap<string, string>][] = [
    ["verdict", said.verdict, new Map(found.map((kind) => [kind, verdicts[kind]]))],
    ["topic", said.topic, new Map(findings.map((row) => [row.topic, row.topicLabel]))],
    ["kind", said.kind, new Map(findings.map((row) => [row.kind, row.kindLabel]))],
  ];
  const selects = filters.map(([name, label, options]) =>
    markup`<label>${label}<select name="${name}"><option value="">${said.any}</option>${
      [...options].map(([value, text]) => markup`<option value="${value}">${text}</option>`)
    }</select></label>`
  );
  const partOf = ({ verdict }: FindingRow) => open.includes(verdict) ? "others" : "decided";
  const parts = Map.groupBy(findings, partOf);
  const headings = (["decided", "others"] as const).map((id) => ({ id, said: said[id] }));
  return {
    ...page,
    headings,
    body: markup`<h1>${said.findings}</h1>
<div class="filters" data-filters data-shown="${
      said.shown("{kept}", "{total}")
    }" hidden>${selects}<p role="status"></p></div>
${
      headings.map(({ id, said }) => [
        markup`<h2 id="${id}">${said}</h2>`,
        (parts.get(id) ?? []).map((row) => findingMarkup(row, report)),
      ])
    }`,
  };
}

function findingMarkup(
  row: FindingRow,
  { language, observations, repairs }: OpenReport,
): Markup {
  const { id, verdict, judged } = row, said = bookWords(language);
  const { lines: _, finding: __, ...evidence } = findingLook.card(judged, language).fields;
  const claims = [...new Set([...judged.verdicts, ...judged.touched])];
  const broken = new Set(
    claims.filter(({ kind }) => kind === "contradicts").map(({ claim }) => claim.id),
  );
  const fields = definitionList([
    [
      said.printed,
      row.values.flatMap((value) => observations.filter((one) => one.id === value)).map((value) =>
        `${value.label}, ${value.period}: ${
          value.printed.trim() || "–"
        } (${said.line.toLowerCase()} ${value.line}; ${value.id})`
      ),
    ],
    ...nameFields(evidence, language).map(([name, texts]) => [name, [texts].flat()] as const),
    [
      said.computation,
      [joinHoles(
        claims.map(({ claim }) => markup`<a href="claims.html#${claim.id}">${claim.id}</a>`),
        ", ",
      )],
    ],
    [said.erratum, claims.map(({ erratum }) => textIn(erratum?.reason ?? "", language))],
    [
      said.repairs,
      repairTexts(repairs.filter((one) => one.claims.some((claim) => broken.has(claim)))),
    ],
    [said.lines, [
      markup`${
        lineRanges(row.lines)
      } · ${row.kindLabel}, ${row.topicLabel} · <a href="#${id}">${id}</a>`,
    ]],
  ]);
  const head = markup`${row.statement} <b class="verdict">${row.verdictLabel}</b>`;
  return markup`<article id="${id}" data-verdict="${verdict}" data-topic="${row.topic}" data-kind="${row.kind}">${
    open.includes(verdict)
      ? markup`<details><summary>${head}</summary>${fields}</details>`
      : markup`<h3>${head}</h3>${fields}`
  }</article>`;
}

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
      heads: [said.value, said.alone, said.withOthers, said.findings],
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
    [words[language].verdicts[kind], rows.filter(({ verdict }) => verdict === kind).length] as const
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
  const ranks = Map.groupBy(lacking, ({ value }) => value.id).entries().map(([id, all]) => {
    const claims = [...new Set(all.map(({ claim }) => claim))], ids = claims.map(({ id }) => id);
    const alone = claims.filter(({ missing }) => missing.every((value) => value.id === id))
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
