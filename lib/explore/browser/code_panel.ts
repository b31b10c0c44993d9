import type { Language } from "../../model/label.ts";
import { explorerWords } from "../words.ts";
import { html } from "./element.ts";

/**
 * The code of what is shown, with a button that copies it.
 *
 * A page may keep scripts from the clipboard, as frames do: the code is then opened and selected, to be
 * copied by hand.
 *
 * @param language Language of the words.
 * @returns The panel, and what sets its code.
 */
export function codePanel(
  language: Language,
): { readonly panel: HTMLElement; readonly set: (code: string) => void } {
  const words = explorerWords[language];
  const text = html("textarea", {
    class: "code",
    readonly: true,
    rows: 12,
    spellcheck: "false",
    wrap: "off",
    "aria-label": words.code,
  });
  const copy = html("button", { type: "button", class: "copy" }, words.copy);
  const said = html("span", { class: "said", role: "status" });
  const whole = html("details", { class: "whole" }, html("summary", {}, words.code), text);
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      said.textContent = words.copied;
    } catch {
      whole.open = true;
      text.select();
      said.textContent = document.execCommand("copy") ? words.copied : words.copyByHand;
    }
  });
  const panel = html("div", { class: "panel" }, copy, " ", said, whole);
  const set = (code: string) => {
    text.value = code;
    said.textContent = "";
  };
  return { panel, set };
}
