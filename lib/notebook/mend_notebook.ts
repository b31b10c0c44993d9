import * as z from "zod";
import { MalformedNotebook, parseNotebook, parseNotebookJson } from "./notebook_document.ts";
import { serializeNotebook } from "./serialize_notebook.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * Mends what needs no thought in a notebook that VS Code, Colab or an older Jupyter saved: nbformat 4.0 to 4.4 becomes 4.5,
 * a cell without an id of its own gets one that says what it declares or is headed by, and all is in canonical form.
 *
 * @param text The text of the file.
 * @param path Its name, for the error.
 * @returns The text as it ought to be; what is so already, or is written for another language, stays as it is.
 * @throws {MalformedNotebook} If the file is no notebook, or of another major format.
 */
export function mendNotebook(text: string, path: string): string {
  const found = parseNotebookJson(text, path);
  if (!isObject(found) || found.nbformat !== 4 || !Array.isArray(found.cells)) {
    return serializeNotebook(parseNotebook(text, path));
  }
  if (foreignLanguage(found.metadata) !== undefined) return text;
  const cells = withIds(found.cells.filter(isObject).map(completeCell));
  const { nbformat, nbformat_minor, metadata = {} } = found;
  const minor = Math.max(5, Number(nbformat_minor) || 0);
  const mended = JSON.stringify({ nbformat, nbformat_minor: minor, metadata, cells });
  try {
    return serializeNotebook(parseNotebook(mended, path));
  } catch (error) {
    if (!(error instanceof MalformedNotebook)) throw error;
    // Places are those of the file, not of what was made of it.
    return serializeNotebook(parseNotebook(text, path));
  }
}

const kernelMetadata = z.object({
  kernelspec: z.object({ language: z.string().optional() }).optional(),
  language_info: z.object({ name: z.string() }).optional(),
});

/** The language of a notebook that our kernel does not run; `undefined` if it does, or nothing is said. */
export function foreignLanguage(metadata: unknown): string | undefined {
  const { kernelspec, language_info } = kernelMetadata.safeParse(metadata).data ?? {};
  const language = kernelspec?.language ?? language_info?.name ?? "typescript";
  return /^(typescript|javascript)$/i.test(language) ? undefined : language;
}

/** Ids that Jupyter and VS Code make up: eight or more hexadecimal digits, or a UUID. */
const madeUp = /^(?=.*\d)[0-9a-f]{8}(-?[0-9a-f]{4}){0,3}(-?[0-9a-f]{12})?$/;

/** Whether nobody chose the id of a cell. */
export function isMadeUp(id: string): boolean {
  return madeUp.test(id);
}

/** A cell with the fields that nbformat 4.5 asks for, and no others. */
function completeCell(cell: Json): Json {
  const { cell_type, id, metadata = {}, source = "", attachments } = cell;
  if (cell_type !== "code") return { cell_type, id, metadata, source, attachments };
  const { outputs = [], execution_count = null } = cell;
  const complete = Array.isArray(outputs) ? outputs.map(completeOutput) : outputs;
  return { cell_type, id, metadata, source, outputs: complete, execution_count };
}

function completeOutput(output: unknown): unknown {
  if (!isObject(output)) return output;
  const { output_type } = output;
  if (output_type === "display_data") return { metadata: {}, ...output };
  if (output_type === "execute_result") return { metadata: {}, execution_count: null, ...output };
  return output_type === "stream" ? { name: "stdout", ...output } : output;
}

function withIds(cells: readonly Json[]): Json[] {
  const taken = new Set<string>();
  const kept = cells.map(({ id }) => {
    const isOwn = typeof id === "string" && /^[\w-]{1,64}$/.test(id) && !isMadeUp(id) &&
      !taken.has(id.toLowerCase());
    if (isOwn) taken.add(id.toLowerCase());
    return isOwn;
  });
  return cells.map((cell, index) => {
    if (kept[index]) return cell;
    const stem = nameOf(cell, index + 1);
    let id = stem;
    for (let count = 2; taken.has(id); count++) id = `${stem}-${count}`;
    taken.add(id);
    return { ...cell, id };
  });
}

const declaration =
  /^\s*(?:export\s+)?(?:const|let|var|(?:async\s+)?function\*?|class)\s+(?:[{[]\s*)?([A-Za-z_$][\w$]*)/m;

/** What a cell declares first, or the first words of a text, in kebab case. */
function nameOf({ cell_type, source }: Json, number: number): string {
  const text = Array.isArray(source) ? source.join("") : String(source);
  const words = cell_type === "code"
    ? declaration.exec(text)?.[1]?.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, " ") ?? ""
    : text.trimStart().split("\n")[0];
  const found = words.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const name = found.slice(0, 5).join("-").slice(0, 40);
  const isName = name !== "" && !isMadeUp(name) &&
    !/\p{L}/u.test(words.replaceAll(/[A-Za-z]/g, ""));
  return isName ? name : `${cell_type === "code" ? "cell" : "text"}-${number}`;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
