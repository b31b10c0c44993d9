import type { TextBox } from "./text_boxes.ts";

/** How a drawn axis is told apart. */
export interface AxisRoom {
  /** Size of the picture. */
  readonly width: number;
  readonly height: number;
  /** Which of the scales `x`, `y`, `fx` and `fy` have a place for each value. */
  readonly isOrdinal: Readonly<Record<string, boolean>>;
  /** The margins of the picture that were given, where labels must fit. */
  readonly marginLeft?: number;
  readonly marginRight?: number;
}

/** Distance of the lines of a label, in em. */
export const lineHeight = 1.1;

/** The ticks' labels of each axis; facets and both sides of a plot have axes of their own. */
export function axesOf(
  boxes: readonly TextBox[],
  { width, height }: AxisRoom,
): [axis: string, labels: AxisLabel[]][] {
  const ticks = boxes.filter(({ label }) => label.endsWith("-axis tick label"));
  const axes = Map.groupBy(ticks, ({ label }) => label.replace("-axis tick label", ""));
  return [...axes].flatMap(([axis, boxes]) => {
    const groups = Map.groupBy(boxes, ({ element }) => element.parentElement);
    return [...groups.values()].flatMap((group) => {
      const sides = Object.groupBy(
        group,
        ({ left, top }) => String(axis.endsWith("x") ? top < height / 2 : left < width / 2),
      );
      return Object.values(sides).map((side = []): [string, AxisLabel[]] => {
        const labels = Map.groupBy(side, ({ element }) => element);
        return [axis, [...labels.values()].map(labelOf)];
      });
    });
  });
}

/** The room with what the titles of the axes at its sides, which are turned, take of given margins. */
export function beside(boxes: readonly TextBox[], room: AxisRoom): AxisRoom {
  const { width, marginLeft, marginRight } = room;
  const turned = boxes.filter(({ label, rotated }) => rotated && label.endsWith("-axis label"));
  const left = turned.filter(({ left }) => left < width / 2).map(({ right }) => right);
  const right = turned.filter(({ left }) => left > width / 2).map(({ left }) => width - left);
  return {
    ...room,
    ...(marginLeft !== undefined && { marginLeft: marginLeft - Math.max(0, ...left) }),
    ...(marginRight !== undefined && { marginRight: marginRight - Math.max(0, ...right) }),
  };
}

/** A label of one or more lines. */
export interface AxisLabel extends Omit<TextBox, "text"> {
  readonly lines: readonly string[];
}

function labelOf(boxes: readonly TextBox[]): AxisLabel {
  const [first] = boxes;
  return {
    ...first,
    lines: boxes.map(({ text }) => text),
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** Sets lines as Plot does: the first below, the middle beside, or the last above the place of the text. */
export function setLines(element: Element, lines: readonly string[]): void {
  const old = [...element.children].filter(({ localName }) => localName === "tspan");
  const before = Math.max(1, old.length);
  const first = Number.parseFloat(element.getAttribute("y") ?? old[0]?.getAttribute("y") ?? "0");
  const anchor = first > 0.6 ? 0 : Math.abs(first - (0.32 - (before - 1) / 2)) < 0.05 ? 0.5 : 1;
  const start = first - anchor * (lines.length - before);
  const { ownerDocument } = element;
  const title = [...element.children].filter(({ localName }) => localName === "title");
  element.replaceChildren();
  element.removeAttribute("y");
  lines.forEach((text, at) => {
    const span = ownerDocument.createElementNS("http://www.w3.org/2000/svg", "tspan");
    span.setAttribute("x", "0");
    span.setAttribute(
      at === 0 ? "y" : "dy",
      `${at === 0 ? Math.round(100 * start) / 100 : lineHeight}em`,
    );
    span.append(text);
    element.append(span);
  });
  element.append(...title);
}
