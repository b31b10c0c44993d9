import type { Language } from "../model/label.ts";

/** What is said around a figure, in the figure's language. */
export interface Caption {
  /** Name in kebab-case, by which errors tell the figure. */
  readonly name: string;
  /** What the figure shows, or better what it says, in one sentence. */
  readonly title: string;
  readonly subtitle?: string;
  /** What a reader who does not see the figure has to know. @default The title and the first rows of the data. */
  readonly alt?: string;
  /** Where the numbers come from. */
  readonly source: string;
  readonly language: Language;
}

/**
 * What a caption lacks.
 *
 * @param caption The caption.
 * @returns One sentence for each problem; none for a complete caption.
 */
export function checkCaption(caption: Caption): string[] {
  const { title, source, alt = title } = caption;
  const problems = Object.entries({ "a title": title, "an alt text": alt, "a source": source })
    .filter(([, text]) => typeof text !== "string" || text.trim() === "")
    .map(([wanted]) => `wanted ${wanted}, found none`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(caption.name ?? "")) {
    problems.unshift(`wanted a name in kebab-case, found ${JSON.stringify(caption.name)}`);
  }
  if (caption.language !== "ru" && caption.language !== "en") {
    problems.push(`wanted language "ru" or "en", found ${JSON.stringify(caption.language)}`);
  }
  return problems;
}
