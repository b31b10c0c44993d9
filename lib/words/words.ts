import type { Label, Language } from "../model/label.ts";
import * as commandWords from "./commands.ts";
import { chosenLanguage, type WordsIn, wordsIn } from "./language.ts";
import * as pages from "./pages.ts";
import * as vocabulary from "./vocabulary.ts";

const { checks, ...commands } = commandWords;
const tables = { ...vocabulary, ...pages, ...commands };

/** All that this library says by itself, in one language; what `check` finds is told in English where it is found. */
export type Words = WordsIn<typeof tables> & { readonly checks: Readonly<Record<string, string>> };

/** All that this library says by itself: tables, cards, verdicts, figures, the explorer, the console. */
export const words: Readonly<Record<Language, Words>> = {
  en: { ...wordsIn(tables, "en"), checks: {} },
  ru: { ...wordsIn(tables, "ru"), checks },
};

/** The same, in the language of what is shown now. */
export function chosenWords(): Words {
  return words[chosenLanguage()];
}

/** A word in both languages. */
export function labelOf(word: (words: Words, language: Language) => string): Label {
  return { ru: word(words.ru, "ru"), en: word(words.en, "en") };
}
