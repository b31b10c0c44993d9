import type * as Plots from "@observablehq/plot";
import { escape } from "@std/html";
import { figureBundle } from "../figures/shown_figure.ts";
import { Plot } from "../figures/lazy_plot.ts";
import { display, type MediaBundle } from "../model/displayable.ts";
import type { Language } from "../model/label.ts";
import { withoutMathematics } from "../tables/escape_markdown.ts";
import { formatTable, type FormattedTable, tableText } from "../tables/format_table.ts";
import { disclosure, tableHtml } from "../tables/table_html.ts";
import {
  type ChartSpec,
  type EmbeddedExplorer,
  type ExploredRows,
  type ExplorerSettings,
  gridOf,
} from "./chart_spec.ts";
import { type ColumnWords, packRows } from "./column.ts";
import { explorerScript } from "./explorer_script.ts";
import { inLanguage } from "../words/language.ts";
import { Expression, plotParts } from "./plot_parts.ts";
import { explorerWords } from "./words.ts";

/**
 * Writes an explorer as one piece of HTML: the chart and table that are seen where no script runs, the rows, and the script.
 *
 * @param spec What is shown first.
 * @param explored The rows, their columns with the names that were given, and the settings.
 * @returns HTML and plain text.
 */
export function explorerBundle(
  spec: ChartSpec,
  explored: ExploredRows & { readonly words: ColumnWords },
): MediaBundle {
  const { rows, columns, settings, words } = explored, { language } = settings;
  const texts = explorerWords[language];
  const packed = packRows(rows, columns.map(({ key }) => key));
  const embedded: EmbeddedExplorer = { packed, words, settings, start: spec.exploration };
  const values = stillTable(spec, language);
  return {
    "text/html": [
      `<div data-report-explorer class="${withoutMathematics}" lang="${language}">`,
      stillChart(spec, settings),
      // The explorer's script replaces it; a second one would cost the rows their room.
      disclosure(escape(texts.table), tableHtml(values, { isLive: false })),
      `<p><small>${escape(texts.still)}</small></p>`,
      `<script type="application/json">${scriptJson(embedded)}</script>`,
      `<script>${explorerScript.replaceAll("</script", "<\\/script")}</script>`,
      "</div>",
    ].join("\n"),
    "text/plain": tableText(values),
  };
}

/**
 * JSON that can stand in a script element, whatever texts it holds.
 *
 * @param value What is written.
 * @returns JSON without `<`, `>`, `&` and the line ends that JavaScript alone knows.
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * Draws what an explorer shows as the code that it gives for copying does.
 *
 * @param spec What is shown; a table is drawn as bars or dots.
 * @param settings What the explorer is told about its rows.
 * @returns The figure in every form that a front end may show.
 */
export function drawExploration(spec: ChartSpec, { language }: ExplorerSettings): MediaBundle {
  const { options, marks } = plotParts(spec, language);
  const drawn = marks.map(({ mark, options }) => {
    const draw = Plot[mark] as (rows: ChartSpec["shown"], options: unknown) => Plots.Markish;
    return draw(spec.shown, evaluate(options));
  });
  const all = { ...evaluate(options) as Plots.PlotOptions, marks: drawn };
  return inLanguage(language, () => Plot.plot(all)[display]());
}

/** Options with the values of what is written as code. */
function evaluate(option: unknown): unknown {
  if (option instanceof Expression) return option.value;
  if (typeof option !== "object" || option === null || Array.isArray(option)) return option;
  return Object.fromEntries(
    Object.entries(option).map(([name, inner]) => [name, evaluate(inner)]),
  );
}

function stillChart(spec: ChartSpec, settings: ExplorerSettings): string {
  if (spec.shown.length === 0) {
    return `<p>${escape(explorerWords[settings.language].nothing)}</p>`;
  }
  const { "image/svg+xml": svg, "text/plain": alt } = drawExploration(spec, settings);
  return String(figureBundle({ svg: String(svg), alt: String(alt) })["text/html"]);
}

function stillTable(spec: ChartSpec, language: Language): FormattedTable {
  const { groupLabel, valueLabel, shown, title, decimals, source } = spec;
  const nothing = { headings: [groupLabel], cells: [[explorerWords[language].nothing]] };
  return formatTable(shown.length === 0 ? nothing : gridOf(spec), {
    ...{ title, language, columns: { [valueLabel]: { decimals } } },
    ...(source !== "" && { source }),
  });
}
