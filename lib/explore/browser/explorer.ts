import { theme } from "../../figures/theme.ts";
import { type Markup, markup } from "../../tables/markup.ts";
import { spreadsheetText } from "../../tables/spreadsheet_text.ts";
import {
  type ChartSpec,
  chartSpec,
  type EmbeddedExplorer,
  type ExploredRows,
  explorerWords,
  gridOf,
} from "../chart_spec.ts";
import { listColumns, unpackRows } from "../column.ts";
import { completeExploration, type Exploration } from "../exploration.ts";
import { plotCode, startCode } from "../plot_code.ts";
import style from "./explorer.css" with { type: "text" };
import { tellMarks } from "./marks.ts";
import { controls, drawChart, filterPanel, picture, pictureOf, valueTable } from "./view.ts";

/**
 * Puts an explorer in the place of the still chart of an element.
 *
 * It lives in a shadow tree: the page's style sheets, ids and other explorers do not touch it, nor it them.
 *
 * @param host The element.
 * @param explored The rows, their columns and the settings.
 * @param start What is shown first.
 */
function mountExplorer(
  host: HTMLElement,
  explored: ExploredRows,
  start: Partial<Exploration>,
): void {
  const { settings, rows, columns } = explored, words = explorerWords[settings.language];
  const root = host.attachShadow({ mode: "open" });
  // A page may forbid styles that stand in it.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const buttons = [
    ["code", words.copy],
    ["start", words.copyStart],
    ...["CSV", "SVG", "PNG"].map((format) => [format, words.download(format)]),
  ];
  root.innerHTML = markup`<section lang="${settings.language}">
<div class="controls"></div><div class="filter" role="group" aria-label="${words.filter}"></div>
<h3></h3><div class="picture"></div>
<p class="counts" role="status"></p><p class="note"></p><p class="source"></p>
<div class="panel">${
    buttons.map(([name, text]) => markup`<button type="button" name="${name}">${text}</button>`)
  }<span class="said" role="status"></span>
<details class="whole"><summary>${words.code}</summary>
<textarea class="code" readonly rows="12" spellcheck="false" wrap="off" aria-label="${words.code}"></textarea>
</details></div></section>`.text;
  const section = root.querySelector("section")!, code = root.querySelector("textarea")!;
  const [bar, filter, title, chart, counts, note, source] = section.children;
  const said = section.querySelector(".said")!;
  for (const name of ["ink", "muted", "grid", "rule", "background", "fontFamily"] as const) {
    section.style.setProperty(`--${name}`, theme[name]);
  }
  let exploration = completeExploration(start, columns), spec = chartSpec(exploration, explored);
  let room = Math.floor(chart.getBoundingClientRect().width) || 720;
  let tips: readonly Markup[] = [];
  const open = new Set(Object.keys(exploration.where));
  const widthOf = () => Math.max(260, Math.min(room, 860));

  /** The chart with what is told of its marks, which a table has not. */
  const view = (): Markup => {
    tips = [];
    if (spec.shown.length === 0) return markup`<p class="view">${words.nothing}</p>`;
    if (exploration.chart === "table") return valueTable(spec, settings);
    const width = widthOf(), drawn = drawChart(spec, settings, width);
    tips = drawn.tips;
    const look = { class: "chart", role: "group", "aria-label": spec.title };
    const svg = picture({ ...look, width, height: drawn.height }, drawn.content);
    return markup`<div class="view">${svg}<div class="tip" hidden></div></div>`;
  };
  const render = () => {
    spec = chartSpec(exploration, explored);
    bar.innerHTML = markup`${controls(exploration, explored)}`.text;
    filter.innerHTML = markup`${filterPanel(exploration, explored, open)}`.text;
    chart.innerHTML = view().text;
    title.textContent = spec.title;
    section.setAttribute("aria-label", `${words.explorer}: ${spec.title}`);
    counts.textContent = words.shown(spec.rowCount, rows.length);
    note.textContent = spec.note;
    source.textContent = spec.source;
    code.value = plotCode(spec, settings);
    said.textContent = "";
    // The page may keep what is shown, as in its address.
    host.dispatchEvent(new CustomEvent("explored", { detail: exploration, bubbles: true }));
  };
  const choose = (change: Partial<Exploration>) => {
    const anew = change.group !== undefined && { order: undefined };
    exploration = completeExploration({ ...exploration, ...anew, ...change }, columns);
    const focused = root.activeElement?.id ?? "";
    render();
    root.getElementById(focused)?.focus();
  };
  // A page may keep scripts from the clipboard, as frames do: the text is then selected, to be copied by hand.
  const copy = async (text: string, done: string) => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = done;
    } catch {
      code.value = text;
      code.closest("details")!.open = true;
      code.select();
      said.textContent = document.execCommand("copy") ? done : words.copyByHand;
    }
  };
  const addressOf: Readonly<Record<string, () => string | Promise<string>>> = {
    CSV: () => `data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(spec))}`,
    SVG: () => {
      const { text } = pictureOf(spec, settings, widthOf());
      return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    },
    PNG: async () => await pngOf(await addressOf.SVG()),
  };
  section.addEventListener("click", async ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    const { name } = target;
    if (name === "clear") choose({ where: {} });
    else if (name === "code") await copy(plotCode(spec, settings), words.copied);
    else if (name === "start") await copy(startCode(exploration), words.startCopied);
    else if (name === "CSV" || tips.length > 0) {
      const file = spec.title.slice(0, 80).replaceAll(/[\\/:*?"<>|]+/g, "-");
      const saved = { href: await addressOf[name](), download: `${file}.${name.toLowerCase()}` };
      Object.assign(document.createElement("a"), saved).click();
    }
  });
  section.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLSelectElement) {
      const { name, value } = target;
      choose({ [name]: name === "limit" ? Number(value) : value });
    } else if (target instanceof HTMLInputElement) {
      const { name, value } = target, { [name]: chosen = [], ...others } = exploration.where;
      const { values = [] } = columns.find(({ key }) => key === name) ?? {};
      const now = values.filter((one) => chosen.includes(one) !== (one === value));
      choose({ where: now.length === 0 ? others : { ...exploration.where, [name]: now } });
    }
  });
  filter.addEventListener("toggle", ({ target }) => {
    if (!(target instanceof HTMLDetailsElement)) return;
    const { open: isOpen, dataset: { column = "" } } = target;
    if (isOpen) open.add(column);
    else open.delete(column);
  }, true);

  tellMarks(chart, () => tips);
  new ResizeObserver(([entry]) => {
    const now = Math.floor(entry.contentRect.width);
    if (now === room || now === 0) return;
    room = now;
    chart.innerHTML = view().text;
  }).observe(chart);
  render();
}

/** The values with their headings, as a spreadsheet reads them. */
function csvOf(spec: ChartSpec): string {
  const { headings, cells } = gridOf(spec);
  const quote = (text: string) => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const field = (cell: string | number) =>
    quote(typeof cell === "string" ? spreadsheetText(cell) : String(cell));
  return [headings, ...cells].map((row) => `${row.map(field).join(",")}\n`).join("");
}

/** A picture at twice its size, drawn by the browser. */
async function pngOf(address: string): Promise<string> {
  const image = new Image(), canvas = document.createElement("canvas");
  image.src = address;
  await image.decode();
  Object.assign(canvas, { width: 2 * image.width, height: 2 * image.height });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}

/** Every explorer of the page that none has put in its place yet; pages differ in when they run scripts. */
for (const host of document.querySelectorAll<HTMLElement>("[data-report-explorer]")) {
  const text = host.querySelector("script[type='application/json']")?.textContent;
  if (host.shadowRoot !== null || !text) continue;
  const { packed, words, settings, start }: EmbeddedExplorer = JSON.parse(text);
  const rows = unpackRows(packed);
  mountExplorer(host, { rows, columns: listColumns(rows, words), settings }, start);
}
