import { clean, setStylesAside } from "../clean.ts";
import { outputHtml } from "../output_html.ts";
import { bookWords } from "../words.ts";
import { html } from "../../explore/browser/element.ts";
import type { LiveCell, LiveResult, LiveRun } from "./live_message.ts";
import { type ReportParts, unpacked } from "./unpacked.ts";

/** A cell of the page with the field in which its code can be changed. */
interface Cell {
  readonly id: string;
  readonly section: Element;
  readonly outputs: Element;
  readonly field: HTMLTextAreaElement;
  readonly code: string;
  /** What it gave in the first run, as text. */
  first?: string;
}

const page = document.querySelector<HTMLElement>("[data-live]")!;
const bar = page.querySelector<HTMLElement>(".live-bar")!;
const language = document.documentElement.lang === "ru" ? "ru" : "en";
const words = bookWords[language];
const said = html("p", { role: "status" }, words.loading);
bar.append(said);

const cells = [...page.querySelectorAll("section.cell")].map((section): Cell => {
  const code = section.querySelector("code")?.textContent ?? "";
  const field = html("textarea", {
    class: "code",
    spellcheck: "false",
    "aria-label": words.codeOf(section.id),
    rows: code.split("\n").length + 1,
  });
  field.value = code;
  section.querySelector("details.code > pre")?.replaceWith(field);
  return { id: section.id, section, outputs: section.querySelector(".outputs")!, field, code };
});

function show(cell: Cell, { outputs, error }: LiveResult): void {
  const parser = new DOMParser();
  cell.outputs.replaceChildren(...outputs.map((bundle) => {
    const { body } = parser.parseFromString(setStylesAside(outputHtml(bundle)), "text/html");
    clean(body, {
      tableLabel: words.table,
      style: (element, style) => (element as HTMLElement).style.cssText = style,
      picture: () => {},
    });
    return html("div", { class: "output" }, ...body.childNodes);
  }));
  if (error !== undefined) {
    const text = `${error.name}: ${error.message}`;
    const told = html("p", {}, words.failed(error.line));
    cell.outputs.append(
      html("div", { class: "error", role: "alert" }, told, html("pre", {}, text)),
    );
    const code = cell.section.querySelector("details");
    if (code !== null) code.open = true;
  }
  const text = JSON.stringify([outputs, error?.message]);
  cell.first ??= text;
  cell.section.classList.toggle("moved", text !== cell.first);
  cell.section.setAttribute("data-moved", words.other);
}

/** Tables and explorers that came come to life as those that stood in the page. */
function enliven(): void {
  for (const name of ["tables", "explorer"]) {
    if (name === "explorer" && !page.querySelector("[data-report-explorer]")) continue;
    const script = html("script", { src: `../${name}.js` });
    script.addEventListener("load", () => script.remove());
    document.head.append(script);
  }
}

async function start(): Promise<void> {
  const [script, files, report] = await Promise.all([
    unpacked("worker"),
    unpacked(`files.${language}`).then((text): LiveRun["files"] => JSON.parse(text)),
    unpacked("report").then((text): ReportParts => JSON.parse(text)),
  ]);
  const frame = html("iframe", {
    sandbox: "allow-scripts",
    src: "../live/frame.html",
    title: words.liveTitle,
    hidden: true,
  });
  const runs = html("button", { type: "button", class: "main" }, words.runAgain);
  const stop = html("button", { type: "button", disabled: true }, words.stop);
  const reset = html("button", { type: "button" }, words.reset);
  const value = html("select", {}, html("option", { value: "" }, words.none));
  for (const { id, printed } of report.observations) {
    value.append(html("option", { value: id }, `${report.labels[language][id]}: ${printed}`));
  }
  const printed = html("input", { autocomplete: "off" });
  value.addEventListener(
    "change",
    () => printed.value = report.observations.find(({ id }) => id === value.value)?.printed ?? "",
  );
  bar.replaceChildren(
    ...[runs, stop, reset],
    html("label", {}, words.changedValue, value),
    html("label", {}, words.changedTo, printed),
    said,
    html("p", { class: "note" }, words.runHint),
  );
  document.body.append(frame);
  page.classList.add("live");

  let errors = 0;
  const say = (message: object) => frame.contentWindow?.postMessage(message, "*");
  const busy = (isBusy: boolean) => {
    stop.disabled = !isBusy;
    page.setAttribute("aria-busy", String(isBusy));
  };
  const run = () => {
    errors = 0;
    busy(true);
    said.textContent = words.running(cells[0]?.id ?? "");
    const changes = value.value === "" ? {} : { [value.value]: printed.value };
    const asked: LiveRun = {
      cells: cells.map(({ id, field }): LiveCell => ({ id, source: field.value })),
      ...{ files, language, changes, edition: page.dataset.edition ?? "" },
    };
    say({ run: asked });
  };
  addEventListener("message", ({ data, source }) => {
    if (source !== frame.contentWindow) return;
    if (data.ready) {
      say({ script });
      run();
    } else if (data.result !== undefined) {
      const at = cells.findIndex(({ id }) => id === data.result.id);
      if (at < 0) return;
      if (data.result.error !== undefined) errors++;
      show(cells[at], data.result);
      said.textContent = words.running(cells[at + 1]?.id ?? "");
    } else {
      busy(false);
      const moved = page.querySelectorAll(".moved").length;
      said.textContent = data.failed ?? words.ran(cells.length, errors, moved);
      enliven();
    }
  });
  runs.addEventListener("click", run);
  stop.addEventListener("click", () => {
    say({});
    busy(false);
    said.textContent = words.stopped;
  });
  reset.addEventListener("click", () => {
    for (const { field, code } of cells) field.value = code;
    value.value = printed.value = "";
    run();
  });
  page.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
  });
}

start().catch((error) => said.textContent = String(error.message));
