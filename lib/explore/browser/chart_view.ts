import { textWidth } from "../../figures/text_width.ts";
import { formatNumber } from "../../numbers/format_number.ts";
import { type ChartSpec, type ExplorerSettings, explorerWords, gridOf } from "../chart_spec.ts";
import { type Child, fill, html, svg } from "./element.ts";
import { type Mark, picture, shareOf } from "./marks.ts";
import { lineChart, matrixChart, rowChart } from "./charts.ts";
import { textsOf } from "../../rows/group_rows.ts";

/** How many rows behind a mark are named. */
const mostNamed = 6;

/** How wide the colour of a series is in the legend, in pixels. */
const swatch = 12;

/**
 * A chart whose marks tell their values under the pointer and under the keyboard's focus.
 *
 * One mark is in the order of the Tab key; arrow keys go from it to the others.
 *
 * @param spec What is shown.
 * @param settings Language, and the column that names a row.
 * @param width Width in pixels.
 * @returns The chart with its legend and tip.
 */
export function chartView(spec: ChartSpec, settings: ExplorerSettings, width: number): HTMLElement {
  const { language } = settings;
  const { chart: type } = spec.exploration;
  const draw = type === "line" ? lineChart : type === "matrix" ? matrixChart : rowChart;
  const { content, height, marks } = draw(spec, { width, language });
  const tip = html("div", { class: "tip", hidden: true });
  const { entries, above } = legendOf(spec, width);
  const chart = picture(
    { class: "chart", role: "group", "aria-label": spec.title, width, height: above + height },
    entries,
    svg("g", { transform: `translate(0,${above})` }, content),
  );
  const view = html("div", { class: "view" }, chart, tip);
  const show = (mark: Mark, shape: SVGElement) => {
    tip.replaceChildren();
    fill(tip, {}, tipLines(mark, spec, settings));
    tip.hidden = false;
    const at = shape.getBoundingClientRect(), frame = view.getBoundingClientRect();
    const left = at.left + at.width / 2 - frame.left - tip.offsetWidth / 2;
    const above = at.top - frame.top - tip.offsetHeight - 6;
    tip.style.left = `${Math.max(0, Math.min(width - tip.offsetWidth, left))}px`;
    tip.style.top = `${above < 0 ? at.bottom - frame.top + 6 : above}px`;
  };
  const hide = () => tip.hidden = true;
  marks.forEach(({ mark, shape }, index) => {
    const { group, series } = mark.of, name = series === "" ? group : `${group}, ${series}`;
    const onpointerenter = () => show(mark, shape);
    const onkeydown = (event: KeyboardEvent) => {
      if (event.key === "Escape") return hide();
      const step = steps[event.key], next = marks[index + step]?.shape;
      if (step === undefined) return;
      event.preventDefault();
      if (next === undefined) return;
      shape.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    };
    fill(shape, {
      ...{ fill: mark.color, class: "mark", role: "img", tabindex: index === 0 ? 0 : -1 },
      "aria-label": `${name}: ${valueText(mark, spec, settings)} (${spec.valueLabel})`,
      ...{ onpointerenter, onfocus: onpointerenter, onpointerleave: hide, onblur: hide, onkeydown },
    });
  });
  return view;
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** The colours of the series in rows above a chart, and how high these are. */
function legendOf({ series, exploration }: ChartSpec, width: number) {
  const isNamed = exploration.chart !== "matrix";
  let x = 0, y = 0;
  const entries = series.filter(() => isNamed).map(({ label, color }) => {
    const room = swatch + 6 + textWidth(label);
    if (x > 0 && x + room > width) [x, y] = [0, y + 18];
    const transform = `translate(${x},${y})`, shape = { y: 2, width: swatch, height: swatch };
    x += room + 16;
    const text = svg("text", { x: swatch + 6, y: 12 }, label);
    return svg("g", { class: "legend", transform }, svg("rect", { ...shape, fill: color }), text);
  });
  return { entries, above: entries.length > 0 ? y + 24 : 0 };
}

function valueText(
  { of }: Mark,
  { decimals, exploration, shown }: ChartSpec,
  { language }: ExplorerSettings,
): string {
  const text = formatNumber(of.value, { language, decimals });
  if (exploration.chart !== "shares") return text;
  return `${text} (${formatNumber(shareOf(of, shown), { language, decimals: 1 })} %)`;
}

function tipLines(mark: Mark, spec: ChartSpec, settings: ExplorerSettings): Child[] {
  const { group, series, rows } = mark.of;
  const words = explorerWords[settings.language];
  const names = settings.named === ""
    ? []
    : rows.map((row) => textsOf(row[settings.named]).join(", "));
  const more = names.length - mostNamed;
  const listed = [...names.slice(0, mostNamed), ...more > 0 ? [`… +${more}`] : []];
  return [
    html("strong", {}, series === "" ? group : `${group} · ${series}`),
    html("div", {}, `${spec.valueLabel}: ${valueText(mark, spec, settings)}`),
    spec.exploration.statistic !== "count" && rows.length !== 1 &&
    html("div", {}, `${words.rowCount}: ${rows.length}`),
    names.length > 0 && html("ul", {}, listed.map((name) => html("li", {}, name))),
  ];
}

/**
 * What is shown as a table.
 *
 * @param spec What is shown.
 * @param settings The language of its numbers.
 * @returns One row for each part of a group.
 */
export function valueTable(spec: ChartSpec, { language }: ExplorerSettings): HTMLElement {
  const { decimals, title } = spec;
  const { headings, cells } = gridOf(spec);
  const classOf = (at: number) => at === headings.length - 1 ? "number" : undefined;
  const heads = headings.map((head, at) => html("th", { scope: "col", class: classOf(at) }, head));
  const body = cells.map((parts) =>
    html(
      "tr",
      {},
      parts.map((part, at) => {
        const text = typeof part === "number" ? formatNumber(part, { language, decimals }) : part;
        return at === 0
          ? html("th", { scope: "row" }, text)
          : html("td", { class: classOf(at) }, text);
      }),
    )
  );
  const parts = [html("thead", {}, html("tr", {}, heads)), html("tbody", {}, body)];
  return html("div", { class: "view scroll" }, html("table", { "aria-label": title }, parts));
}
