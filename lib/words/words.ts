import type { Label, Language } from "../model/label.ts";
import * as en from "./en.ts";
import * as ru from "./ru.ts";

/** How many there are, and how many of them are shown. */
export interface Kept {
  readonly kept: number | string;
  readonly total: number | string;
}

/** An interval whose ends are written; `null` is no limit. */
export interface WrittenInterval {
  readonly low: string | null;
  readonly high: string | null;
  readonly includesLow: boolean;
  readonly includesHigh: boolean;
}

/** A printed value and a recomputed one that do not agree, as they are written. */
export interface Apart {
  readonly printed: string;
  readonly recomputed: string;
  readonly apart: string;
  /** The lines of the text that it rests on, if the edition has one. */
  readonly lines: string;
  /** Where a printed table has it, if one does. */
  readonly cell?: { readonly table: string; readonly row: string; readonly column: string };
}

/** How large an edition is. */
export interface Sizes {
  readonly tables: number;
  readonly observations: number;
  readonly claims: number;
}

/** A table of words as another language may fill it. */
type AnyWords<Table> = Table extends string ? string
  : Table extends (...values: never[]) => unknown ? Table
  : { readonly [Name in keyof Table]: AnyWords<Table[Name]> };

/** All that this library says by itself, in one language. */
export type Words = AnyWords<typeof en>;

/** All that this library says by itself: tables, cards, verdicts, figures, the explorer, the console. */
export const words: Readonly<Record<Language, Words>> = { en, ru };

/** What an explorer says; no other words go into its script. */
export const explorerWords: Readonly<Record<Language, Words["explorer"]>> = {
  en: en.explorer,
  ru: ru.explorer,
};

/** What pages of the book say while they run; no other words go into their scripts. */
export const liveWords: Readonly<Record<Language, Words["live"]>> = { en: en.live, ru: ru.live };

/** A word in both languages. */
export function labelOf(word: (words: Words) => string): Label {
  return { ru: word(ru), en: word(en) };
}
