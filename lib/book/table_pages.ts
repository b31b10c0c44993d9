import { listColumns } from "../explore/column.ts";
import { explore, type ExploreOptions } from "../explore/explore.ts";
import { UsageError } from "../errors/usage_error.ts";
import { display } from "../model/displayable.ts";
import type { Located, OpenReport } from "../report/label_report.ts";
import { markup } from "../tables/markup.ts";
import { bookWords, mainPage, type Page, type Section, tableMarkup } from "./page.ts";
import type { Site } from "./site.ts";

/** The page on which a reader explores the initiatives, the verdicts and what the first table prints. */
export function explorerPage(report: OpenReport, site: Site): Page {
  const { language, initiatives } = report, said = bookWords(language);
  const verdicts = report.verdicts(), table = firstTable(report);
  const cells = table === undefined ? [] : report.table(table), [cell] = cells;
  const { domain, range } = report.verdictScale(verdicts);
  const columns = {
    // The name of each would fill the page.
    ...(cells.length <= mostNamed && { label: said.observation }),
    scopeLabel: said.countedOver,
    populationLabel: said.ofWhom,
    indicatorLabel: said.quantity,
    unitLabel: said.unit,
    period: said.when,
    value: said.value,
  };
  const asked = cells.map(({ scopeLabel, populationLabel, indicatorLabel }) => ({
    scopeLabel,
    populationLabel,
    indicatorLabel,
  }));
  const [{ key: group } = { key: "indicatorLabel" }] = listColumns(asked)
    .filter(({ isGroup }) => isGroup).toSorted((a, b) => b.values.length - a.values.length);
  // Numbers of one bar have one unit, and are of one period.
  const same = group === "indicatorLabel" ? "unitLabel" : "indicatorLabel";
  const section = <Row extends Located & object>(
    id: string,
    [name, rows]: readonly [string, readonly Row[]],
    options: ExploreOptions<Row>,
  ): Section[] => {
    if (rows.length === 0) return [];
    const { html, count } = exploreMost(rows, {
      ...options,
      language,
      source: report.source(rows),
    });
    const heading = count < rows.length ? `${name}: ${said.first(count, rows.length)}` : name;
    const labels = { pictures: `${language}/explorer/${id}`, tableLabel: heading };
    const content = markup`<div data-explored="${id}">${site.clean(html, labels)}</div>`;
    return [{ id, said: heading, content }];
  };
  const sections = [
    ...section("initiatives", [said.initiatives, initiatives], {
      rows: "report.initiatives",
      named: "name",
      counted: said.initiatives,
      labels: said.initiativeColumns,
      start: { group: "audienceLabels", series: "channelLabel" },
    }),
    ...section("claims", [said.claims, verdicts], {
      rows: "report.verdicts()",
      counted: said.claims,
      labels: said.claimColumns,
      colors: Object.fromEntries(domain.map((name, at) => [name, range[at]])),
      start: { group: "topicLabel", series: "verdictName" },
    }),
    ...section("values", [said.printedValues, cells], {
      rows: `report.table("${table}")`,
      labels: columns,
      ...("label" in columns && { named: "label" }),
      start: {
        group,
        measure: "value",
        where: { [same]: [cell?.[same] ?? ""], period: [cell?.period ?? ""] },
      },
    }),
  ];
  return mainPage("explorer", { language, lead: markup`<p>${said.explorerLead}</p>`, sections });
}

/** Of so many printed values each is named. */
const mostNamed = 400;

/** An explorer of the rows, or of the first so many of them as a page holds. */
function exploreMost<Row extends object>(
  rows: readonly Row[],
  options: ExploreOptions<Row>,
): { readonly html: string; readonly count: number } {
  try {
    const html = String(explore(rows, options)[display]()["text/html"]);
    return { html, count: rows.length };
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
  const { language } = report, said = bookWords(language), table = firstTable(report);
  if (table === undefined) {
    return mainPage("whatIf", { language, lead: markup`<p>${said.noTable}</p>` });
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
  const input = ({ id, label, period, printed }: typeof cells[number]) => {
    const value = printed.trim(), named = { "aria-label": `${label}, ${period}` };
    const field = { name: id, value, "data-printed": value, ...named, autocomplete: "off" };
    return markup`<input ${{ ...field, spellcheck: "false" }}>`;
  };
  const rows = [...Map.groupBy(cells, rowOf)].map(([name, row]) => [
    name,
    ...columns.map((column) => row.filter((cell) => columnOf(cell) === column).map(input)),
  ]);
  const lead = markup`<p>${said.whatIfLead}</p>
<noscript><p class="note">${said.needsScript}</p></noscript>
<div class="what-if">
${tableMarkup(table, { heads: [said.value, ...columns], rows })}
<p><button type="button" disabled>${said.restore}</button></p>
<div role="status"><h2>${said.broken}</h2><ul data-broken><li>${said.whatIfStart}</li></ul><h2>${said.suspects}</h2><ul data-suspects><li>–</li></ul></div>
</div>`;
  return mainPage("whatIf", { language, lead, scripts: ["what_if.js"] });
}
