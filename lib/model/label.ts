/** The languages that labels, numbers and figures come in. */
export const languages = ["en", "ru"] as const;

/** A language that labels, numbers and figures come in. */
export type Language = typeof languages[number];

/** A name in both languages. */
export interface Label {
  readonly ru: string;
  readonly en: string;
}
