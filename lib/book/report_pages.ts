import { escape } from "@std/html";
import { showCard } from "../display/card.ts";
import { verdictLook } from "../display/verdict_look.ts";
import { verdictWords } from "../display/verdict_words.ts";
import { explore } from "../explore/explore.ts";
import { display } from "../model/displayable.ts";
import { verdictKinds } from "../model/verdict.ts";
import type { OpenReport } from "../report/label_report.ts";
import type { Page } from "./page.ts";
import type { Site } from "./site.ts";
import { printNextHtml } from "./unprinted_ranks.ts";
import { bookWords } from "./words.ts";

/** The page of all claims, each with its computation and the numbers that the print allows. */
export function claimsPage(report: OpenReport, site: Site): Page {
  const { language } = report, said = bookWords(language);
  const topics = Map.groupBy(report.verdicts(), ({ topic }) => topic);
  const body = [...topics].map(([topic, rows]) => {
    const cards = rows.map(({ claim, judged }) => {
      const html = String(
        showCard(verdictLook.card(judged, language), language)[display]()["text/html"],
      );
      const pictures = { pictures: claim, tableLabel: said.computation };
      return `<article id="${escape(claim)}">${site.cleaned(html, pictures)}</article>`;
    });
    return `<h2 id="topic-${escape(topic)}">${escape(rows[0].topicLabel)}</h2>\n${
      cards.join("\n")
    }`;
  });
  const headings = [...topics].map(([topic, [{ topicLabel }]]) => ({
    id: `topic-${topic}`,
    html: escape(topicLabel),
  }));
  headings.push({ id: "print-next", html: said.printNext });
  return {
    ...{ name: "claims.html", title: said.claims, language, headings },
    body: [
      `<h1>${said.claims}</h1>\n<p>${said.claimsLead}</p>`,
      ...body,
      `<h2 id="print-next">${said.printNext}</h2>\n${printNextHtml(report)}`,
    ].join("\n"),
  };
}

/** How many verdicts there are of each kind, in words. */
export function countsText(
  rows: readonly { readonly verdict: string }[],
  language: OpenReport["language"],
): string {
  return verdictKinds.flatMap((kind) => {
    const { length } = rows.filter(({ verdict }) => verdict === kind);
    return length === 0 ? [] : `${verdictWords[kind][language]} ${length}`;
  }).join(", ");
}

/** The page on which a reader explores the initiatives and the verdicts. */
export function explorerPage(report: OpenReport, site: Site): Page {
  const { language, initiatives } = report, said = bookWords(language);
  const verdicts = report.verdicts();
  const explorers = [
    {
      id: "initiatives",
      title: said.initiatives,
      shown: explore(initiatives, {
        ...{ rows: "report.initiatives", named: "name", language, counted: said.initiatives },
        source: report.source(initiatives),
        labels: said.initiativeColumns,
        start: { group: "audienceLabels", series: "channelLabel" },
      }),
    },
    {
      id: "claims",
      title: said.claims,
      shown: explore(verdicts, {
        ...{ rows: "report.verdicts()", language, counted: said.claims },
        source: report.source(verdicts),
        labels: said.claimColumns,
        colors: colorsOf(report),
        start: { group: "topicLabel", series: "verdictName" },
      }),
    },
  ];
  const body = explorers.map(({ id, title, shown }) => {
    const html = String(shown[display]()["text/html"]);
    const cleaned = site.cleaned(html, {
      pictures: `${language}/explorer/${id}`,
      tableLabel: title,
    });
    return `<h2 id="${id}">${title}</h2>\n<div data-explored="${id}">${cleaned}</div>`;
  });
  return {
    ...{ name: "explorer.html", title: said.explorer, language, scripts: ["explorer.js"] },
    headings: explorers.map(({ id, title }) => ({ id, html: title })),
    body: `<h1>${said.explorer}</h1>\n<p>${said.explorerLead}</p>\n${body.join("\n")}`,
  };
}

function colorsOf(report: OpenReport): Record<string, string> {
  const { domain, range } = report.verdictScale(report.verdicts());
  return Object.fromEntries(domain.map((name, at) => [name, range[at]]));
}

/** The page on which a reader prints a number of a table otherwise, and sees what breaks; its tables are those of the report. */
export function whatIfPage(report: OpenReport): Page {
  const { language, observations } = report, said = bookWords(language);
  const names = new Set(
    observations.map(({ id }) => id.split("."))
      .filter(({ length }) => length === 3).map(([table]) => table),
  );
  const tables = [...names].filter((table) => {
    const cells = report.table(table);
    const [rows, columns] = (["label", "period"] as const)
      .map((side) => new Set(cells.map((cell) => cell[side])).size);
    return columns > 1 && rows * columns === cells.length;
  });
  const body = tables.map((table) => {
    const cells = report.table(table);
    const columns = [...new Set(cells.map(({ period }) => period))];
    const rows = Map.groupBy(cells, ({ label }) => label);
    const input = ({ id, label, period, printed }: typeof cells[number]) =>
      `<td align="right"><input name="${escape(id)}" value="${
        escape(printed.trim())
      }" data-printed="${escape(printed)}" aria-label="${
        escape(`${label}, ${period}`)
      }" autocomplete="off" spellcheck="false"></td>`;
    return `<div class="scroll" tabindex="0" role="group" aria-label="${escape(table)}"><table>
<thead><tr><th scope="col">${said.value}</th>${
      columns.map((column) => `<th scope="col" align="right">${escape(column)}</th>`).join("")
    }</tr></thead>
<tbody>${
      [...rows].map(([label, row]) =>
        `<tr><th scope="row">${escape(label)}</th>${
          columns.map((column) => {
            const cell = row.find(({ period }) => period === column);
            return cell === undefined ? "<td></td>" : input(cell);
          }).join("")
        }</tr>`
      ).join("\n")
    }</tbody></table></div>`;
  });
  return {
    ...{ name: "what-if.html", title: said.whatIf, language, scripts: ["what_if.js"] },
    body: `<h1>${said.whatIf}</h1>
<p>${said.whatIfLead}</p>
<noscript><p class="note">${said.needsScript}</p></noscript>
<div class="what-if">
${body.join("\n")}
<p><button type="button" disabled>${said.restore}</button></p>
<div role="status"><h2>${said.broken}</h2><ul data-broken></ul><h2>${said.suspects}</h2><ul data-suspects></ul></div>
</div>`,
  };
}
