import { findFrontEnds, type FrontEnd, frontEnds, howToGet } from "../jupyter/front_end.ts";
import type { CheckResult } from "./check_result.ts";

/**
 * In what the notebooks can be opened.
 *
 * @param all The programs to look for.
 */
export async function checkFrontEnds(all: readonly FrontEnd[] = frontEnds): Promise<CheckResult> {
  const name = "front ends";
  const found = await findFrontEnds(all);
  if (found.length > 0) {
    const titles = found.map(({ title, version }) => `${title} ${version}`).join(", ");
    return { name, status: "ok", found: `${titles}: deno task lab opens it` };
  }
  const advice = `one is enough to open notebooks:\n${howToGet(all)}`;
  return { name, status: "note", found: "none", advice };
}
