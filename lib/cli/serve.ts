import { extname, join, sep } from "node:path";
import { InputError } from "../errors/problem.ts";
import { command, numberReader, runCommand } from "./command.ts";
import { libraryFolder } from "./project.ts";

/** The folder of the book. */
export const bookFolder = join(libraryFolder, "_site");

/** What a browser is told that a file is; of another ending, that it is bytes. */
const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/**
 * Answers requests with the files of a folder, and with nothing else.
 *
 * @param folder The folder.
 * @returns What answers a request: 404 for what is not there or lies elsewhere, also by a symbolic link.
 */
export function answerFrom(folder: string): (request: Request) => Promise<Response> {
  return async ({ url, method }) => {
    if (method !== "GET" && method !== "HEAD") return new Response("", { status: 405 });
    try {
      const root = await Deno.realPath(folder);
      const { pathname } = new URL(url);
      const asked = await Deno.realPath(join(root, decodeURIComponent(pathname)));
      const { isDirectory } = await Deno.stat(asked);
      if (isDirectory && !pathname.endsWith("/")) {
        return new Response(null, { status: 308, headers: { location: `${pathname}/` } });
      }
      const path = isDirectory ? await Deno.realPath(join(asked, "index.html")) : asked;
      if (!path.startsWith(root + sep)) throw new Deno.errors.NotFound();
      const type = types[extname(path)] ?? "application/octet-stream";
      const headers = { "content-type": type, "x-content-type-options": "nosniff" };
      return new Response(method === "HEAD" ? null : await Deno.readFile(path), { headers });
    } catch (error) {
      const { NotADirectory, NotCapable, NotFound } = Deno.errors;
      const ofRequest = [NotADirectory, NotCapable, NotFound, TypeError, URIError];
      if (!ofRequest.some((kind) => error instanceof kind)) throw error;
      return new Response("404: there is no such page\n", { status: 404 });
    }
  };
}

if (import.meta.main) {
  const program = command("serve")
    .option("--port <number>", "port of the loopback address", numberReader("port"), 8017)
    .action(async ({ port }: { readonly port: number }) => {
      const isThere = await Deno.stat(join(bookFolder, "index.html")).then(() => true, () => false);
      if (!isThere) {
        const message = "expected a book, found none; deno task book makes it";
        throw new InputError("Cannot show the book", [{ path: "_site", message }]);
      }
      const onListen = ({ port }: Deno.NetAddr) =>
        console.log(`http://127.0.0.1:${port}/ shows the book; Ctrl+C ends it`);
      await Deno.serve({ hostname: "127.0.0.1", port, onListen }, answerFrom(bookFolder)).finished;
    });
  await runCommand(program);
}
