/** The languages that labels, numbers and figures come in. */
export type Language = "ru" | "en";

/** A name in both languages. */
export interface Label {
  readonly ru: string;
  readonly en: string;
}
