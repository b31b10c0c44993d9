import { columnsOf } from "../explore/column.ts";
import { explore, type ExploreOptions } from "../explore/explore.ts";
import { UsageError } from "../errors/usage_error.ts";
import { display, type Displayable } from "../model/displayable.ts";
import type { Located, OpenReport } from "../report/label_report.ts";
import { words } from "../words/words.ts";
import { type Markup, markup } from "../tables/markup.ts";
import { bookWords, type Page, tableMarkup } from "./page.ts";
import type { Site } from "./site.ts";

/** The page on which a reader explores the initiatives, the verdicts and what the first table prints. */
export function explorerPage(report: OpenReport, site: Site): Page {
  const { language, initiatives } = report, said = bookWords(language), { first } = said;
  const verdicts = report.verdicts(), table = firstTable(report);
  const cells = table === undefined ? [] : report.table(table);
  const { domain, range } = report.verdictScale(verdicts), { headings } = words[language];
  const columns = {
    // The name of each would fill the page.
    ...(cells.length <= mostNamed && { label: said.observation }),
    scopeLabel: headings.countedOver,
    populationLabel: headings.ofWhom,
    indicatorLabel: headings.quantity,
    unitLabel: headings.unit,
    period: headings.when,
    value: said.value,
  };
  const asked = cells.map(({ scopeLabel, populationLabel, indicatorLabel }) => ({
    ...{ scopeLabel, populationLabel, indicatorLabel },
  }));
  const [{ key: group } = { key: "indicatorLabel" }] = columnsOf(asked)
    .filter(({ isGroup }) => isGroup).toSorted((a, b) => b.values.length - a.values.length);
  // Numbers of one bar have one unit, and are of one period.
  const same = group === "indicatorLabel" ? "unitLabel" : "indicatorLabel";
  const parts: { id: string; said: string; html: Markup }[] = [];
  const add = <Row extends Located & object>(
    id: string,
    [said, rows]: readonly [string, readonly Row[]],
    options: ExploreOptions<Row>,
  ) => {
    if (rows.length === 0) return;
    const told = { ...options, language, source: report.source(rows) };
    const { explorer, count } = exploreMost(rows, told);
    const heading = count < rows.length ? `${said}: ${first(count, rows.length)}` : said;
    const labels = { pictures: `${language}/explorer/${id}`, tableLabel: heading };
    const html = site.clean(String(explorer[display]()["text/html"]), labels);
    parts.push({ id, said: heading, html });
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
    ...{ rows: `report.table("${table}")`, labels: columns },
    ...("label" in columns && { named: "label" }),
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

/** Of so many printed values each is named. */
const mostNamed = 400;

/** An explorer of the rows, or of the first so many of them as a page holds. */
function exploreMost<Row extends object>(
  rows: readonly Row[],
  options: ExploreOptions<Row>,
): { readonly explorer: Displayable; readonly count: number } {
  try {
    return { explorer: explore(rows, options), count: rows.length };
  } catch (error) {
    if (!(error instanceof UsageError) || rows.length === 1) throw error;
    return exploreMost(rows.slice(0, Math.floor(rows.length / 2)), options);
  }
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
  const isOfOnePeriod = new Set(cells.map(({ period }) => period)).size === 1;
  const places = (["scopeLabel", "populationLabel", "territoryLabel"] as const)
    .filter((key) => cells.some((cell) => cell[key] !== cells[0][key]));
  const rowOf = (cell: typeof cells[number]) =>
    isOfOnePeriod ? places.map((key) => cell[key]).join(", ") : cell.label;
  const columnOf = ({ period, indicatorLabel }: typeof cells[number]) =>
    isOfOnePeriod ? indicatorLabel : period;
  const columns = [...new Set(cells.map(columnOf))];
  const input = ({ id, label, period, printed }: typeof cells[number]) =>
    markup`<input name="${id}" value="${printed.trim()}" data-printed="${printed.trim()}" aria-label="${label}, ${period}" autocomplete="off" spellcheck="false">`;
  const rows = [...Map.groupBy(cells, rowOf)].map(([name, row]) => [
    name,
    ...columns.map((column) => row.filter((cell) => columnOf(cell) === column).map(input)),
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
