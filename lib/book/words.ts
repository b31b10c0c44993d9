import type { Language } from "../model/label.ts";
import { book as english, live as liveEnglish } from "../words/en.ts";
import { book as russian, live as liveRussian } from "../words/ru.ts";
import type { Words } from "../words/words.ts";

/** What the book says where it is made. */
export const bookWords: Readonly<Record<Language, Words["book"]>> = { en: english, ru: russian };

/** What its pages say while they run; no other words go into their scripts. */
export const liveWords: Readonly<Record<Language, Words["live"]>> = {
  en: liveEnglish,
  ru: liveRussian,
};
