import { wordSimilaritySort } from "@std/text";
import { dirname } from "node:path";
import { InputError } from "../errors/problem.ts";
import { type Language, languages } from "../model/label.ts";
import { readCatalogue, type Translation } from "../prose/catalogue.ts";
import { sentenceKey, translationProblems } from "../prose/message.ts";
import { cataloguePath, readTranslations, type Translations } from "../prose/translations.ts";
import type { FoundProblem } from "./notebook_problem.ts";
import { ifThere } from "../input/read_file.ts";
import type { PlacedSentence } from "./notebook_sentences.ts";

/**
 * Holds a notebook against its catalogues: sentences without a translation, translations whose sentence is gone or changed,
 * and translations that cannot stand for theirs.
 *
 * @param path The notebook.
 * @param sentences What it says.
 * @param options Catalogues that were read before, by language and folder: what is read is put there.
 * @returns What does not fit; nothing of a notebook without a catalogue.
 */
export async function checkTranslations(
  path: string,
  sentences: readonly PlacedSentence[],
  { catalogues = new Map() }: { readonly catalogues?: Map<string, Translations> } = {},
): Promise<FoundProblem[]> {
  const found = await Promise.all(languages.map(async (language) => {
    const file = cataloguePath(path, language);
    const text = await ifThere(Deno.readTextFile(file));
    if (text === undefined) return [];
    try {
      const folder = dirname(path);
      const seen = catalogues.getOrInsertComputed(
        `${language} ${folder}`,
        () => readTranslations(folder, language),
      );
      return compare(sentences, readCatalogue(text, file), { language, seen });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return [{ message: error.message, code: "malformed-catalogue" }];
    }
  }));
  return found.flat();
}

function compare(
  sentences: readonly PlacedSentence[],
  translations: readonly Translation[],
  { language, seen }: { readonly language: Language; readonly seen: Translations },
): FoundProblem[] {
  const known = new Map(translations.map(({ sentence, text }) => [sentence, text]));
  const found: FoundProblem[] = [];
  const tell = (code: string, message: string, place: Partial<FoundProblem>) => {
    const { cell, line, column } = place;
    found.push({ cell, line, column, code, message });
  };
  for (const { sentence, problem, ...place } of sentences) {
    const lacks = problem ?? `no ${language} translation of ${quote(sentence)}`;
    if (problem || !known.get(sentence)) tell("untranslated", lacks, place);
  }
  for (const { sentence, text, cells } of translations) {
    const quoted = quote(sentence), place = sentences.find((one) => one.sentence === sentence);
    if (!place) {
      const fresh = sentences.filter((one) => cells.includes(one.cell) && !known.has(one.sentence));
      const [nearest] = wordSimilaritySort(sentence, fresh.map(({ sentence }) => sentence));
      const { cell = cells[0] } = fresh.find((one) => one.sentence === nearest) ??
        sentences.find(({ cell }) => cells.includes(cell)) ?? {};
      const what = nearest === undefined ? "is gone" : `changed to ${quote(nearest)}`;
      const message = `the ${language} translation is of a sentence that ${what}: ${quoted}`;
      tell("stale-translation", message, { cell });
      continue;
    }
    if (text === "") continue;
    for (const problem of translationProblems(sentence, text, language)) {
      tell("unfit-translation", `the ${language} translation of ${quoted}: ${problem}`, place);
    }
    // A sentence says the same in every notebook: of two translations, one would never be seen.
    const other = seen.get(sentenceKey(sentence))?.text ?? text;
    const unlike = `another notebook translates ${quoted} as ${quote(other)}, not ${quote(text)}`;
    if (other !== text) tell("unlike-translation", unlike, place);
  }
  return found;
}

function quote(sentence: string): string {
  const text = sentence.replaceAll(/\s+/g, " ");
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}
