import { assertRejects } from "@std/assert";
import { loadReport } from "../../lib/load/load_report.ts";
import { InputError } from "../../lib/errors/problem.ts";

const original = new URL("../../data/kuzbass-2016/", import.meta.url);

/** What becomes of a file: another text or other bytes, a text made from the old one, or nothing at all. */
export type Change = string | Uint8Array | ((text: string) => string) | null;

/** A copy of the real edition in a temporary folder, which goes when it falls out of scope. */
export interface ChangedEdition extends AsyncDisposable {
  readonly folder: string;
}

/** Copies the real edition and changes some of its files. */
export async function changedEdition(
  changes: Readonly<Record<string, Change>>,
): Promise<ChangedEdition> {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/tables`);
  // Forty small files, for each of many tests: waiting for each takes longer than copying it.
  for (const below of ["", "tables/"]) {
    for (const { name, isFile } of Deno.readDirSync(new URL(below, original))) {
      const path = below + name;
      if (!isFile || path in changes) continue;
      Deno.copyFileSync(new URL(path, original), `${folder}/${path}`);
    }
  }
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) continue;
    const content = typeof change === "function"
      ? change(await Deno.readTextFile(new URL(name, original)))
      : change;
    await (typeof content === "string"
      ? Deno.writeTextFile(`${folder}/${name}`, content)
      : Deno.writeFile(`${folder}/${name}`, content));
  }
  return {
    folder,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** The problems that loading a changed edition reports, each as `file:line:column: message`. */
export async function problemsOf(changes: Readonly<Record<string, Change>>): Promise<string[]> {
  await using edition = await changedEdition(changes);
  const { folder } = edition;
  const error = await assertRejects(() => loadReport(folder), InputError);
  const [head, ...lines] = error.message.split("\n");
  const count = lines.length === 1 ? "1 problem" : `${lines.length} problems`;
  if (head !== `Cannot read edition "${folder}": ${count}`) throw new Error(head);
  return lines.map((line) => line.replace(`${folder}/`, ""));
}

/** Replaces a piece of a text that must stand in it, once. */
export function replaced(old: string, by: string): (text: string) => string {
  return (text) => {
    if (text.split(old).length !== 2) throw new Error(`expected ${JSON.stringify(old)} once`);
    return text.replace(old, () => by);
  };
}

/** Adds a line to the end of a text. */
export function withLine(line: string): (text: string) => string {
  return (text) => `${text}${line}\n`;
}

/** The number of the line that {@linkcode withLine} adds to a file of the real edition. */
export function nextLine(name: string): number {
  return Deno.readTextFileSync(new URL(name, original)).split("\n").length;
}

/** The number of the line of the real edition that begins with a text. */
export function lineOf(name: string, beginning: string): number {
  const lines = Deno.readTextFileSync(new URL(name, original)).split("\n");
  return lines.findIndex((line) => line.startsWith(beginning)) + 1;
}
