import type { Language } from "../model/label.ts";
import { book as english } from "../words/en.ts";
import { book as russian } from "../words/ru.ts";
import type { Words } from "../words/words.ts";

/** What the book says; no other words go into its scripts. */
export const bookWords: Readonly<Record<Language, Words["book"]>> = { en: english, ru: russian };
