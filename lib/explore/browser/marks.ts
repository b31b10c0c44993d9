import { textWidth, wrapText } from "../../figures/text_width.ts";
import { palette, theme } from "../../figures/theme.ts";
import type { Language } from "../../model/label.ts";
import { type Attributes, joinHoles, type Markup, markup } from "../../tables/markup.ts";
import type { ChartSpec } from "../chart_spec.ts";

/** A mark of a chart: what it stands for, where it begins and ends on the scale of values, and its colour. */
export interface Mark {
  readonly of: ChartSpec["shown"][number];
  readonly from: number;
  readonly to: number;
  readonly color: string;
}

/** What a part is of its group, in per cent. */
export function shareOf({ group, value }: Mark["of"], shown: ChartSpec["shown"]): number {
  const whole = shown.reduce((sum, one) => one.group === group ? sum + one.value : sum, 0);
  return whole === 0 ? 0 : 100 * value / whole;
}

/** The marks of a chart; bars of one group stand one after another, those below zero to the left. */
export function marksOf({ exploration: { chart }, shown, series }: ChartSpec): Mark[] {
  const colors = new Map(series.map(({ label, color }) => [label, color]));
  const ends = new Map<string, number>();
  return shown.map((of) => {
    const color = colors.get(of.series) ?? palette[0];
    if (chart !== "bars" && chart !== "shares") return { of, from: of.value, to: of.value, color };
    const side = `${of.value < 0} ${of.group}`, from = ends.get(side) ?? 0;
    const to = from + (chart === "shares" ? shareOf(of, shown) : of.value);
    ends.set(side, to);
    return { of, from, to, color };
  });
}

/** The ends of the scale of values. */
export function domainOf(marks: readonly Mark[], zero: boolean): [number, number] {
  const all = [...(zero ? [0] : []), ...marks.flatMap(({ from, to }) => [from, to])];
  const low = Math.min(...all), high = Math.max(...all);
  return low < high ? [low, high] : [Math.min(0, low), Math.max(1, high)];
}

/** How wide the widest of some texts is in the chart's font, whichever the page has of its family: at least this wide. */
export function widestOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(text)));
}

/** A label in lines that are no wider than told, at most three. */
export function wrapLabel(label: string, width: number): string[] {
  const lines = wrapText(label, { width });
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2].slice(0, -1)}\u2026`];
}

/** How high a line of a label is; room between the names of groups and what is drawn, and above it. */
export const lineHeight = 14, gap = 8, top = 6;

/** The lines of a label, with their middle at a place. */
export function labelLines(
  lines: readonly string[],
  [x, y]: readonly [x: number, y: number],
  anchor: string,
): Markup {
  const first = y + 4 - (lines.length - 1) * lineHeight / 2;
  const spans = lines.map((line, at) =>
    markup`<tspan ${{ x, y: first + at * lineHeight }}>${line}</tspan>`
  );
  return markup`<text class="name" text-anchor="${anchor}">${joinHoles(spans, "")}</text>`;
}

/** Places the rows of groups, from a top on, each as high as its name needs and no lower than told, with the names at the left. */
export function layOutRows(
  groups: readonly string[],
  { widest, least, top }: Readonly<Record<"widest" | "least" | "top", number>>,
) {
  const lines = groups.map((group) => wrapLabel(group, Math.min(230, widest)));
  const left = Math.ceil(Math.max(20, widestOf(lines.flat()))) + gap;
  const heights = lines.map(({ length }) => Math.max(least, length * lineHeight + 8));
  let bottom = top;
  const middles = heights.map((height) => (bottom += height) - height / 2);
  const names = lines.map((name, at) => labelLines(name, [left - gap, middles[at]], "end"));
  return { left, heights, middles, bottom, names };
}

/** A line across the chart for each number of an axis, with the number. */
export function tickLines(
  texts: ReadonlyMap<number, string>,
  place: (tick: number) => { readonly line: Attributes; readonly text: Attributes },
): Markup[] {
  return Array.from(texts, ([tick, told]) => {
    const { line, text } = place(tick);
    return markup`<g class="tick"><line ${line} stroke="${theme.grid}"/><text ${text} fill="${theme.muted}">${told}</text></g>`;
  });
}

/** Numbers of an axis in the language, all with as many decimals. */
export function tickTexts(ticks: readonly number[], language: Language): Map<number, string> {
  const decimals = Math.max(0, ...ticks.map((tick) => String(tick).split(".")[1]?.length ?? 0));
  const { format } = new Intl.NumberFormat(language === "ru" ? "ru-RU" : "en-GB", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: "always",
  });
  return new Map(ticks.map((tick) => [tick, format(tick).replace("-", "\u2212")]));
}

/** By how many marks a key goes on. */
const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/**
 * Tells of the mark under the pointer or the keyboard's focus, which arrow keys move.
 *
 * @param chart What charts are put into, each with a tip.
 * @param tips What is told of each mark of the chart that is there.
 */
export function tellMarks(chart: Element, tips: () => readonly Markup[]): void {
  const find = ({ target }: Event) => {
    const marks = [...chart.querySelectorAll<SVGElement>(".mark")];
    return { marks, at: marks.findIndex((mark) => mark === target) };
  };
  const hide = () => chart.querySelector(".tip")?.setAttribute("hidden", "");
  const show = (event: Event) => {
    const { marks, at } = find(event), tip = chart.querySelector<HTMLElement>(".tip");
    if (tip === null || at < 0) return;
    tip.innerHTML = tips()[at].text;
    tip.hidden = false;
    const mark = marks[at].getBoundingClientRect(), frame = chart.getBoundingClientRect();
    const { width } = marks[at].closest("svg")!.getBoundingClientRect();
    const left = mark.left + mark.width / 2 - frame.left - tip.offsetWidth / 2;
    const above = mark.top - frame.top - tip.offsetHeight - 6;
    tip.style.left = `${Math.max(0, Math.min(width - tip.offsetWidth, left))}px`;
    tip.style.top = `${above < 0 ? mark.bottom - frame.top + 6 : above}px`;
  };
  for (const type of ["pointerover", "focusin"]) chart.addEventListener(type, show);
  for (const type of ["pointerout", "focusout"]) chart.addEventListener(type, hide);
  chart.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    const { marks, at } = find(event), step = steps[event.key], next = marks[at + step];
    if (at < 0) return;
    if (event.key === "Escape") hide();
    if (step !== undefined) event.preventDefault();
    if (next === undefined) return;
    marks[at].setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
}
