import { wordSimilaritySort } from "@std/text";
import { basename, dirname, join } from "node:path";
import { InputError } from "../errors/problem.ts";
import { type Language, languages } from "../model/label.ts";
import { UsageError } from "../errors/usage_error.ts";
import { readCatalogue, type Translation } from "../prose/catalogue.ts";
import { sentenceKey, translationProblems as problemsOfTranslation } from "../prose/message.ts";
import {
  catalogueName,
  readTranslations,
  type Translations,
  translationsFolder,
} from "../prose/translations.ts";
import type { ProblemInCell } from "./notebook_problem.ts";
import { ifThere } from "../input/if_there.ts";
import type { PlacedSentence } from "./notebook_sentences.ts";

/** The path of a notebook's catalogue. */
export function cataloguePath(notebook: string, language: Language): string {
  const name = catalogueName(basename(notebook, ".ipynb"), language);
  return join(dirname(notebook), translationsFolder, name);
}

/**
 * Holds a notebook against its catalogues: sentences without a translation, translations whose sentence is gone or changed,
 * and translations that cannot stand for theirs.
 *
 * @param path The notebook.
 * @param sentences What it says.
 * @returns What is amiss; nothing of a notebook without a catalogue.
 */
export async function translationProblems(
  path: string,
  sentences: readonly PlacedSentence[],
): Promise<ProblemInCell[]> {
  const found = await Promise.all(languages.map(async (language) => {
    const file = cataloguePath(path, language);
    const text = await ifThere(Deno.readTextFile(file));
    if (text === undefined) return [];
    try {
      const translations = readCatalogue(text, file);
      return [
        ...untranslated(sentences, translations, language),
        ...stale(sentences, translations, language),
        ...unfit(sentences, translations, language),
        ...otherwise(sentences, translations, readTranslations(dirname(path), language)),
      ];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return [{ message: error.message, code: "malformed-catalogue" }];
    }
  }));
  return found.flat();
}

function untranslated(
  sentences: readonly PlacedSentence[],
  translations: readonly Translation[],
  language: Language,
): ProblemInCell[] {
  const known = new Map(translations.map(({ sentence, text }) => [sentence, text]));
  const code = "untranslated";
  return sentences.flatMap(({ sentence, problem, ...place }) => {
    if (problem) return [{ ...place, message: problem, code }];
    if (known.get(sentence)) return [];
    return [{ ...place, message: `no ${language} translation of ${quoted(sentence)}`, code }];
  });
}

function stale(
  sentences: readonly PlacedSentence[],
  translations: readonly Translation[],
  language: Language,
): ProblemInCell[] {
  const said = new Set(sentences.map(({ sentence }) => sentence));
  const known = new Set(translations.map(({ sentence }) => sentence));
  return translations.filter(({ sentence }) => !said.has(sentence)).map(({ sentence, cells }) => {
    const fresh = sentences.filter((one) => cells.includes(one.cell) && !known.has(one.sentence));
    const [nearest] = wordSimilaritySort(sentence, fresh.map(({ sentence }) => sentence));
    const place = fresh.find((one) => one.sentence === nearest) ??
      sentences.find(({ cell }) => cells.includes(cell));
    const what = nearest === undefined ? "is gone" : `changed to ${quoted(nearest)}`;
    return {
      ...place ? { cell: place.cell, cellNumber: place.cellNumber } : { cell: cells[0] },
      message: `the ${language} translation is of a sentence that ${what}: ${quoted(sentence)}`,
      code: "stale-translation",
    };
  });
}

function unfit(
  sentences: readonly PlacedSentence[],
  translations: readonly Translation[],
  language: Language,
): ProblemInCell[] {
  const code = "unfit-translation";
  return translations.filter(({ text }) => text !== "").flatMap(({ sentence, text }) => {
    const place = sentences.find((one) => one.sentence === sentence);
    if (!place) return [];
    const { cell, cellNumber, line, column } = place;
    return problemsOf(sentence, text, language).map((problem) => ({
      ...{ cell, cellNumber, line, column, code },
      message: `the ${language} translation of ${quoted(sentence)}: ${problem}`,
    }));
  });
}

/** A sentence says the same in every notebook: of two translations, one would never be seen. */
function otherwise(
  sentences: readonly PlacedSentence[],
  translations: readonly Translation[],
  seen: Translations,
): ProblemInCell[] {
  return translations.filter(({ text }) => text !== "").flatMap(({ sentence, text }) => {
    const other = seen.get(sentenceKey(sentence))?.text ?? text;
    const place = sentences.find((one) => one.sentence === sentence);
    if (other === text || !place) return [];
    const { cell, cellNumber, line, column } = place;
    const message = `another notebook translates ${quoted(sentence)} as ${quoted(other)}, not ${
      quoted(text)
    }`;
    return [{ ...{ cell, cellNumber, line, column }, message, code: "unlike-translation" }];
  });
}

function problemsOf(sentence: string, text: string, language: Language): string[] {
  try {
    return problemsOfTranslation(sentence, text, language);
  } catch (error) {
    if (error instanceof UsageError) return [error.message];
    throw error;
  }
}

function quoted(sentence: string): string {
  const text = sentence.replaceAll(/\s+/g, " ");
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}
