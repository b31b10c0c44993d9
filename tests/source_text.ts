import { fileURLToPath } from "node:url";
import { loadReport } from "../lib/load/load_report.ts";
import type { Observation } from "../lib/model/observation.ts";

const { file } = (await loadReport()).edition.source;
const path = Deno.env.get("REPORT_SOURCE") ??
  fileURLToPath(new URL(`../../shared/source/${file}`, import.meta.url));

/** The bytes of the source text, which is not ours to publish; `undefined` where it is not at hand. */
export const sourceBytes: Uint8Array<ArrayBuffer> | undefined = await Deno.readFile(path)
  .catch((error) => {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  });

/** The lines of the source text; none where it is not at hand. */
export const sourceLines: readonly string[] = sourceBytes
  ? new TextDecoder().decode(sourceBytes).split("\n")
  : [];

/** What the name of a test that needs the source ends in: why it is ignored, where it is. */
export const whyIgnored = sourceBytes
  ? ""
  : ` (ignored: ${file} is not here; REPORT_SOURCE may name it)`;

/** How often a text prints a string, and not as a part of a longer number or word. */
export function timesPrinted(text: string, printed: string): number {
  const continues = (left: string, right: string) =>
    /(\d[ \u00a0]?|\d[.,]|\p{L})$/u.test(left) && /^([ \u00a0]?\d|[.,]\d|\p{L})/u.test(right);
  let times = 0;
  for (let at = text.indexOf(printed); at >= 0; at = text.indexOf(printed, at + 1)) {
    const before = text.slice(0, at), after = text.slice(at + printed.length);
    if (!continues(before, printed) && !continues(printed, after)) times++;
  }
  return times;
}

type Print = Pick<Observation, "id" | "form" | "printed" | "line">;

/**
 * Whether the source prints an observation on the line that it names, as often as observations say so.
 *
 * A list of names may stand in pieces.
 */
export function isPrinted({ form, printed, line }: Print, among: readonly Print[]): boolean {
  const text = sourceLines[line - 1] ?? "";
  if (form === "names") {
    const plain = text.replaceAll(/\s+/g, " ");
    return printed.split(", ").every((name) => timesPrinted(plain, name) > 0);
  }
  const alike = among.filter((other) => other.line === line && other.printed === printed);
  return timesPrinted(text, printed) >= alike.length;
}
