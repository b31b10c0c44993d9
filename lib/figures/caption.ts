import type { Language } from "../model/label.ts";

/** What is said around a figure, in the figure's language. */
export interface Caption {
  /** Name in kebab-case; the file name of the figure. */
  readonly name: string;
  /** What the figure shows, or better what it says, in one sentence. */
  readonly title: string;
  readonly subtitle?: string;
  /** What a reader who does not see the figure has to know: required. */
  readonly alt: string;
  /** Where the numbers come from. */
  readonly source: string;
  readonly language: Language;
}

const named: readonly (keyof Caption)[] = ["title", "alt", "source"];

/**
 * What a caption lacks.
 *
 * @param caption The caption.
 * @returns One sentence for each problem; none for a complete caption.
 */
export function checkCaption(caption: Caption): string[] {
  const problems = named
    .filter((key) => typeof caption[key] !== "string" || caption[key].trim() === "")
    .map((key) => `wanted ${key === "alt" ? "an alt text" : `a ${key}`}, found none`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(caption.name ?? "")) {
    problems.unshift(`wanted a name in kebab-case, found ${JSON.stringify(caption.name)}`);
  }
  if (caption.language !== "ru" && caption.language !== "en") {
    problems.push(`wanted language "ru" or "en", found ${JSON.stringify(caption.language)}`);
  }
  return problems;
}
