import { escape } from "@std/html";
import type { MediaBundle } from "../model/displayable.ts";

/** What a figure keeps of its width on a phone, where it scrolls: narrower its text cannot be read. */
const leastWidth = 500;

/**
 * A figure in every form that a front end may show.
 *
 * Exporters strip what they do not know of an SVG that stands in a page, and front ends refuse it in a notebook that is not
 * trusted: as an image it is safe, keeps its alternative text, and shrinks to a narrow page, where it scrolls by keyboard too.
 *
 * @param figure The figure.
 * @param table HTML with what it draws, which stands below it.
 * @returns HTML with the picture as an image, the SVG itself, and the alternative text.
 */
export function figureBundle(
  { svg, alt }: { readonly svg: string; readonly alt: string },
  table: string = "",
): MediaBundle {
  const data = new TextEncoder().encode(svg).toBase64();
  const [, width = "720"] = /^<svg [^>]*?\bwidth="(\d+)"/.exec(svg) ?? [];
  const style = `max-width:100%;min-width:${Math.min(leastWidth, Number(width))}px;height:auto`;
  const image = `<img src="data:image/svg+xml;base64,${data}" alt="${escape(alt)}"` +
    ` width="${width}" style="${style}">`;
  return {
    "text/html": `<div tabindex="0" style="overflow-x:auto;width:0;min-width:100%">${image}</div>` +
      (table && `\n${table}`),
    "image/svg+xml": svg,
    "text/plain": alt,
  };
}
