import { createHash } from "node:crypto";

/**
 * Tells contents apart: the first twelve digits of a SHA-256.
 *
 * @param content A text, taken as UTF-8, or bytes.
 */
export function fingerprint(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 12);
}

/** Fingerprints by name, sorted by name. */
export type Fingerprints = Readonly<Record<string, string>>;

/**
 * Fingerprints of files.
 *
 * @param paths By the name that each gets.
 * @returns By name; a file that does not exist is left out.
 */
export async function fingerprintFiles(paths: ReadonlyMap<string, string>): Promise<Fingerprints> {
  const entries = await Promise.all([...paths].map(async ([name, path]) => {
    try {
      return [[name, fingerprint(await Deno.readFile(path))]];
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return [];
      throw error;
    }
  }));
  return Object.fromEntries(entries.flat().toSorted(([a], [b]) => a < b ? -1 : 1));
}
