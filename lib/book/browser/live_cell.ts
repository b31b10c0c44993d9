import { html } from "../../explore/browser/element.ts";
import { cleanHtml, outputHtml } from "../value_html.ts";
import type { LiveResult } from "./live_message.ts";
import { pageLanguage } from "./page_state.ts";
import { liveWords } from "../words.ts";

const words = liveWords[pageLanguage];

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
export function editable(section: Element): PageCell {
  const { id } = section, code = section.querySelector("code")?.textContent ?? "";
  const style = { class: "code", spellcheck: "false", rows: code.split("\n").length + 1 };
  const field = html("textarea", { ...style, "aria-label": words.codeOf(id) });
  field.value = code;
  section.querySelector("details.code > pre")?.replaceWith(field);
  return { id, section, outputs: section.querySelector(".outputs")!, field, code };
}

/** Shows what a cell gave, in the place of what it showed before. */
export function show(cell: PageCell, { outputs, error }: LiveResult): void {
  cell.outputs.replaceChildren(...outputs.map((bundle) => {
    const output = html("div", { class: "output" });
    output.innerHTML = cleanHtml(outputHtml(bundle), {
      tableLabel: words.wide,
      style: (style) => ({ "data-style": style }),
      picture: (image) => image,
    });
    for (const styled of output.querySelectorAll<HTMLElement>("[data-style]")) {
      styled.style.cssText = styled.dataset.style ?? "";
    }
    return output;
  }));
  if (error !== undefined) {
    const text = [error.name, error.message].filter((part) => part !== "").join(": ");
    const { line } = error;
    const failed = line === undefined ? words.failed : words.failedAt(line);
    const told = [html("p", {}, failed), html("pre", {}, text)];
    cell.outputs.append(html("div", { class: "error", role: "alert" }, told));
    cell.section.querySelector("details")?.setAttribute("open", "");
  }
  const text = JSON.stringify([outputs, error?.message]);
  cell.first ??= text;
  cell.section.classList.toggle("moved", text !== cell.first);
  cell.section.setAttribute("data-moved", words.other);
}
