import { pinnedDeno } from "../pinned_deno.ts";
import type { CheckResult } from "./check_result.ts";

/** Versions whose kernel says of a cell that throws that it ran well. */
const hidesErrors = ["2.8.2", "2.8.3"];

/**
 * Which Deno this is.
 *
 * @param version Its version.
 */
export function checkDenoVersion(version: string = Deno.version.deno): CheckResult {
  const name = "deno";
  const advice = `use the pinned one: npx --yes deno@${pinnedDeno} task …`;
  if (version === pinnedDeno) {
    return { name, status: "ok", found: `${version}, the pinned version` };
  }
  if (hidesErrors.includes(version)) {
    const found = `${version}, whose kernel reports cells that throw as a success`;
    return { name, status: "failed", found, advice };
  }
  return { name, status: "note", found: `${version}; the tests ran with ${pinnedDeno}`, advice };
}
