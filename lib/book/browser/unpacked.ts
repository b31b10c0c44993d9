import type { Language } from "../../model/label.ts";
import type { Report } from "../../model/report.ts";

/** The parts of a report that an audit in a page reads, with what its printed values are called. */
export interface ReportParts
  extends Pick<Report, "observations" | "indicators" | "norms" | "claims" | "trendWords"> {
  readonly edition: Pick<Report["edition"], "numberFormat">;
  readonly labels: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/**
 * Loads a text that the site keeps compressed, whatever its server does.
 *
 * @param name Its name in the folder `live`.
 */
export async function unpacked(name: string): Promise<string> {
  const { ok, body, status } = await fetch(`../live/${name}.bin`);
  if (!ok || body === null) throw new Error(`Cannot load live/${name}.bin: status ${status}`);
  return await new Response(body.pipeThrough(new DecompressionStream("gzip"))).text();
}
