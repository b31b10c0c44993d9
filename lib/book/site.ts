import { dirname, join, posix } from "node:path";
import { Markup } from "./page.ts";
import { cleanHtml } from "./value_html.ts";

/** The files of a site as they are made: pages, pictures, and a style sheet of the styles that values brought. */
export class Site {
  /** Texts and bytes by path from the root. */
  readonly files = new Map<string, string | Uint8Array<ArrayBuffer>>();
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
        const [, type, data] = /^data:image\/(svg|png)[^,]*;base64,(.*)$/.exec(image.src ?? "") ??
          [];
        if (type === undefined) {
          throw new Error(`Cannot take a picture of ${pictures} into the book`);
        }
        const path = `figures/${pictures}${count++ === 0 ? "" : `-${count}`}.${type}`;
        const bytes = Uint8Array.fromBase64(data);
        this.files.set(path, bytes);
        const [, height] = type === "svg"
          ? /^<svg [^>]*?\bheight="(\d+)"/.exec(new TextDecoder().decode(bytes)) ?? []
          : [];
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
export function deadLinks(files: ReadonlyMap<string, string | Uint8Array>): string[] {
  const pages = [...files].filter((entry): entry is [string, string] =>
    entry[0].endsWith(".html") && typeof entry[1] === "string"
  );
  const found = (html: string, pattern: RegExp) =>
    new Set(html.matchAll(pattern).map(([, text]) => text));
  const ids = new Map(pages.map(([path, html]) => [path, found(html, /\sid="([^"]*)"/g)]));
  return pages.flatMap(([path, html]) =>
    [...found(html, /<[^>]*?\s(?:href|src)="([^"]*)"/g)]
      .map((link) => link.replaceAll("&amp;", "&"))
      .filter((link) => {
        if (/^(https?:|data:|mailto:)/.test(link)) return false;
        const [file, place] = link.split("#");
        const target = file === "" ? path : posix.join(posix.dirname(path), file);
        return !files.has(target) ||
          place && !ids.get(target)?.has(decodeURIComponent(place));
      })
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
  const folders = new Set([...files.keys()].map((path) => dirname(join(folder, path))));
  for (const below of folders) await Deno.mkdir(below, { recursive: true });
  await Promise.all(
    [...files].map(([path, content]) =>
      typeof content === "string"
        ? Deno.writeTextFile(join(folder, path), content)
        : Deno.writeFile(join(folder, path), content)
    ),
  );
}

/** The path of the PDF of a language. */
export function pdfPath(language: string): string {
  return `${language}/book.pdf`;
}
