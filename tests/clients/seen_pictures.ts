import type { Locator } from "playwright-core";

/** A picture as it stands on a page. */
export interface SeenPicture {
  readonly alt: string;
  /** By how many pixels it, or the box that it scrolls in, stands out of the page. */
  readonly overflow: number;
  /** Which share of it is drawn on. */
  readonly inked: number;
  /** Which share of it is black, or nearly so. */
  readonly black: number;
}

/**
 * The pictures that are seen in some places of a page.
 *
 * @param areas The places.
 */
export function seenPictures(areas: Locator): Promise<SeenPicture[]> {
  return areas.locator("img:visible").evaluateAll((images) =>
    images.filter((image) => image instanceof HTMLImageElement).map((image) => {
      const scrolls = (element: Element) => getComputedStyle(element).overflowX === "auto";
      let box: Element = image;
      while (!scrolls(box) && box.parentElement) box = box.parentElement;
      const { left, right } = (scrolls(box) ? box : image).getBoundingClientRect();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const paper = canvas.getContext("2d")!;
      paper.fillStyle = "white";
      paper.fillRect(0, 0, canvas.width, canvas.height);
      paper.drawImage(image, 0, 0);
      const { data } = paper.getImageData(0, 0, canvas.width, canvas.height);
      let inked = 0, black = 0;
      for (let at = 0; at < data.length; at += 4) {
        const brightest = Math.max(data[at], data[at + 1], data[at + 2]);
        const darkest = Math.min(data[at], data[at + 1], data[at + 2]);
        if (darkest < 240) inked++;
        if (brightest < 60) black++;
      }
      const pixels = data.length / 4;
      return {
        alt: image.alt,
        overflow: Math.max(0, -left, right - document.documentElement.clientWidth),
        inked: inked / pixels,
        black: black / pixels,
      };
    })
  );
}

/**
 * What a reader would miss in a picture.
 *
 * Bars, lines and text cover a part of a figure: one whose fills got lost is black, one whose text and
 * marks got lost is empty.
 */
export function faultsOf({ alt, overflow, inked, black }: SeenPicture): string[] {
  return [
    ...(alt.length < 20 ? [`its alternative text says too little: "${alt}"`] : []),
    ...(overflow > 0 ? [`it stands out of the page: by ${overflow} pixels`] : []),
    ...(inked < 0.01 ? [`it is empty: ${inked} of it is drawn on`] : []),
    ...(black > 0.1 ? [`it is black: ${black} of it`] : []),
  ];
}
