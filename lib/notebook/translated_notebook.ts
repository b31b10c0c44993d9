import type { Language } from "../model/label.ts";
import { blocksOf, unwrapped } from "../prose/blocks.ts";
import { escapeMessage, sentenceKey, writeMessage } from "../prose/message.ts";
import type { Translations } from "../prose/translations.ts";
import type { NotebookDocument } from "./notebook_document.ts";
import { notebookSentences } from "./notebook_sentences.ts";

/**
 * A notebook with the texts of its Markdown cells in another language.
 *
 * @param document The notebook.
 * @param translations What there is in that language; a text without translation stays as it is.
 */
export function translatedNotebook(
  document: NotebookDocument,
  translations: Translations,
): NotebookDocument {
  if (translations.size === 0) return document;
  const translated = (text: string) => {
    const found = translations.get(sentenceKey(escapeMessage(unwrapped(text))));
    return found ? writeMessage(found.text, "en", new Map()).join("") : text;
  };
  const cells = document.cells.map((cell) =>
    cell.cell_type === "markdown"
      ? {
        ...cell,
        source: blocksOf(cell.source).map(({ text, isProse }) => isProse ? translated(text) : text)
          .join(""),
      }
      : cell
  );
  return { ...document, cells };
}

/** The language that most letters of a notebook's sentences belong to; `undefined` if it says nothing. */
export function ownLanguage(document: NotebookDocument): Language | undefined {
  const text = notebookSentences(document)
    .map(({ sentence }) => sentence.replaceAll(/\{\w+|`[^`]*`|\]\([^)]*\)|<[^>]*>/g, ""))
    .join("\n");
  const letters = (script: RegExp) => text.match(script)?.length ?? 0;
  const [cyrillic, latin] = [/\p{Script=Cyrillic}/gu, /\p{Script=Latin}/gu].map(letters);
  if (cyrillic + latin === 0) return undefined;
  return cyrillic > latin ? "ru" : "en";
}
