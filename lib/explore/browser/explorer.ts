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
import style from "./explorer.css" with { type: "text" };

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
  for (const name of ["ink", "muted", "grid", "rule", "background", "fontFamily"] as const) {
    body.style.setProperty(`--${name}`, theme[name]);
  }
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

/** Every explorer of the page that none has put in its place yet; pages differ in when they run scripts. */
for (const host of document.querySelectorAll<HTMLElement>("[data-report-explorer]")) {
  const text = host.querySelector("script[type='application/json']")?.textContent;
  if (host.shadowRoot !== null || !text) continue;
  const { packed, words, settings, start }: EmbeddedExplorer = JSON.parse(text);
  const rows = unpackRows(packed);
  mountExplorer(host, { rows, columns: columnsOf(rows, words), settings }, start);
}
