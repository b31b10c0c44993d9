/** The languages that labels, numbers and figures come in. */
export const languages = ["en", "ru"] as const;

/** A language that labels, numbers and figures come in. */
export type Language = typeof languages[number];

/** A name in both languages. */
export interface Label {
  readonly ru: string;
  readonly en: string;
}

/** A row whose texts may be in one language, as a notebook reads it. */
export type Worded<Row> = {
  readonly [Field in keyof Row]: Row[Field] extends Label ? Label | string : Row[Field];
};

/** A text in a language; one that is in one language only, as it is. */
export function textIn(text: Label | string, language: Language): string {
  return typeof text === "string" ? text : text[language];
}
