import { posix } from "node:path";

/**
 * Links of a site that lead nowhere: to a file or a place of a page that is not there.
 *
 * @param files The files by path.
 * @returns Each with the page that it stands in.
 */
export function deadLinks(files: ReadonlyMap<string, string | Uint8Array>): string[] {
  const pages = files.entries().filter((entry): entry is [string, string] =>
    entry[0].endsWith(".html") && typeof entry[1] === "string"
  ).toArray();
  const ids = new Map(
    pages.map(([path, html]) =>
      [path, new Set(html.matchAll(/\sid="([^"]*)"/g).map(([, id]) => id))] as const
    ),
  );
  return pages.flatMap(([path, html]) => {
    const links = new Set(
      html.matchAll(/<[^>]*?\s(?:href|src)="([^"]*)"/g).map(([, link]) =>
        link.replaceAll("&amp;", "&")
      ),
    );
    return links.values().filter((link) => !/^(https?:|data:|mailto:)/.test(link)).flatMap(
      (link) => {
        const [file, place] = link.split("#");
        const target = file === "" ? path : posix.join(posix.dirname(path), file);
        const isThere = files.has(target) &&
          (!place || ids.get(target)?.has(decodeURIComponent(place)));
        return isThere ? [] : [`${path}: ${link}`];
      },
    ).toArray();
  });
}
