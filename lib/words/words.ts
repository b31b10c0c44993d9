import type { Label, Language } from "../model/label.ts";
import * as commandWords from "./commands.ts";
import { chosenLanguage, type WordsIn, wordsIn } from "./language.ts";
import * as pages from "./pages.ts";
import * as vocabulary from "./vocabulary.ts";

const { checks, help, ...commands } = commandWords;
const tables = { ...vocabulary, ...pages, ...commands };

/** What is said in English where it arises, by its code or by its English; no word of it in English itself. */
interface Translated {
  readonly checks: Readonly<Record<string, string>>;
  readonly help: Readonly<Record<string, string>>;
}

/** All that this library says by itself, in one language. */
export type Words = WordsIn<typeof tables> & Translated;

/** All that this library says by itself: tables, cards, verdicts, figures, the explorer, the console. */
export const words: Readonly<Record<Language, Words>> = {
  en: { ...wordsIn(tables, "en"), checks: {}, help: {} },
  ru: { ...wordsIn(tables, "ru"), checks, help },
};

/** The same, in the language of what is shown now. */
export function chosenWords(): Words {
  return words[chosenLanguage()];
}

/** A word in both languages. */
export function labelOf(word: (words: Words, language: Language) => string): Label {
  return { ru: word(words.ru, "ru"), en: word(words.en, "en") };
}
