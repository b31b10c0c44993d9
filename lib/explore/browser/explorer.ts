import { theme } from "../../figures/theme.ts";
import {
  chartSpec,
  type EmbeddedExplorer,
  type ExploredRows,
  explorerWords,
} from "../chart_spec.ts";
import { columnsOf, unpackRows } from "../column.ts";
import { completeExploration, type Exploration } from "../exploration.ts";
import { plotCode, startCode } from "../plot_code.ts";
import { chartView, valueTable } from "./chart_view.ts";
import { controls, filterPanel } from "./controls.ts";
import { codePanel, downloads } from "./downloads.ts";
import { html } from "./element.ts";

/**
 * Puts an explorer in the place of the still chart of an element.
 *
 * It lives in a shadow tree: the page's style sheets, ids and other explorers do not touch it, nor it them.
 *
 * @param host The element.
 * @param explored The rows, their columns and the settings.
 * @param start What is shown first.
 */
function mountExplorer(host: HTMLElement, explored: ExploredRows, start: Exploration): void {
  const { language } = explored.settings;
  const words = explorerWords[language];
  const root = host.attachShadow({ mode: "open" });
  const open = new Set(Object.keys(start.where));
  const bar = html("div", { class: "controls" });
  const filter = html("div");
  const title = html("h3");
  const picture = html("div", { class: "picture" });
  const counts = html("p", { class: "counts", role: "status" });
  const note = html("p", { class: "note" });
  const source = html("p", { class: "source" });
  const shown = () => ({
    spec: chartSpec(exploration, explored),
    chart: picture.querySelector<SVGSVGElement>("svg.chart"),
  });
  const code = codePanel(language, downloads(shown, words.download));
  const parts = [bar, filter, title, picture, counts, note, source, code.panel];
  const body = html("section", { lang: language }, parts);
  // A page may forbid styles that stand in it.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  root.append(body);
  let exploration = completeExploration(start, explored.columns);
  let width = 0;
  const draw = () => {
    const spec = chartSpec(exploration, explored);
    const { settings } = explored;
    title.textContent = spec.title;
    body.setAttribute("aria-label", `${words.explorer}: ${spec.title}`);
    picture.replaceChildren(
      spec.shown.length === 0
        ? html("p", { class: "view" }, words.nothing)
        : exploration.chart === "table"
        ? valueTable(spec, settings)
        : chartView(spec, settings, Math.max(260, Math.min(width, 860))),
    );
    counts.textContent = words.shown(spec.rowCount, explored.rows.length);
    note.textContent = spec.note;
    source.textContent = spec.source;
    code.set({ code: plotCode(spec, settings), start: startCode(exploration) });
    // The page may keep what is shown, as in its address.
    host.dispatchEvent(new CustomEvent("explored", { detail: exploration, bubbles: true }));
  };
  const choose = (change: Partial<Exploration>) => {
    const anew = change.group !== undefined && { order: undefined };
    const wanted = { ...exploration, ...anew, ...change };
    exploration = completeExploration(wanted, explored.columns);
    const place = root.activeElement && path(root.activeElement);
    render();
    if (place) root.querySelector<HTMLElement>(place)?.focus();
  };
  const render = () => {
    bar.replaceChildren(...controls(exploration, explored, choose));
    filter.replaceChildren(filterPanel(exploration, explored, { choose, open }));
    draw();
  };
  new ResizeObserver(([entry]) => {
    const now = Math.floor(entry.contentRect.width);
    if (now === width || now === 0) return;
    width = now;
    draw();
  }).observe(picture);
  width = Math.floor(picture.getBoundingClientRect().width) || 720;
  render();
}

/** A selector for a control that is made anew on every choice. */
function path(focused: Element): string | undefined {
  if (focused instanceof HTMLSelectElement) return `select[name="${focused.name}"]`;
  const column = focused.closest("[data-column]");
  if (column === null) return undefined;
  const at = [...column.querySelectorAll("input")].indexOf(focused as HTMLInputElement);
  const key = CSS.escape(column.getAttribute("data-column") ?? "");
  return at < 0 ? undefined : `[data-column="${key}"] label:nth-child(${at + 1}) input`;
}

