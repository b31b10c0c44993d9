import { escape } from "@std/html";
import { verdictWords } from "../display/verdict_words.ts";
import { findingLook, lineRanges } from "../display/finding_look.ts";
import { textIn } from "../model/label.ts";
import { type VerdictKind, verdictKinds } from "../model/verdict.ts";
import type { OpenReport } from "../report/label_report.ts";
import type { FindingRow } from "../report/verdict_row.ts";
import { words } from "../words/words.ts";
import type { Page } from "./page.ts";
import { bookWords } from "./words.ts";

/** Verdicts that no printed number settles. */
const open: readonly VerdictKind[] = ["stated", "base-missing", "not-for-numbers"];

/** Names with texts as HTML, as a list of definitions; those without a text are left out. */
export function definitionList(
  fields: readonly { readonly name: string; readonly html: readonly string[] }[],
): string {
  const told = fields.filter(({ html }) => html.some((text) => text !== ""));
  return `<dl>${
    told.map(({ name, html }) => `<dt>${escape(name)}<dd>${html.join("<br>")}`).join("")
  }</dl>`;
}

/** A verdict in its colour, and in words. */
export function verdictHtml(kind: VerdictKind, text: string): string {
  return `<span class="verdict v-${kind}">${escape(text)}</span>`;
}

/**
 * The page of all findings: those that numbers decide, and the others.
 *
 * @param report The report in the page's language.
 */
export function findingsPage(report: OpenReport): Page {
  const { language, findings, repairs } = report, said = bookWords(language);
  const decided = findings.filter(({ verdict }) => !open.includes(verdict));
  const others = findings.filter(({ verdict }) => open.includes(verdict));
  const filter = (name: string, label: string, options: ReadonlyMap<string, string>) =>
    `<label>${label}<select name="${name}"><option value="">${said.any}</option>${
      [...options].map(([value, text]) =>
        `<option value="${escape(value)}">${escape(text)}</option>`
      ).join("")
    }</select></label>`;
  const found = verdictKinds.filter((kind) => findings.some(({ verdict }) => verdict === kind));
  const headings = [
    { id: "decided", html: said.decided },
    { id: "others", html: said.others },
  ];
  const body = `<h1>${said.findings}</h1>
<div class="filters" data-filters data-shown="${said.shown}" hidden>${
    filter(
      "verdict",
      said.verdict,
      new Map(found.map((kind) => [kind, verdictWords[kind][language]])),
    )
  }${
    filter(
      "topic",
      said.section,
      new Map(findings.map(({ topic, topicLabel }) => [topic, topicLabel])),
    )
  }${
    filter("kind", said.kind, new Map(findings.map(({ kind, kindLabel }) => [kind, kindLabel])))
  }<p role="status"></p></div>
<h2 id="decided">${said.decided}</h2>
${decided.map((row) => findingHtml(row, report, repairs)).join("\n")}
<h2 id="others">${said.others}</h2>
${others.map((row) => findingHtml(row, report, repairs)).join("\n")}`;
  return { name: "findings.html", title: said.findings, language, body, headings };
}

function findingHtml(
  row: FindingRow,
  report: OpenReport,
  allRepairs: OpenReport["repairs"],
): string {
  const { id, verdict, verdictLabel, statement, judged } = row;
  const { language } = report, said = bookWords(language), { headings } = words[language];
  const claims = [...new Set([...judged.verdicts, ...judged.touched])];
  const broken = new Set(
    claims.filter(({ kind }) => kind === "contradicts").map(({ claim }) => claim.id),
  );
  const repairs = allRepairs.filter((repair) => repair.claims.some((claim) => broken.has(claim)));
  const values = row.values.flatMap((value) =>
    report.observations.filter((one) => one.id === value)
  );
  const fields = definitionList([
    {
      name: said.prints,
      html: values.map(({ id, label, period, printed, line }) =>
        escape(
          `${label}, ${period}: ${
            printed.trim() || "–"
          } (${headings.line.toLowerCase()} ${line}; ${id})`,
        )
      ),
    },
    ...findingLook.card(judged, language).fields
      .filter(([name]) => name !== headings.lines && name !== headings.finding)
      .map(([name, texts]) => ({ name, html: [texts].flat().map(escape) })),
    {
      name: said.computation,
      html: [
        claims.map(({ claim: { id } }) => `<a href="claims.html#${id}">${escape(id)}</a>`).join(
          ", ",
        ),
      ],
    },
    {
      name: said.erratum,
      html: claims.flatMap(({ erratum }) =>
        erratum === null ? [] : escape(textIn(erratum.reason, language))
      ),
    },
    {
      name: said.repairs,
      html: repairs.map(({ condition, slips }) =>
        escape(slips === "" ? condition : `${condition} (${slips})`)
      ),
    },
    {
      name: said.lines,
      html: [
        `${lineRanges(row.lines)} · ${escape(`${row.kindLabel}, ${row.topicLabel}`)} · <a href="#${
          escape(id)
        }">${escape(id)}</a>`,
      ],
    },
  ]);
  const isOpen = open.includes(verdict);
  const attributes = `id="${escape(id)}" data-verdict="${verdict}" data-topic="${
    escape(row.topic)
  }" data-kind="${row.kind}"`;
  const head = `${escape(statement)} <b class="verdict">${escape(verdictLabel)}</b>`;
  return isOpen
    ? `<article ${attributes}><details><summary>${head}</summary>${fields}</details></article>`
    : `<article ${attributes}><h3>${head}</h3>${fields}</article>`;
}
