import { showCard } from "../display/card.ts";
import { verdictLook } from "../display/verdict_look.ts";
import { verdictWords } from "../display/verdict_words.ts";
import { explore, type ExploreOptions } from "../explore/explore.ts";
import { display } from "../model/displayable.ts";
import { verdictKinds } from "../model/verdict.ts";
import type { OpenReport } from "../report/label_report.ts";
import type { Located } from "../report/source_text.ts";
import { words } from "../words/words.ts";
import { joined, type Markup, markup, tableMarkup } from "./markup.ts";
import type { Page } from "./page.ts";
import type { Site } from "./site.ts";
import { unprintedRanks } from "./unprinted_ranks.ts";
import { bookWords } from "./words.ts";

/** The page of all claims, each with its computation and the numbers that the print allows. */
export function claimsPage(report: OpenReport, site: Site): Page {
  const { language } = report, said = bookWords[language];
  const topics = [...Map.groupBy(report.verdicts(), ({ topic }) => topic)];
  const printNext = printNextMarkup(report);
  const headings = topics.map(([topic, [{ topicLabel }]]) => ({
    id: `topic-${topic}`,
    said: topicLabel,
  }));
  const next = { id: "print-next", said: said.printNext };
  const cards = topics.map(([, rows]) =>
    rows.map(({ claim, judged }) => {
      const card = showCard(verdictLook.card(judged, language), language)[display]();
      const labels = { pictures: claim, tableLabel: said.computation };
      return markup`<article id="${claim}">${
        site.cleaned(String(card["text/html"]), labels)
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
  const { language } = report, said = bookWords[language];
  const ranks = unprintedRanks(report);
  const links = (page: string, ids: readonly string[]) =>
    ids.length === 0
      ? "–"
      : joined(ids.map((id) => markup`<a href="${page}#${id}">${id}</a>`), ", ");
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
    bookWords[language].noneFound;
}

/** The page on which a reader explores the initiatives, the verdicts and what the first table prints. */
export function explorerPage(report: OpenReport, site: Site): Page {
  const { language, initiatives } = report, said = bookWords[language];
  const verdicts = report.verdicts(), table = firstTable(report);
  const cells = table === undefined ? [] : report.table(table);
  const { domain, range } = report.verdictScale(verdicts), { headings } = words[language];
  const columns = {
    label: said.observation,
    scopeLabel: headings.countedOver,
    populationLabel: headings.ofWhom,
    indicatorLabel: headings.quantity,
    unitLabel: headings.unit,
    period: headings.when,
    value: said.value,
  };
  const kinds = (column: keyof typeof columns) => new Set(cells.map((cell) => cell[column])).size;
  const [group] = (["scopeLabel", "populationLabel", "indicatorLabel"] as const)
    .toSorted((a, b) => kinds(b) - kinds(a));
  // Numbers of one bar have one unit, and are of one period.
  const same = group === "indicatorLabel" ? "unitLabel" : "indicatorLabel";
  const parts: { id: string; said: string; html: Markup }[] = [];
  const add = <Row extends Located & object>(
    id: string,
    [said, rows]: readonly [string, readonly Row[]],
    options: ExploreOptions<Row>,
  ) => {
    if (rows.length === 0) return;
    const shown = explore(rows, { ...options, language, source: report.source(rows) });
    const labels = { pictures: `${language}/explorer/${id}`, tableLabel: said };
    parts.push({ id, said, html: site.cleaned(String(shown[display]()["text/html"]), labels) });
  };
  add("initiatives", [said.initiatives, initiatives], {
    ...{ rows: "report.initiatives", named: "name", counted: said.initiatives },
    labels: said.initiativeColumns,
    start: { group: "audienceLabels", series: "channelLabel" },
  });
  add("claims", [said.claims, verdicts], {
    ...{ rows: "report.verdicts()", counted: said.claims, labels: said.claimColumns },
    colors: Object.fromEntries(domain.map((name, at) => [name, range[at]])),
    start: { group: "topicLabel", series: "verdictName" },
  });
  add("values", [said.printedValues, cells], {
    ...{ rows: `report.table("${table}")`, named: "label", labels: columns },
    start: {
      ...{ group, measure: "value" },
      where: { [same]: [cells[0]?.[same] ?? ""], period: [cells[0]?.period ?? ""] },
    },
  });
  return {
    ...{ name: "explorer.html", title: said.explorer, language, headings: parts },
    body: markup`<h1>${said.explorer}</h1>
<p>${said.explorerLead}</p>
${
      parts.map(({ id, said, html }) =>
        markup`<h2 id="${id}">${said}</h2>\n<div data-explored="${id}">${html}</div>`
      )
    }`,
  };
}

function firstTable({ observations }: OpenReport): string | undefined {
  return observations.find(({ cell }) => cell !== undefined)?.cell?.table;
}

/** The page on which a reader prints a number of the first table otherwise, and sees what breaks. */
export function whatIfPage(report: OpenReport): Page {
  const { language } = report, said = bookWords[language];
  const table = firstTable(report);
  const page = { name: "what-if.html", title: said.whatIf, language };
  if (table === undefined) {
    return { ...page, body: markup`<h1>${said.whatIf}</h1>\n<p>${said.noTable}</p>` };
  }
  const cells = report.table(table);
  const columns = [...new Set(cells.map(({ period }) => period))];
  const input = ({ id, label, period, printed }: typeof cells[number]) =>
    markup`<input name="${id}" value="${printed.trim()}" data-printed="${printed.trim()}" aria-label="${label}, ${period}" autocomplete="off" spellcheck="false">`;
  const rows = [...Map.groupBy(cells, ({ label }) => label)].map(([label, row]) => [
    label,
    ...columns.map((column) => row.filter(({ period }) => period === column).map(input)),
  ]);
  return {
    ...{ ...page, scripts: ["what_if.js"] },
    body: markup`<h1>${said.whatIf}</h1>
<p>${said.whatIfLead}</p>
<noscript><p class="note">${said.needsScript}</p></noscript>
<div class="what-if">
${tableMarkup(table, { heads: [said.value, ...columns], rows })}
<p><button type="button" disabled>${said.restore}</button></p>
<div role="status"><h2>${said.broken}</h2><ul data-broken><li>${said.whatIfStart}</li></ul><h2>${said.suspects}</h2><ul data-suspects><li>–</li></ul></div>
</div>`,
  };
}
