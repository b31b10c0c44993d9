import { verdictText } from "../display/verdict_look.ts";
import type { Problem } from "../errors/problem.ts";
import type { Report } from "../model/report.ts";
import type { OpenReport } from "../report/label_report.ts";
import { repairTexts, verdictStyle } from "./verdict_pages.ts";
import { joinHoles, type Markup, markup } from "../tables/markup.ts";
import { bookWords, definitionList, digestOf, documentHtml } from "./page.ts";

/** The numerals of a ledger that do not stand where it says. */
export function misplacedNumerals(
  numerals: Report["numerals"],
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
 * @param style The style sheet of the book.
 */
export async function annotatedSource(
  report: OpenReport,
  text: string,
  style: string,
): Promise<string> {
  const { language, numerals } = report, said = bookWords(language);
  const byLine = Map.groupBy(numerals, ({ line }) => line);
  const lines = text.split("\n").map((line, index) => {
    let at = 0;
    const own = (byLine.get(index + 1) ?? []).toSorted((a, b) => a.offset - b.offset);
    const parts = own.map(({ offset, printed }) => {
      const id = `n-${index + 1}-${offset}`, before = line.slice(at, offset);
      at = offset + printed.length;
      return markup`${before}<a id="at-${id}" href="#${id}">${printed}</a>`;
    });
    return markup`<p id="line-${index + 1}"><span class="line">${index + 1}</span> ${
      joinHoles([...parts, line.slice(at)], "")
    }</p>`;
  });
  const css = `${style}${verdictStyle}`;
  return documentHtml({
    language,
    policy: `default-src 'none'; style-src ${await digestOf(css)}`,
    title: said.annotated,
    head: `<style>${css}</style>`,
    body: markup`<main class="annotated">
<h1>${said.annotated}</h1>
<p>${said.annotatedLead(numerals.length)}</p>
<div class="source" lang="${report.edition.language}">
${lines}
</div>
<div class="notes">
${notesMarkup(report)}
</div>
</main>`.text,
  });
}

/** What is known of each numeral. */
function notesMarkup(report: OpenReport): Markup[] {
  const { language, numerals, observations, norms, repairs } = report, said = bookWords(language);
  const classes: Readonly<Record<string, string>> = said.numeralClasses;
  const verdicts = report.verdicts();
  return numerals.map(({ line, offset, printed, class: kind, ref }) => {
    const id = `n-${line}-${offset}`, isOf = (row: { readonly id: string }) => row.id === ref;
    const own = verdicts.filter(({ claim, judged: { claim: { relation } } }) =>
      ref !== "" &&
      [claim, relation.result, ...relation.operands, ...relation.divisors].includes(ref)
    );
    const mending = repairs.filter(({ repair }) =>
      repair.cells.some(({ observation }) => isOf(observation))
    );
    const list = definitionList([
      [said.numeralClass, [classes[kind] ?? kind]],
      [
        said.observation,
        observations.filter(isOf).flatMap(({ id, label, period, printed, unitLabel }) => [
          `${label}, ${period}`,
          `${printed.trim()} (${unitLabel})`,
          markup`<code>${id}</code>`,
        ]),
      ],
      [said.norm, norms.filter(isOf).map(({ id }) => markup`<code>${id}</code>`)],
      [
        said.claims,
        own.map(({ statement, verdict, judged }) =>
          markup`${statement} <span data-verdict="${verdict}"><b class="verdict">${
            verdictText(judged, language)
          }</b></span>`
        ),
      ],
      [said.repairs, repairTexts(mending)],
    ]);
    return markup`<section id="${id}" class="note-of"><h2>${printed}</h2>${list}
<p><a href="#at-${id}">${said.backToLine(line)}</a></p></section>`;
  });
}
