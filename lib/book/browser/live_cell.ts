import { html } from "../../explore/browser/element.ts";
import { cleanHtml, outputHtml } from "../value_html.ts";
import { liveWords } from "../../words/words.ts";
import type { LiveResult } from "./live_message.ts";
import { pageLanguage } from "./page_state.ts";

const words = liveWords[pageLanguage];

/** A cell of the page with the field in which its code can be changed. */
export interface LiveCell {
  readonly id: string;
  readonly section: Element;
  readonly outputs: Element;
  readonly field: HTMLTextAreaElement;
  readonly code: string;
  /** What it gave in the first run, as text. */
  first?: string;
}

/** Makes the code of a cell a field in which it can be changed. */
export function editable(section: Element): LiveCell {
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
}

/** Shows what a cell gave, in the place of what it showed before. */
export function show(cell: LiveCell, { outputs, error }: LiveResult): void {
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
