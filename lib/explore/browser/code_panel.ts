import type { Language } from "../../model/label.ts";
import { explorerWords } from "../words.ts";
import { html } from "./element.ts";

/** What can be copied: the code of what is shown, and what is chosen, to be shown first next time. */
export interface Copied {
  readonly code: string;
  readonly start: string;
}

/**
 * The code of what is shown, with buttons that copy it, or what is chosen.
 *
 * A page may keep scripts from the clipboard, as frames do: the text is then opened and selected, to be
 * copied by hand.
 *
 * @param language Language of the words.
 * @param others Further buttons.
 * @returns The panel, and what sets its texts.
 */
export function codePanel(
  language: Language,
  others: readonly HTMLElement[],
): { readonly panel: HTMLElement; readonly set: (copied: Copied) => void } {
  const words = explorerWords[language];
  const text = html("textarea", {
    class: "code",
    readonly: true,
    rows: 12,
    spellcheck: "false",
    wrap: "off",
    "aria-label": words.code,
  });
  const said = html("span", { class: "said", role: "status" });
  const whole = html("details", { class: "whole" }, html("summary", {}, words.code), text);
  let copied: Copied = { code: "", start: "" };
  const button = (of: keyof Copied, name: string, done: string) => {
    const copy = html("button", { type: "button", class: `copy copy-${of}` }, name);
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(copied[of]);
        said.textContent = done;
      } catch {
        text.value = copied[of];
        whole.open = true;
        text.select();
        said.textContent = document.execCommand("copy") ? done : words.copyByHand;
      }
    });
    return copy;
  };
  const panel = html(
    "div",
    { class: "panel" },
    button("code", words.copy, words.copied),
    button("start", words.copyStart, words.startCopied),
    ...others,
    said,
    whole,
  );
  const set = (now: Copied) => {
    copied = now;
    text.value = now.code;
    said.textContent = "";
  };
  return { panel, set };
}
