import type { Language } from "../model/label.ts";
import { explorer as english } from "../words/en.ts";
import { explorer as russian } from "../words/ru.ts";
import type { Words } from "../words/words.ts";

/** What an explorer says; no other words go into its script. */
export const explorerWords: Readonly<Record<Language, Words["explorer"]>> = {
  en: english,
  ru: russian,
};
