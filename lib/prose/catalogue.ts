import { type GetTextTranslations, po } from "gettext-parser";
import { InputError } from "../errors/problem.ts";
import type { Language } from "../model/label.ts";

/** A sentence of a notebook, as its cells have it. */
export interface NotebookSentence {
  /** In ICU MessageFormat, holes named after what they show. */
  readonly sentence: string;
  readonly cell: string;
}

/** A sentence with its translation, as a catalogue has it. */
export interface Translation {
  readonly sentence: string;
  /** In the other language; empty if nobody translated it yet. */
  readonly text: string;
  /** The cells that it was last found in. */
  readonly cells: readonly string[];
}

/**
 * Reads a catalogue: a PO file of gettext, whose texts are in ICU MessageFormat.
 *
 * @param text The text of the file.
 * @param path Its name, for the error.
 * @throws {InputError} If it is none, or has a sentence twice.
 */
export function readCatalogue(text: string, path: string): Translation[] {
  const { translations: { "": entries = {} } } = parsePo(text, path);
  return Object.values(entries).filter(({ msgid }) => msgid !== "").map((
    { msgid, msgstr: [text], comments },
  ) => ({
    sentence: msgid,
    text,
    cells: comments?.reference?.split(/\s+/).filter((cell) => cell !== "") ?? [],
  }));
}

/**
 * Brings a catalogue up to date: sentences that it lacks come in without translation, those that are gone are set aside.
 *
 * @param text The text of the file; empty for a new one.
 * @param sentences The sentences of the notebook, in order.
 * @param file Its name, and the language of its translations.
 * @returns The text of the file.
 */
export function updateCatalogue(
  text: string,
  sentences: readonly NotebookSentence[],
  { path, language }: { readonly path: string; readonly language: Language },
): string {
  const known = parsePo(text, path);
  const { "": { "": head, ...entries } = {} } = known.translations;
  const { "": aside = {} } = known.obsolete ?? {};
  const cells = Map.groupBy(sentences, ({ sentence }) => sentence);
  const now = [...cells].map(([msgid, places]) => {
    const { msgstr = [""], comments } = entries[msgid] ?? aside[msgid] ?? {};
    const reference = [...new Set(places.map(({ cell }) => cell))].join("\n");
    return [msgid, { msgid, msgstr, comments: { ...comments, reference } }] as const;
  });
  const gone = Object.entries({ ...aside, ...entries })
    .filter(([msgid, { msgstr: [translated] }]) => !cells.has(msgid) && translated !== "");
  const written = po.compile({
    charset: "utf-8",
    headers: {
      ...known.headers,
      Language: language,
      "Content-Type": "text/plain; charset=utf-8",
    },
    translations: { "": { "": head ?? { msgid: "", msgstr: [""] }, ...Object.fromEntries(now) } },
    obsolete: { "": Object.fromEntries(gone) },
  }, { foldLength: 100 });
  return `${new TextDecoder().decode(written).trimEnd()}\n`;
}

function parsePo(text: string, path: string): GetTextTranslations {
  try {
    return po.parse(text, { validation: true });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const line = "lineNumber" in error ? Number(error.lineNumber) : 1;
    const message = error.message.replace(/^Error parsing PO data: /, "");
    throw new InputError("Cannot read translations", [{ path, line, message }]);
  }
}
