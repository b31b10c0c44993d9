import { dirname, join, posix } from "node:path";
import { Markup } from "../tables/markup.ts";
import { cleanHtml } from "./value_html.ts";

/** What a file of a site holds. */
export type SiteFile = string | Uint8Array<ArrayBuffer>;

/** The files of a site as they are made: pages, pictures, and a style sheet of the styles that values brought. */
export class Site {
  /** Texts and bytes by path from the root. */
  readonly files = new Map<string, SiteFile>();
  readonly #styles = new Map<string, string>();

  /** The rules for what had a style of its own. */
  get styles(): string {
    return [...this.#styles].map(([style, name]) => `.${name}{${style}}`).join("\n");
  }

  /**
   * HTML of a value as it may stand in a page: its pictures become files, its styles classes.
   *
   * @param html The HTML.
   * @param options The name that its pictures get, with their folder; and what its tables are called.
   * @throws {Error} If the HTML has a picture that is not its own.
   */
  clean(
    html: string,
    { pictures, tableLabel }: { readonly pictures: string; readonly tableLabel: string },
  ): Markup {
    let count = 0;
    const clean = cleanHtml(html, {
      tableLabel,
      style: (style) => ({ class: this.#classOf(style) }),
      picture: (image) => {
        const { src = "" } = image;
        const [, type, data] = /^data:image\/(svg|png)[^,]*;base64,(.*)$/.exec(src) ?? [];
        if (!type) throw new Error(`Cannot take a picture of ${pictures} into the book`);
        const path = `figures/${pictures}${count++ === 0 ? "" : `-${count}`}.${type}`;
        const bytes = Uint8Array.fromBase64(data), text = new TextDecoder().decode(bytes);
        this.files.set(path, bytes);
        const [, height] = /^<svg [^>]*?\bheight="(\d+)"/.exec(text) ?? [];
        return { ...image, src: `../${path}`, ...(height !== undefined && { height }) };
      },
    });
    // Tables are most of a page, and their cells end where the next begin.
    return new Markup(clean.replaceAll(/<\/t[dhr]>\s*(?=<\/?t[a-z])/g, ""));
  }

  #classOf(style: string): string {
    const known = this.#styles.get(style) ?? `s${this.#styles.size + 1}`;
    this.#styles.set(style, known);
    return known;
  }
}

/**
 * Links of a site that lead nowhere: to a file or a place of a page that is not there.
 *
 * @param files The files by path.
 * @returns Each with the page that it stands in.
 */
export function deadLinks(files: Site["files"]): string[] {
  const pages = new Map(
    files.entries().filter(([path]) => path.endsWith(".html"))
      .map(([path, html]) => [path, String(html)]),
  );
  const found = (html: string, pattern: RegExp) =>
    new Set(html.matchAll(pattern).map(([, text]) => text.replaceAll("&amp;", "&")));
  const ids = new Map(
    pages.entries().map(([path, html]) => [path, found(html, /\sid="([^"]*)"/g)]),
  );
  const isDead = (path: string, link: string) => {
    const [file, place] = link.split("#");
    const target = file === "" ? path : posix.join(posix.dirname(path), file);
    return !files.has(target) || place && !ids.get(target)?.has(decodeURIComponent(place));
  };
  return Array.from(pages).flatMap(([path, html]) =>
    [...found(html, /<[^>]*?\s(?:href|src)="([^"]*)"/g)]
      .filter((link) => !/^(https?:|data:|mailto:)/.test(link) && isDead(path, link))
      .map((link) => `${path}: ${link}`)
  );
}

/**
 * Writes files into a folder.
 *
 * @param files The files by path.
 * @param folder The folder; what lacks of it is made.
 */
export async function writeFiles(
  files: ReadonlyMap<string, string | Uint8Array>,
  folder: string,
): Promise<void> {
  await Promise.all(Array.from(files, async ([path, content]) => {
    const place = join(folder, path);
    await Deno.mkdir(dirname(place), { recursive: true });
    if (typeof content === "string") await Deno.writeTextFile(place, content);
    else await Deno.writeFile(place, content);
  }));
}
