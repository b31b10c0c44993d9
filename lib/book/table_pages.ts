import { explore, type ExploreOptions } from "../explore/explore.ts";
import { display } from "../model/displayable.ts";
import type { Located, OpenReport } from "../report/label_report.ts";
import { words } from "../words/words.ts";
import { bookWords, type Markup, markup, type Page, tableMarkup } from "./page.ts";
import type { Site } from "./site.ts";

/** The page on which a reader explores the initiatives, the verdicts and what the first table prints. */
export function explorerPage(report: OpenReport, site: Site): Page {
  const { language, initiatives } = report, said = bookWords(language);
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
    parts.push({ id, said, html: site.clean(String(shown[display]()["text/html"]), labels) });
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
  const { language } = report, said = bookWords(language);
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
