import { Markup, markup } from "../../tables/markup.ts";
import { cleanHtml, outputHtml } from "../value_html.ts";
import type { LiveCell, LiveResult, LiveRun, LiveValue } from "./live_message.ts";
import {
  type Changes,
  keepChanges,
  keptChanges,
  loadText,
  pageLanguage as language,
  words,
} from "./page_state.ts";

const page = document.querySelector<HTMLElement>("[data-live]")!;
const bar = page.querySelector<HTMLElement>(".live-bar")!;
bar.replaceChildren(bar.querySelector("template")!.content);
const [runs, stop, reset] = bar.querySelectorAll("button");
const said = bar.querySelector("[role=status]")!;
const value = bar.querySelector("select")!, printed = bar.querySelector("input")!;

const cells = [...page.querySelectorAll("section.cell")].map(editable);

/** A cell of the page with the field in which its code can be changed. */
interface PageCell {
  readonly id: string;
  readonly section: Element;
  readonly outputs: Element;
  readonly field: HTMLTextAreaElement;
  readonly code: string;
  /** What it gave in the first run, as text. */
  first?: string;
}

/** Makes the code of a cell a field in which it can be changed. */
function editable(section: Element): PageCell {
  const { id } = section, code = section.querySelector("code")?.textContent ?? "";
  const field = document.createElement("textarea");
  Object.assign(field, { className: "code", spellcheck: false, value: code });
  Object.assign(field, { rows: code.split("\n").length + 1, ariaLabel: words.codeOf(id) });
  section.querySelector("details.code > pre")?.replaceWith(field);
  return { id, section, outputs: section.querySelector(".outputs")!, field, code };
}

/** Shows what a cell gave, in the place of what it showed before. */
function show(cell: PageCell, { outputs, error }: LiveResult): void {
  const shown = outputs.map((bundle) =>
    new Markup(cleanHtml(outputHtml(bundle), {
      tableLabel: words.wide,
      style: (style) => ({ "data-style": style }),
      picture: (image) => image,
    }))
  );
  const failed = error &&
    markup`<div class="error" role="alert"><p>${
      error.line === undefined ? words.failed : words.failedAt(error.line)
    }</p><pre>${[error.name, error.message].filter((part) => part !== "").join(": ")}</pre></div>`;
  cell.outputs.innerHTML =
    markup`${shown.map((html) => markup`<div class="output">${html}</div>`)}${failed}`.text;
  for (const styled of cell.outputs.querySelectorAll<HTMLElement>("[data-style]")) {
    styled.style.cssText = styled.dataset.style ?? "";
  }
  if (error) cell.section.querySelector("details")?.setAttribute("open", "");
  const text = JSON.stringify([outputs, error?.message]);
  cell.first ??= text;
  cell.section.classList.toggle("moved", text !== cell.first);
  cell.section.setAttribute("data-moved", words.other);
}

/** Tables and explorers that came come to life as those that stood in the page. */
function enliven(): void {
  for (const name of ["tables", "explorer"]) {
    if (name === "explorer" && !page.querySelector("[data-report-explorer]")) continue;
    const script = document.createElement("script");
    Object.assign(script, { src: `../${name}.js`, onload: () => script.remove() });
    document.head.append(script);
  }
}

async function start(): Promise<void> {
  const catalogue = language === "en" ? [] : [`${page.dataset.notebook}.${language}`];
  const [script, ...texts] = await Promise.all(["worker", "files", ...catalogue].map(loadText));
  const files: LiveRun["files"] = Object.assign({}, ...texts.map((text) => JSON.parse(text)));
  const frame = document.createElement("iframe");
  Object.assign(frame, { sandbox: "allow-scripts", src: "../live/frame.html" });
  Object.assign(frame, { title: words.liveTitle, hidden: true });
  let values: readonly LiveValue[] = [];
  const offer = (offered: readonly LiveValue[]) => {
    if (values.length > 0) return;
    values = offered;
    const options = values.map(({ id, label, printed }) =>
      markup`<option value="${id}">${label}: ${printed}</option>`
    );
    value.insertAdjacentHTML("beforeend", markup`${options}`.text);
  };
  value.addEventListener("change", () => {
    printed.value = values.find(({ id }) => id === value.value)?.printed ?? "";
  });
  for (const part of bar.querySelectorAll<HTMLElement>("[hidden]")) part.hidden = false;
  // At the foot of the page it is in sight wherever a cell is changed.
  page.append(bar);
  runs.focus({ preventScroll: true });
  document.body.append(frame);
  page.classList.add("live");

  let errors = 0, kept = keptChanges(page);
  const put = ({ code, ...changes }: Partial<Changes>) => {
    for (const cell of cells) cell.field.value = code?.[cell.id] ?? cell.code;
    value.value = changes.value ?? "";
    printed.value = changes.printed ?? "";
  };
  const keep = () => {
    const changed = cells.filter(({ field, code }) => field.value !== code);
    const code = Object.fromEntries(changed.map(({ id, field }) => [id, field.value]));
    const isChanged = changed.length > 0 || value.value !== "";
    kept = undefined;
    keepChanges(page, isChanged ? { code, value: value.value, printed: printed.value } : undefined);
  };
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
    const asked = cells.map(({ id, field }): LiveCell => ({ id, source: field.value }));
    const edition = page.dataset.edition ?? "";
    say({ run: { cells: asked, files, language, changes, edition } satisfies LiveRun });
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
      if (data.done) offer(data.values);
      // First the page as it is, by which is told what changed.
      if (data.done && kept !== undefined) {
        put(kept);
        kept = undefined;
        return run();
      }
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
    put({});
    keep();
    run();
  });
  for (const kind of ["input", "change"]) page.addEventListener(kind, keep);
  page.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
  });
}

start().catch((error) => said.textContent = String(error.message));
