import { InputError } from "../errors/problem.ts";

/** A place in a text, both from 1 on; columns in UTF-16 code units, as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A file that is no text that can be used, and why. */
export class UnreadableFile extends InputError {
  /** Whether there is no such file. */
  readonly isMissing: boolean;

  /**
   * @param path The file.
   * @param reason What was found, and what to do.
   * @param options Whether there is no such file, and the place of the problem.
   */
  constructor(
    path: string,
    reason: string,
    { isMissing = false, position }: {
      readonly isMissing?: boolean;
      readonly position?: Position;
    } = {},
  ) {
    super("Cannot read the file", [{ path, ...position, message: reason }]);
    this.isMissing = isMissing;
  }
}

/** What a text may hold at most: JavaScript has no longer ones. */
const largest = 500_000_000;

/**
 * Reads the bytes of a file.
 *
 * @param path The file.
 * @throws {UnreadableFile} If it is not there, is a folder, a pipe or a device, or cannot be read.
 */
export async function readFileBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { isFile, isDirectory, size } = await Deno.stat(path);
    if (!isFile) {
      const found = isDirectory ? "folder" : "pipe or device";
      throw new UnreadableFile(path, `expected a file, found a ${found}`);
    }
    if (size > largest) {
      const megabytes = Math.ceil(size / 1_000_000).toLocaleString("en");
      const reason = `expected at most 500 MB, found ${megabytes} MB; split the file`;
      throw new UnreadableFile(path, reason);
    }
    return await Deno.readFile(path);
  } catch (error) {
    const { NotFound, NotADirectory } = Deno.errors;
    if (error instanceof UnreadableFile || !(error instanceof Error)) throw error;
    const isMissing = error instanceof NotFound || error instanceof NotADirectory;
    if (isMissing && (await ifThere(Deno.lstat(path)))?.isSymlink) {
      throw new UnreadableFile(path, "expected a file, found a link that leads to none");
    }
    if (isMissing) throw new UnreadableFile(path, "no such file", { isMissing });
    throw new UnreadableFile(path, `cannot be read: ${error.message}`);
  }
}

/**
 * Reads bytes as UTF-8; a mark at their beginning stays in the text.
 *
 * @param bytes The bytes of a file.
 * @param path Its name, for the error.
 * @throws {UnreadableFile} If they are not UTF-8, with the place of the first that is not.
 */
export function decodeText(bytes: Uint8Array<ArrayBuffer>, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const lenient = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    if (lenient.startsWith("PK\x03\x04")) {
      const reason = "a workbook or an archive, and no text; save its table as CSV";
      throw new UnreadableFile(path, reason);
    }
    const position = endOf(lenient.slice(0, lenient.indexOf("\ufffd")));
    throw new UnreadableFile(path, "not UTF-8; save the file as UTF-8", { position });
  }
}

/** Reads a file as UTF-8 text: both of the above. */
export async function readFileText(path: string): Promise<string> {
  return decodeText(await readFileBytes(path), path);
}

/** Where a text has the mark of an unresolved merge, and what to do; `undefined` if it has none. */
export function mergeConflict(text: string): Position & { readonly message: string } | undefined {
  const start = text.search(/^<{7} /m);
  const message = "an unresolved merge conflict; choose one side, and remove its marks";
  return start < 0 ? undefined : { ...endOf(text.slice(0, start)), message };
}

/** Where a text ends that begins at line 1, column 1. */
export function endOf(text: string): Position {
  let line = 1, lineStart = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: text.length - lineStart + 1 };
}

/**
 * What the disk holds, where there need be nothing.
 *
 * @param found What is read or looked up, such as `Deno.readTextFile(path)`.
 * @returns What is found; `undefined` if nothing is there.
 * @throws {Error} If there is something that cannot be read.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { ifThere } from "./read_file.ts";
 *
 * assertEquals(await ifThere(Deno.readTextFile("no/such/file")), undefined);
 * ```
 */
export async function ifThere<Found>(found: Promise<Found>): Promise<Found | undefined> {
  try {
    return await found;
  } catch (error) {
    const { NotFound, NotADirectory } = Deno.errors;
    if (error instanceof NotFound || error instanceof NotADirectory) return undefined;
    throw error;
  }
}

/** Whether a path leads to a folder. */
export async function isFolder(path: string): Promise<boolean> {
  return (await ifThere(Deno.stat(path)))?.isDirectory ?? false;
}

/** The names of what lies in a folder, in order; none if there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  const names = await ifThere(Array.fromAsync(Deno.readDir(folder), ({ name }) => name));
  return names?.toSorted() ?? [];
}