/** The explorer's own style sheet; it brings its own light ground, for dark themes too. */
const style = `
:host { display: block; max-width: 900px; margin: 4px 0; }
* { box-sizing: border-box; }
section { background: ${theme.background}; color: ${theme.ink}; color-scheme: light;
  font: 13px/1.4 system-ui, ${theme.fontFamily}; padding: 12px 14px; border: 1px solid ${theme.grid};
  border-radius: 6px; text-align: left; }
.controls { display: grid; grid-template-columns: repeat(auto-fill, minmax(124px, 1fr)); gap: 8px 10px; }
.controls label, .controls span { display: block; min-width: 0; }
.controls span, .filter > span { color: ${theme.muted}; font-size: 12px; }
select, button { font: inherit; color: inherit; background: #fff; border: 1px solid #8c959f;
  border-radius: 4px; padding: 4px 6px; min-height: 30px; max-width: 100%; }
select { width: 100%; text-overflow: ellipsis; }
button { cursor: pointer; padding: 4px 10px; }
button:hover, select:hover { border-color: ${theme.ink}; }
:focus-visible { outline: 2px solid #1f4e8c; outline-offset: 2px; }
.filter { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: baseline; margin: 10px 0 0; }
summary { cursor: pointer; overflow-wrap: anywhere; }
summary b { font-weight: 600; color: #1f4e8c; }
details[open][data-column] { flex-basis: 100%; }
.values { display: flex; flex-wrap: wrap; gap: 2px 14px; margin: 4px 0 6px; max-height: 180px; overflow: auto;
  padding: 4px; }
.values label { display: inline-flex; gap: 4px; align-items: baseline; }
small { color: ${theme.muted}; }
h3 { font-size: 15px; line-height: 1.3; margin: 14px 0 6px; font-weight: 600; }
.picture { position: relative; min-width: 0; }
.view { position: relative; margin: 0; }
.scroll { overflow: auto; max-height: 420px; }
.chart { display: block; max-width: 100%; height: auto; overflow: visible; }
.mark { cursor: default; }
.mark:hover { filter: brightness(1.15); }
.mark:focus { outline: none; stroke: ${theme.ink}; stroke-width: 2; }
.label, .name, .tick { pointer-events: none; }
.tip { position: absolute; z-index: 1; pointer-events: none; background: ${theme.background};
  border: 1px solid ${theme.muted}; border-radius: 4px; padding: 6px 8px; max-width: min(300px, 100%);
  box-shadow: 0 2px 8px #0003; font-size: 12px; overflow-wrap: anywhere; }
.tip[hidden] { display: none; }
.tip ul { margin: 4px 0 0; padding-left: 16px; }
table { border-collapse: collapse; }
th, td { padding: 3px 10px 3px 0; text-align: left; font-weight: 400; border-bottom: 1px solid ${theme.rule};
  vertical-align: top; }
thead th { font-weight: 600; position: sticky; top: 0; background: ${theme.background}; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.counts, .note, .source { margin: 2px 0; color: ${theme.muted}; font-size: 12px; }
.panel { margin-top: 8px; display: flex; flex-wrap: wrap; gap: 6px; align-items: baseline; }
.whole { flex-basis: 100%; margin-top: 6px; }
.said { color: ${theme.muted}; }
.code { display: block; width: 100%; margin-top: 4px; font: 12px/1.4 monospace; color: inherit;
  background: #f6f8fa; border: 1px solid ${theme.grid}; border-radius: 4px; padding: 8px; resize: vertical; }
`;

/** Every explorer of the page that none has put in its place yet; pages differ in when they run scripts. */
for (const host of document.querySelectorAll<HTMLElement>("[data-report-explorer]")) {
  const text = host.querySelector("script[type='application/json']")?.textContent;
  if (host.shadowRoot !== null || !text) continue;
  const { packed, words, settings, start }: EmbeddedExplorer = JSON.parse(text);
  const rows = unpackRows(packed);
  mountExplorer(host, { rows, columns: columnsOf(rows, words), settings }, start);
}
