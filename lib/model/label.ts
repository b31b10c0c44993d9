/** The languages that labels, numbers and figures come in. */
export const languages = ["en", "ru"] as const;

/** A language that labels, numbers and figures come in. */
export type Language = typeof languages[number];

/** A text in both languages. */
export interface Label {
  /** In Russian. */
  readonly ru: string;
  /** In English. */
  readonly en: string;
}

/** A text in both languages, or in the one in which an edition was opened. */
export type Wording = Label | string;

/** What has a code and a name. */
export interface Named<Text = Wording> {
  /** Its code. */
  readonly id: string;
  /** Its name. */
  readonly label: Text;
}

/** A text in a language; one that is in one language only, as it is. */
export function textIn(text: Wording, language: Language): string {
  return typeof text === "string" ? text : text[language];
}

/** A text in every language that the library speaks: in one that lacks, as another has it. */
export function toLabel(given: Readonly<Record<string, string>>): Label {
  const any = given.en || given.ru || Object.values(given).find((text) => text !== "") || "";
  return { ...given, ru: given.ru || any, en: given.en || any };
}
