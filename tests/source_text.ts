import { fileURLToPath } from "node:url";
import { loadReport } from "../lib/load/load_report.ts";

const { file } = (await loadReport()).edition.source!;
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
