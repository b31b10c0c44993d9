import { textWidth } from "../../figures/text_width.ts";
import { theme } from "../../figures/theme.ts";
import { formatNumber } from "../../numbers/format_number.ts";
import { groupOrders, groupRows, textsOf } from "../../rows/group_rows.ts";
import { type Attributes, type Markup, markup, type Part } from "../../tables/markup.ts";
import {
  type ChartSpec,
  type ExploredRows,
  type ExplorerSettings,
  explorerWords,
  gridOf,
} from "../chart_spec.ts";
import type { ExploredColumn } from "../column.ts";
import { choices, type Exploration } from "../exploration.ts";
import { drawMarks } from "./charts.ts";
import { type Mark, shareOf, wrapLabel } from "./marks.ts";

/** How many groups may be shown at most; 0 for all. */
const limits = [10, 20, 40, 0];

/** The lists from which a reader chooses what is shown, each under the name of what it changes. */
export function controls(exploration: Exploration, { columns, settings }: ExploredRows): Part {
  const words = explorerWords[settings.language], { measure, chart } = exploration;
  const possible = choices(exploration, columns);
  type Option = readonly [value: string, text: string];
  const named = (of: readonly ExploredColumn[]) => of.map(({ key, label }): Option => [key, label]);
  const worded = (of: readonly Exploration["statistic" | "chart" | "order"][]) =>
    of.map((word): Option => [word, words[word]]);
  const list = (name: Exclude<keyof Exploration, "where">, options: readonly Option[]) => {
    const chosen = String(exploration[name]), label = words[name];
    return markup`<label><span>${label}</span><select ${{ id: name, name, "aria-label": label }}>${
      options.map(([value, text]) =>
        markup`<option ${{ value, selected: value === chosen }}>${text}</option>`
      )
    }</select></label>`;
  };
  return [
    list("measure", [
      ["", settings.counted],
      ...named(columns.filter(({ isMeasure }) => isMeasure)),
    ]),
    measure !== "" && list("statistic", worded(possible.statistics)),
    list("group", named(columns.filter(({ isGroup }) => isGroup))),
    list("series", [["", words.none], ...named(possible.series)]),
    list("chart", worded(possible.charts)),
    chart !== "line" && list("order", worded(groupOrders)),
    list("limit", limits.map((most) => [`${most}`, most === 0 ? words.all : `${most}`])),
  ];
}

/** The filter: for every column that can be grouped by, its values with how many rows have them. */
export function filterPanel(
  { where }: Exploration,
  { rows, columns, settings }: ExploredRows,
  open: ReadonlySet<string>,
): Part {
  const words = explorerWords[settings.language];
  const parts = columns.filter(({ isGroup, values }) => isGroup && values.length > 1)
    .map(({ key, label, values }) => {
      const chosen = where[key] ?? [];
      const counts = new Map(groupRows(rows, { group: key }).map((one) => [one.group, one.value]));
      const boxes = values.map((value, at) => {
        const checked = chosen.includes(value);
        const box = { type: "checkbox", id: `${key} ${at}`, name: key, value, checked };
        return markup`<label><input ${box}> ${value} <small>${counts.get(value)}</small></label>`;
      });
      const state = { "data-column": key, open: open.has(key) };
      return markup`<details ${state}><summary>${label}${
        chosen.length > 0 && markup`<b> ${chosen.join(", ")}</b>`
      }</summary><div class="values" role="group" aria-label="${label}">${boxes}</div></details>`;
    });
  return [
    markup`<span>${words.filter}</span>`,
    parts,
    Object.keys(where).length > 0 &&
    markup`<button type="button" name="clear">${words.clear}</button>`,
  ];
}

