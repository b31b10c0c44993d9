import type { Audit } from "../audit/audit.ts";
import type { Report } from "../model/report.ts";

/**
 * Brings the generated part of the README up to date.
 *
 * @returns Whether it was not, or with `check` is not.
 */
export function updateReadme(
  _report: Report,
  _audit: Audit,
  _options: { readonly check: boolean },
): Promise<boolean> {
  return Promise.resolve(false);
}
