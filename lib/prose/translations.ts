import { basename, dirname, join } from "node:path";
import { isSpelledAlike, loadNow } from "../input/later_module.ts";
import type { Language } from "../model/label.ts";
import type { Translation } from "./catalogue.ts";
import { sentenceKey } from "./message.ts";

/** Catalogues are read by a parser that a notebook in the language of its code does without. */
const loaded = isSpelledAlike(import.meta.url) ? undefined : await import("./catalogue.ts");

/** Translated sentences by what tells them apart. */
export type Translations = ReadonlyMap<string, Translation>;

/** The path of a notebook's catalogue, in a folder beside it. */
export function cataloguePath(notebook: string, language: Language): string {
  const name = `${basename(notebook, ".ipynb")}.${language}.po`;
  return join(dirname(notebook), "translations", name);
}

/** The paths of the catalogues of a folder's notebooks. */
export function cataloguesIn(folder: string, language: Language): string[] {
  const below = join(folder, "translations");
  return namesIn(below).filter((name) => name.endsWith(`.${language}.po`)).toSorted()
    .map((name) => join(below, name));
}

/**
 * Reads the catalogues of all notebooks of a folder: a sentence says the same wherever it stands.
 *
 * @param folder The folder of the notebooks.
 * @param language Language of the translations.
 * @returns The sentences that have one.
 */
export function readTranslations(folder: string, language: Language): Translations {
  const found = new Map<string, Translation>();
  for (const path of cataloguesIn(folder, language)) {
    const { readCatalogue }: typeof import("./catalogue.ts") = loaded ??
      loadNow("./catalogue.ts", import.meta.url);
    for (const translation of readCatalogue(Deno.readTextFileSync(path), path)) {
      const key = sentenceKey(translation.sentence);
      if (translation.text !== "" && !found.has(key)) found.set(key, translation);
    }
  }
  return found;
}

const read = new Map<string, Translations>();

/**
 * The translation of a sentence of the notebook that runs, whose folder is the working directory.
 *
 * @param sentence The sentence in ICU MessageFormat; the names of its holes do not count.
 * @param language The language.
 * @returns `undefined` if there is none.
 */
export function translationOf(sentence: string, language: Language): Translation | undefined {
  const folder = Deno.cwd(), at = `${language} ${folder}`;
  const translations = read.get(at) ?? readTranslations(folder, language);
  read.set(at, translations);
  return translations.size === 0 ? undefined : translations.get(sentenceKey(sentence));
}

function namesIn(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
