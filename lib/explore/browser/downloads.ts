import { theme } from "../../figures/theme.ts";
import type { Language } from "../../model/label.ts";
import { spreadsheetText } from "../../tables/spreadsheet_text.ts";
import { type ChartSpec, explorerWords, gridOf } from "../chart_spec.ts";
import { type Attributes, html, svg } from "./element.ts";
import { picture, wrapLabel } from "./marks.ts";

/** What is shown, as it stands in the page: a table has no chart. */
interface Shown {
  readonly spec: ChartSpec;
  readonly chart: SVGSVGElement | null;
}

/** What is shown as a file of a format, by its address. */
const files: Readonly<Record<string, (shown: Shown) => Promise<string> | string | null>> = {
  CSV: ({ spec }) => `data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(spec))}`,
  SVG: ({ spec, chart }) => chart && addressOf(pictureOf(spec, chart)),
  PNG: ({ spec, chart }) => chart && pngOf(pictureOf(spec, chart)),
};

/**
 * Buttons that save what is shown: its values as CSV, and its chart, with title, legend and source, as SVG and PNG.
 *
 * @param shown What is shown when a button is pressed.
 * @param label What a button says for a format.
 */
export function downloads(
  shown: () => Shown,
  label: (format: string) => string,
): HTMLElement[] {
  return Object.entries(files).map(([format, write]) => {
    const onclick = async () => {
      const now = shown(), href = await write(now);
      if (href === null) return;
      const name = now.spec.title.slice(0, 80).replaceAll(/[\\/:*?"<>|]+/g, "-");
      html("a", { href, download: `${name}.${format.toLowerCase()}` }).click();
    };
    return html("button", { type: "button", onclick }, label(format));
  });
}

/** The values with their headings, as a spreadsheet reads them. */
function csvOf(spec: ChartSpec): string {
  const { headings, cells } = gridOf(spec);
  const quote = (text: string) => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const field = (cell: string | number) =>
    quote(typeof cell === "string" ? spreadsheetText(cell) : String(cell));
  return [headings, ...cells].map((row) => `${row.map(field).join(",")}\n`).join("");
}

const lineHeight = 18, margin = 10;

/** A chart in a picture that stands by itself. */
function pictureOf(spec: ChartSpec, chart: SVGSVGElement): SVGSVGElement {
  const width = Number(chart.getAttribute("width")), height = Number(chart.getAttribute("height"));
  const title = wrapLabel(spec.title, (width - 2 * margin) / 1.25);
  const notes = [spec.note, spec.source].filter((text) => text !== "")
    .flatMap((text) => wrapLabel(text, width - 2 * margin));
  const top = margin + title.length * lineHeight;
  const whole = top + height + notes.length * lineHeight + margin;
  const bold = { "font-weight": "bold", "font-size": 15 };
  const text = (lines: readonly string[], top: number, look: Attributes) =>
    lines.map((line, at) => svg("text", { x: margin, y: top + at * lineHeight, ...look }, line));
  return picture(
    { role: "img", width, height: whole, "aria-label": spec.title },
    svg("rect", { width, height: whole, fill: theme.background }),
    ...text(title, margin + 12, bold),
    svg("g", { transform: `translate(0,${top})` }, ...chart.cloneNode(true).childNodes),
    ...text(notes, top + height + 14, { fill: theme.muted }),
  );
}

function addressOf(picture: SVGSVGElement): string {
  const text = new XMLSerializer().serializeToString(picture);
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}

/** The picture at twice its size, drawn by the browser. */
async function pngOf(picture: SVGSVGElement): Promise<string> {
  const image = new Image();
  image.src = addressOf(picture);
  await image.decode();
  const canvas = html("canvas", {
    width: 2 * Number(picture.getAttribute("width")),
    height: 2 * Number(picture.getAttribute("height")),
  });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}

/** What can be copied: the code of what is shown, and what is chosen, to be shown first next time. */
interface Copied {
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
    const onclick = async () => {
      try {
        await navigator.clipboard.writeText(copied[of]);
        said.textContent = done;
      } catch {
        text.value = copied[of];
        whole.open = true;
        text.select();
        said.textContent = document.execCommand("copy") ? done : words.copyByHand;
      }
    };
    return html("button", { type: "button", class: `copy copy-${of}`, onclick }, name);
  };
  const panel = html(
    "div",
    { class: "panel" },
    button("code", words.copy, words.copied),
    button("start", words.copyStart, words.startCopied),
    others,
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
