import { escape } from "@std/html";
import { figureBundle } from "../figures/figure_bundle.ts";
import { withoutMathematics } from "../tables/escape_markdown.ts";
import { disclosure } from "../tables/disclosure.ts";
import { tableHtml } from "../tables/table_html.ts";
import { tableText } from "../tables/table_text.ts";
import { gridOf, writeTable } from "../tables/write_table.ts";
import type { WrittenTable } from "../tables/written_table.ts";
import type { ChartSpec, ExploredRows } from "./chart_spec.ts";
import type { ColumnWords } from "./column.ts";
import { drawExploration } from "./draw_exploration.ts";
import type { EmbeddedExplorer } from "./embedded_explorer.ts";
import { explorerScript } from "./explorer_script.ts";
import { heading } from "./heading.ts";
import { packRows } from "./packed_rows.ts";
import { explorerWords } from "./words.ts";

/** An explorer in the forms that a front end may show. */
export interface ExplorerBundle {
  readonly "text/html": string;
  readonly "text/plain": string;
  readonly [mediaType: string]: string;
}

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
): ExplorerBundle {
  const { rows, columns, settings, words } = explored;
  const { language } = settings;
  const texts = explorerWords[language];
  const embedded: EmbeddedExplorer = {
    packed: packRows(rows, columns.map(({ key }) => key)),
    words,
    settings,
    start: spec.exploration,
  };
  const values = stillTable(spec, explored);
  return {
    "text/html": [
      `<div data-report-explorer class="${withoutMathematics}" lang="${language}">`,
      ...stillChart(spec, explored),
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

function stillChart(spec: ChartSpec, { settings }: ExploredRows): string[] {
  if (spec.shown.length === 0) {
    return [`<p>${escape(explorerWords[settings.language].nothing)}</p>`];
  }
  const { "image/svg+xml": svg, "text/plain": alt } = drawExploration(spec, settings);
  return [String(figureBundle({ svg: String(svg), alt: String(alt) })["text/html"])];
}

function stillTable(spec: ChartSpec, { settings }: ExploredRows): WrittenTable {
  const { groupLabel, seriesLabel, valueLabel, series, shown, title, decimals, source } = spec;
  const { language } = settings;
  const rows = shown.map(({ group, series: part, value }) => ({
    [heading(groupLabel)]: group,
    ...(series.length === 0 ? {} : { [heading(seriesLabel)]: part }),
    [heading(valueLabel)]: value,
  }));
  const none = [{ [heading(groupLabel)]: explorerWords[language].nothing }];
  return writeTable(gridOf(rows.length === 0 ? none : rows), {
    title,
    ...(source !== "" && { source }),
    language,
    ...(rows.length === 0 ? {} : { columns: { [heading(valueLabel)]: { decimals } } }),
  });
}
