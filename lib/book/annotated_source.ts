import { escape } from "@std/html";
import { verdictText } from "../display/verdict_words.ts";
import type { Problem } from "../errors/problem.ts";
import type { Report } from "../model/report.ts";
import type { OpenReport } from "../report/label_report.ts";
import { words } from "../words/words.ts";
import { definitionList, verdictHtml } from "./findings_page.ts";
import { documentHtml } from "./page.ts";
import { bookWords } from "./words.ts";

type Numeral = Report["numerals"][number];

/** The numerals of a ledger that do not stand where it says. */
export function misplacedNumerals(
  numerals: readonly Numeral[],
  { text, path }: { readonly text: string; readonly path: string },
): Problem[] {
  const lines = text.split("\n");
  return numerals.flatMap(({ line, offset, printed }) => {
    const found = (lines[line - 1] ?? "").slice(offset, offset + printed.length);
    const message = `expected "${printed}" of the ledger, found "${found}"`;
    return found === printed ? [] : [{ path, line, column: offset + 1, message }];
  });
}

/**
 * The text of a source as a page, for its reader alone: each numeral of the ledger leads to what is known of it, and back.
 *
 * @param report The report in the language of the page.
 * @param text The text of the source.
 * @param style The style sheet of the page.
 */
export async function annotatedSource(
  report: OpenReport,
  text: string,
  style: string,
): Promise<string> {
  const { language, numerals } = report, said = bookWords(language);
  const byLine = Map.groupBy(numerals, ({ line }) => line);
  const lines = text.split("\n").map((line, index) => {
    const own = (byLine.get(index + 1) ?? []).toSorted((a, b) => a.offset - b.offset);
    let at = 0;
    const parts = own.map((numeral) => {
      const before = line.slice(at, numeral.offset);
      at = numeral.offset + numeral.printed.length;
      const id = placeOf(numeral);
      return `${escape(before)}<a id="at-${id}" href="#${id}">${escape(numeral.printed)}</a>`;
    });
    return `<p id="line-${index + 1}"><span class="line">${index + 1}</span> ${parts.join("")}${
      escape(line.slice(at))
    }</p>`;
  });
  const notes = numerals.map((numeral) => noteHtml(numeral, report));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  const policy = `default-src 'none'; style-src 'sha256-${new Uint8Array(digest).toBase64()}'`;
  return documentHtml({
    language,
    policy,
    title: said.annotated,
    head: `<style>${style}</style>`,
    body: `<main class="annotated">
<h1>${said.annotated}</h1>
<p>${said.annotatedLead(numerals.length)}</p>
<div class="source" lang="${report.edition.language}">
${lines.join("\n")}
</div>
<div class="notes">
${notes.join("\n")}
</div>
</main>`,
  });
}

function placeOf({ line, offset }: Numeral): string {
  return `n-${line}-${offset}`;
}

function noteHtml(numeral: Numeral, report: OpenReport): string {
  const { language } = report, said = bookWords(language), { headings } = words[language];
  const { line, printed, class: kind, ref } = numeral;
  const id = placeOf(numeral);
  const row = report.observations.find((one) => one.id === ref);
  const norm = report.norms.find((one) => one.id === ref);
  const verdicts = report.verdicts().filter(({ claim, judged: { claim: { relation } } }) =>
    ref !== "" && [claim, relation.result, ...relation.operands, ...relation.divisors].includes(ref)
  );
  const repairs = report.repairs.filter(({ repair }) =>
    repair.cells.some(({ observation }) => observation.id === ref)
  );
  const list = definitionList([
    { name: said.numeralClass, html: [escape(kind)] },
    {
      name: said.observation,
      html: row === undefined ? [] : [
        escape(`${row.label}, ${row.period}`),
        escape(`${row.printed.trim()} (${row.unitLabel})`),
        `<code>${escape(row.id)}</code>`,
      ],
    },
    { name: headings.norm, html: norm === undefined ? [] : [`<code>${escape(norm.id)}</code>`] },
    {
      name: said.claims,
      html: verdicts.map((verdict) =>
        `${escape(verdict.statement)} ${
          verdictHtml(verdict.verdict, verdictText(verdict.judged, language))
        }`
      ),
    },
    {
      name: said.repairs,
      html: repairs.map(({ condition, slips }) =>
        escape(slips === "" ? condition : `${condition} (${slips})`)
      ),
    },
  ]);
  return `<section id="${id}" class="note-of"><h2>${escape(printed)}</h2>${list}
<p><a href="#at-${id}">${said.backToLine(line)}</a></p></section>`;
}
