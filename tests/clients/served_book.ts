import type { BrowserContext, Page, Request } from "playwright-core";
import { makeBook } from "../../lib/book/book.ts";
import { type BookParts, gatherBook } from "../../lib/book/gather.ts";
import { defaultEdition } from "../../lib/load/edition_folder.ts";

const types: Readonly<Record<string, string>> = {
  css: "text/css",
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  svg: "image/svg+xml",
};

/** Where the book lies, which is not the root of its server. */
const folder = "/another/path/";

/** A book that is served, and what its pages ask for or complain of. */
export interface ServedBook extends AsyncDisposable {
  readonly parts: BookParts;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Opens a page by its path in the site. */
  open(context: BrowserContext, path: string): Promise<Page>;
  /** What pages complained of, or asked elsewhere, since this was last asked. */
  takeProblems(): string[];
}

/** Makes the book, and serves it in a folder of loopback. */
export async function serveBook(): Promise<ServedBook> {
  const parts = await gatherBook(defaultEdition());
  const files = makeBook(parts);
  let problems: string[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, ({ url }) => {
    const { pathname } = new URL(url);
    const path = decodeURIComponent(pathname.slice(folder.length));
    const content = pathname.startsWith(folder) ? files.get(path) : undefined;
    if (content === undefined) problems.push(`not there: ${pathname}`);
    const headers = {
      "content-type": types[path.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    };
    return content === undefined
      ? new Response("", { status: 404 })
      : new Response(content as BodyInit, { headers });
  });
  const root = `http://127.0.0.1:${server.addr.port}${folder}`;
  const watched = new WeakSet<BrowserContext>();
  return {
    parts,
    files,
    async open(context, path) {
      if (!watched.has(context)) {
        watched.add(context);
        context.on("console", (said) => problems.push(`${path}: ${said.text()}`));
        context.on("weberror", (error) => problems.push(`${path}: ${error.error().message}`));
        const told = (request: Request) => {
          const isRefused = request.failure()?.errorText === "csp";
          const isOwn = /^(data|blob):/.test(request.url()) || request.url().startsWith(root);
          if (!isOwn && !isRefused) problems.push(`asked elsewhere: ${request.url()}`);
        };
        context.on("requestfinished", told);
        context.on("requestfailed", told);
      }
      const page = context.pages()[0] ?? await context.newPage();
      await page.goto(root + path);
      return page;
    },
    takeProblems() {
      const taken = problems;
      problems = [];
      return taken;
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
