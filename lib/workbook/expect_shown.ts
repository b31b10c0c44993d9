import { didYouMean } from "../model/did_you_mean.ts";
import type { Report } from "../model/report.ts";
import { UsageError } from "../model/usage_error.ts";

/** What is shown, and by which notebook. */
export interface Shown {
  readonly what: "claim" | "finding";
  readonly of: { readonly notebook: string; readonly report: Report };
}

/**
 * Refuses to show no claims or findings: the notebook's name may be misspelt.
 *
 * @param shown Verdicts on claims or findings.
 * @throws {RangeError} If there is none; the message suggests notebooks that have some.
 */
export function expectShown(
  shown: readonly unknown[],
  { what, of: { notebook, report } }: Shown,
): void {
  if (shown.length > 0) return;
  const names = (what === "claim" ? report.claims : report.findings)
    .map(({ topic }) => topic);
  const meant = names.includes(topicOf(notebook))
    ? ""
    : `; ${didYouMean(topicOf(notebook), names)}`;
  throw new UsageError(
    `Cannot show ${what}s: expected some of notebook "${notebook}", found none${meant}`,
  );
}

/** The topic that a notebook is named after. */
export function topicOf(notebook: string): string {
  return notebook.replace(/^\d+_/, "").replaceAll("_", "-");
}
