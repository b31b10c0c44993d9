import { Markup, markup } from "../../tables/markup.ts";
import { cleanHtml, outputHtml } from "../value_html.ts";
import type { LiveCell, LiveMessage, LiveResult, LiveRun } from "./live_message.ts";
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

/** What each cell gave in the first run, as text. */
const first = new Map<string, string>();

/** Makes the code of a cell a field in which it can be changed. */
function editable(section: Element) {
  const { id } = section, code = section.querySelector("code")?.textContent ?? "";
  const field = document.createElement("textarea");
  Object.assign(field, { className: "code", spellcheck: false, value: code });
  Object.assign(field, { rows: code.split("\n").length + 1, ariaLabel: words.codeOf(id) });
  section.querySelector("details.code > pre")?.replaceWith(field);
  return { id, section, outputs: section.querySelector(".outputs")!, field, code };
}

/** Shows what a cell gave, in the place of what it showed before. */
function show(cell: ReturnType<typeof editable>, { outputs, error }: LiveResult): void {
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
  const before = first.get(cell.id) ?? text;
  first.set(cell.id, before);
  cell.section.classList.toggle("moved", text !== before);
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
  const offer = (values: Extract<LiveMessage, { done: true }>["values"]) => {
    if (value.options.length > 1) return;
    const options = values.map(({ id, label, printed }) =>
      markup`<option value="${id}" data-printed="${printed}">${label}: ${printed}</option>`
    );
    value.insertAdjacentHTML("beforeend", markup`${options}`.text);
  };
  value.addEventListener("change", () => {
    printed.value = value.selectedOptions[0]?.dataset.printed ?? "";
  });
  for (const part of bar.querySelectorAll<HTMLElement>("[hidden]")) part.hidden = false;
  // At the foot of the page it is in sight wherever a cell is changed.
  page.append(bar);
  runs.focus({ preventScroll: true });
  document.body.append(frame);
  page.classList.add("live");

  let kept = keptChanges(page);
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
      const [errors, moved] = [".outputs > .error", ".moved"]
        .map((of) => page.querySelectorAll(of).length);
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
