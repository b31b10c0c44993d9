import { readFileText, UnreadableFile } from "../input/read_file.ts";
import type { NotebookDocument } from "./notebook_document.ts";
import { MalformedNotebook, parseNotebook } from "./parse_notebook.ts";

/** A notebook file. */
export interface NotebookFile {
  readonly text: string;
  readonly document: NotebookDocument;
}

/**
 * Reads a notebook file.
 *
 * @param path The file.
 * @throws {MalformedNotebook} Listing every reason why it is none; `isMissing` if there is no such file.
 */
export async function readNotebook(path: string): Promise<NotebookFile> {
  try {
    const text = await readFileText(path);
    return { text, document: parseNotebook(text, path) };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { isMissing, position } = error.options;
    const message = isMissing ? "expected a notebook, found no such file" : error.message;
    throw new MalformedNotebook(path, [{ ...position, message }], { isMissing });
  }
}