/** What is shown as a table, one row for each part of a group. */
export function valueTable(spec: ChartSpec, { language }: ExplorerSettings): Markup {
  const { decimals, title } = spec, { headings, cells } = gridOf(spec);
  const heads = headings.map((head, at) => {
    const look = { scope: "col", class: at === headings.length - 1 && "number" };
    return markup`<th ${look}>${head}</th>`;
  });
  const rows = cells.map((cells) =>
    markup`<tr>${
      cells.map((cell, at) =>
        typeof cell === "number"
          ? markup`<td class="number">${formatNumber(cell, { language, decimals })}</td>`
          : at === 0
          ? markup`<th scope="row">${cell}</th>`
          : markup`<td>${cell}</td>`
      )
    }</tr>`
  );
  return markup`<div class="view scroll"><table aria-label="${title}"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** How many rows behind a mark are named; how wide the colour of a series is in the legend. */
const mostNamed = 6, swatch = 12;

/** A chart that stands in a page, and what is told of each of its marks. */
export interface DrawnChart {
  readonly content: Markup;
  readonly height: number;
  readonly tips: readonly Markup[];
}

/**
 * Draws what is shown, with a legend.
 *
 * One mark is in the order of the Tab key: arrow keys go from it to the others.
 *
 * @param spec What is shown.
 * @param settings Language, and the column that names a row.
 * @param width Width in pixels.
 */
export function drawChart(
  spec: ChartSpec,
  { language, named }: ExplorerSettings,
  width: number,
): DrawnChart {
  const { exploration: { chart, statistic }, shown, decimals, valueLabel } = spec;
  const { height, behind, marks, before } = drawMarks(spec, { width, language });
  const { entries, above } = legendOf(spec, width);
  const write = (value: number, decimals: number) => formatNumber(value, { language, decimals });
  const valueOf = ({ of }: Mark) =>
    chart === "shares"
      ? `${write(of.value, decimals)} (${write(shareOf(of, shown), 1)} %)`
      : write(of.value, decimals);
  const shapes = marks.map((mark, at) => {
    const { of: { group, series }, shape, color } = mark;
    const name = series === "" ? group : `${group}, ${series}`;
    const label = `${name}: ${valueOf(mark)} (${valueLabel})`;
    const told = { class: "mark", role: "img", tabindex: at === 0 ? 0 : -1, "aria-label": label };
    const tag = "r" in shape ? "circle" : "rect";
    return markup`<${tag} ${{ ...shape, fill: color, ...told }}/>`;
  });
  const tips = marks.map((mark) => {
    const { group, series, rows } = mark.of;
    const names = named === "" ? [] : rows.map((row) => textsOf(row[named]).join(", "));
    const more = names.length - mostNamed;
    const listed = [...names.slice(0, mostNamed), ...more > 0 ? [`… +${more}`] : []];
    return markup`<strong>${series === "" ? group : `${group} · ${series}`}</strong>
<div>${valueLabel}: ${valueOf(mark)}</div>
${
      statistic !== "count" && rows.length !== 1 &&
      markup`<div>${explorerWords[language].rowCount}: ${rows.length}</div>`
    }${listed.length > 0 && markup`<ul>${listed.map((name) => markup`<li>${name}</li>`)}</ul>`}`;
  });
  const content =
    markup`${entries}<g transform="translate(0,${above})">${behind}${shapes}${before}</g>`;
  return { content, height: above + height, tips };
}

/** The colours of the series in rows above a chart, and how high these are. */
function legendOf({ series, exploration }: ChartSpec, width: number) {
  let x = 0, y = 0;
  const entries = (exploration.chart === "matrix" ? [] : series).map(({ label, color }) => {
    const room = swatch + 6 + textWidth(label);
    if (x > 0 && x + room > width) [x, y] = [0, y + 18];
    const place = `translate(${x},${y})`, square = { y: 2, width: swatch, height: swatch };
    x += room + 16;
    return markup`<g class="legend" transform="${place}"><rect ${{
      ...square,
      fill: color,
    }}/><text x="${swatch + 6}" y="12">${label}</text></g>`;
  });
  return { entries, above: entries.length > 0 ? y + 24 : 0 };
}

/** A picture of its own, with the fonts and colours of figures. */
export function picture(
  attributes: Attributes & Record<"width" | "height", number>,
  content: Part,
): Markup {
  const viewBox = `0 0 ${attributes.width} ${attributes.height}`;
  const style = { "font-family": theme.fontFamily, "font-size": theme.textSize, fill: theme.ink };
  return markup`<svg xmlns="http://www.w3.org/2000/svg" ${{
    ...attributes,
    viewBox,
    ...style,
  }}>${content}</svg>`;
}

/** A chart in a picture that stands by itself: with title, note and source. */
export function pictureOf(spec: ChartSpec, settings: ExplorerSettings, width: number): Markup {
  const lineHeight = 18, margin = 10, { content, height } = drawChart(spec, settings, width);
  const title = wrapLabel(spec.title, (width - 2 * margin) / 1.25);
  const notes = [spec.note, spec.source].filter((text) => text !== "")
    .flatMap((text) => wrapLabel(text, width - 2 * margin));
  const top = margin + title.length * lineHeight;
  const whole = top + height + notes.length * lineHeight + margin;
  const write = (lines: readonly string[], top: number, look: Attributes) =>
    lines.map((line, at) => {
      const place = { x: margin, y: top + at * lineHeight };
      return markup`<text ${{ ...place, ...look }}>${line}</text>`;
    });
  return picture({ role: "img", width, height: whole, "aria-label": spec.title }, [
    markup`<rect ${{ width, height: whole, fill: theme.background }}/>`,
    write(title, margin + 12, { "font-weight": "bold", "font-size": 15 }),
    markup`<g transform="translate(0,${top})">${content}</g>`,
    write(notes, top + height + 14, { fill: theme.muted }),
  ]);
}
