import { around, type Box, meet, type TextBox } from "./text_boxes.ts";

/** Names of the margins. */
export const sides = ["marginLeft", "marginRight", "marginTop", "marginBottom"] as const;

/** The room around what is drawn, in pixels. */
export type Margins = Readonly<Record<typeof sides[number], number>>;

/** A picture's size, and the room in it around what is drawn. */
type Bounds = Margins & { readonly width: number; readonly height: number };

/** A text as it stands in the picture turned over. */
type Flip = (box: TextBox) => TextBox;

/** Distance of a text from the edge of the picture, and from an axis' label, in pixels. */
const edge = 2, apart = 3;

/**
 * How much wider margins must be for no text to be cut, and no tick's label to stand on its axis' label.
 *
 * @param boxes Where texts stand.
 * @param frame The picture, and the margins with which it was drawn.
 * @returns What is to be added on each side.
 */
export function marginsFor(boxes: readonly TextBox[], frame: Bounds): Margins {
  const { width, height, marginTop } = frame;
  const of = (kind: RegExp) => boxes.filter(({ label }) => kind.test(label));
  const down = of(/^f?y-axis tick label$/), across = of(/^f?x-axis tick label$/);
  const titles = of(/-axis label$/), level = titles.filter(({ rotated }) => !rotated);
  const turned = of(/^f?y-axis label$/).filter(({ rotated }) => rotated);
  const others = boxes.filter((box) => !titles.includes(box))
    .filter((box) => down.includes(box) || across.includes(box) || isSeen(box, width, height));
  const most = (...lengths: readonly number[]) => Math.max(0, ...lengths);
  const beside = (flip: Flip) => {
    const isHere = (box: Box) => box.left + box.right < width;
    const title = turned.map(flip).filter(isHere).map(({ right }) => right + apart);
    return most(
      ...down.map(flip).filter(isHere).map(({ left }) => Math.max(edge, ...title) - left),
      ...others.map(flip).map(({ left }) => edge - left),
    );
  };
  const over = (flip: Flip) => {
    const isHere = (box: Box) => box.top + box.bottom < height;
    const ends = level.map(flip).filter(isHere);
    return across.map(flip).filter(isHere).flatMap((box) =>
      ends.filter(({ label }) => label.startsWith(box.label.slice(0, 6)))
        .map((title) => title.bottom + edge - box.top)
    );
  };
  const mirror: Flip = (box) => ({ ...box, left: width - box.right, right: width - box.left });
  const overturn: Flip = (box) => ({ ...box, top: height - box.bottom, bottom: height - box.top });
  return {
    marginLeft: beside((box) => box),
    marginRight: beside(mirror),
    marginTop: most(
      ...over((box) => box),
      ...down.flatMap((box) =>
        level.filter((title) => meet(title, box)).map((title) => title.bottom - box.top)
      ),
      ...level.filter(({ label, top, bottom }) => top + bottom < height && /^f?y/.test(label))
        .map(({ bottom }) => bottom + edge - marginTop),
      ...others.map(({ top }) => edge - top),
    ),
    marginBottom: most(...over(overturn), ...others.map(({ bottom }) => bottom - height)),
  };
}

/** A text that lies farther outside than a mark and its label are apart is not meant to be seen, as one past the domain. */
const farthest = 12;

/** Whether a text is to be seen, in whole or in part. */
function isSeen(box: Box, width: number, height: number): boolean {
  const [right, bottom] = [width + farthest, height + farthest];
  return meet(box, { left: -farthest, top: -farthest, right, bottom });
}

/** Widens a picture by what no margin keeps within it. */
export function showTexts(svg: Element, boxes: readonly TextBox[]): void {
  const width = Number(svg.getAttribute("width")), height = Number(svg.getAttribute("height"));
  const seen = boxes.filter((box) => isSeen(box, width, height));
  const whole = around([...seen, { left: 0, top: 0, right: width, bottom: height }]);
  const [left, top] = [whole.left, whole.top].map((start) => Math.floor(start + 0.5));
  const across = Math.ceil(whole.right - 0.5) - left, down = Math.ceil(whole.bottom - 0.5) - top;
  if (across <= width && down <= height) return;
  const size = { width: across, height: down, viewBox: `${left} ${top} ${across} ${down}` };
  Object.entries(size).forEach(([name, value]) => svg.setAttribute(name, `${value}`));
}
