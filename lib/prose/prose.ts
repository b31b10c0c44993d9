import { display, type Displayable, type MediaBundle } from "../model/displayable.ts";

/** A text that `md` wrote: it shows as Markdown, and may stand in another. */
export class Prose implements Displayable {
  /**
   * Takes a text that is Markdown already.
   *
   * @param markdown The text in Markdown.
   */
  constructor(readonly markdown: string) {}

  /** The text without markup. */
  get text(): string {
    return this.markdown
      .replaceAll(/<\/?[a-z][^>]*>/gi, "")
      .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replaceAll(/^#{1,6} +/gm, "")
      .replaceAll(/[*`]|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, "")
      .replaceAll(
        /&(?:#(\d+)|(amp|lt|gt|quot));/g,
        (_, code, name: keyof typeof named) =>
          name ? named[name] : String.fromCharCode(Number(code)),
      );
  }

  /** The same: the text without markup. */
  toString(): string {
    return this.text;
  }

  /** How it looks, by media type. */
  [display](): MediaBundle {
    return { "text/markdown": this.markdown, "text/plain": this.text };
  }
}

const named = { amp: "&", lt: "<", gt: ">", quot: '"' } as const;
