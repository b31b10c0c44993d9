import { findingLook, lineRanges, verdictColors, verdictWords } from "../display/verdict_look.ts";
import { textIn } from "../model/label.ts";
import { type VerdictKind, verdictKinds } from "../model/verdict.ts";
import type { OpenReport } from "../report/label_report.ts";
import type { FindingRow } from "../report/label_rows.ts";
import { words } from "../words/words.ts";
import { definitionList, joinHoles, type Markup, markup } from "./markup.ts";
import { bookWords, type Page } from "./page.ts";

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
  const { language, findings } = report, said = bookWords(language);
  const page = { name: "findings.html", title: said.findings, language };
  if (findings.length === 0) {
    return { ...page, body: markup`<h1>${said.findings}</h1>\n<p>${said.noFindings}</p>` };
  }
  const found = verdictKinds.filter((kind) => findings.some(({ verdict }) => verdict === kind));
  const filters: readonly [string, string, ReadonlyMap<string, string>][] = [
    ["verdict", said.verdict, new Map(found.map((kind) => [kind, verdictWords[kind][language]]))],
    ["topic", said.section, new Map(findings.map((row) => [row.topic, row.topicLabel]))],
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
  const { id, verdict, judged } = row, said = bookWords(language), { headings } = words[language];
  const claims = [...new Set([...judged.verdicts, ...judged.touched])];
  const broken = new Set(
    claims.filter(({ kind }) => kind === "contradicts").map(({ claim }) => claim.id),
  );
  const fields = definitionList([
    [
      said.prints,
      row.values.flatMap((value) => observations.filter((one) => one.id === value)).map((value) =>
        `${value.label}, ${value.period}: ${
          value.printed.trim() || "–"
        } (${headings.line.toLowerCase()} ${value.line}; ${value.id})`
      ),
    ],
    ...findingLook.card(judged, language).fields
      .filter(([name]) => name !== headings.lines && name !== headings.finding)
      .map(([name, texts]) => [name, [texts].flat()] as const),
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
