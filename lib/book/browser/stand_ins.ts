/**
 * What stands in for Node and for packages where the library runs in a page; the import map of the bundle leads here.
 *
 * @module
 */

/** Catalogues were parsed when the book was built: in a page a PO file is its JSON. */
export const po = {
  parse: (text: string): unknown => JSON.parse(text),
  compile: (): never => {
    throw new Error("Cannot write a catalogue: a page has no files of its own");
  },
};

/** Where the values of an edition's JSON stand in it was of use when the book was built, and its problems were told. */
export function parse(text: string): { readonly body: object } {
  JSON.parse(text);
  return { body: { type: "Null", loc: { start: { line: 1, column: 1 } } } };
}

/** The path of a file's address. */
export function fileURLToPath(url: URL): string {
  return decodeURIComponent(url.pathname);
}

/** A page writes letters that the figures' font lacks with another. */
export function lackingLetters(): string[] {
  return [];
}

/** The script of explorers is a file of the site; values need not bring it. */
export const explorerScript = "";

/** A page starts no process. */
export function query(): Promise<never> {
  return Promise.reject(new Error("Cannot query: a page has no database"));
}

/** The modules of ours that others load when they are first needed, by the name that these give them. */
export const laterModules: Record<string, object> = {};

/** A page has them already. */
export function loadNow(name: string): object {
  return laterModules[name];
}

/** Nothing is spelled in two ways in a page. */
export function isSpelledAlike(): boolean {
  return true;
}
