import { wordsIn } from "../../words/language.ts";
import { live } from "../../words/pages.ts";

/** The language of the page. */
export const pageLanguage = document.documentElement.lang === "ru" ? "ru" : "en";

/** What pages say while they run; no other words go into their scripts. */
export const words = wordsIn(live, pageLanguage);

/**
 * Loads a text that the site keeps compressed, whatever its server does.
 *
 * @param name Its name in the folder `live`.
 */
export async function loadText(name: string): Promise<string> {
  if (location.protocol === "file:") throw new Error(words.needsServer);
  const { ok, body, status } = await fetch(`../live/${name}.bin`);
  if (!ok || body === null) throw new Error(`Cannot load live/${name}.bin: status ${status}`);
  return await new Response(body.pipeThrough(new DecompressionStream("gzip"))).text();
}

/** What a reader changed of a notebook's page: the code of its cells, and a printed value. */
export interface Changes {
  /** The code by the id of the cell. */
  readonly code: Readonly<Record<string, string>>;
  readonly value: string;
  readonly printed: string;
}

function nameOf({ dataset }: HTMLElement): string {
  return `report ${dataset.edition} ${dataset.notebook}`;
}

/** What the browser kept of a page whose code has not become another since; `undefined` if it kept nothing. */
export function keptChanges(page: HTMLElement): Changes | undefined {
  try {
    const { of, ...changes } = JSON.parse(localStorage.getItem(nameOf(page)) ?? "{}");
    return of === page.dataset.code ? changes : undefined;
  } catch {
    return undefined;
  }
}

/** Lets the browser keep what was changed of a page, in either language, or forget it; one that keeps nothing runs pages all the same. */
export function keepChanges(page: HTMLElement, changes?: Changes): void {
  try {
    if (changes === undefined) localStorage.removeItem(nameOf(page));
    else localStorage.setItem(nameOf(page), JSON.stringify({ of: page.dataset.code, ...changes }));
  } catch {
    // There is no room, or the reader allows none.
  }
}
