import type { z } from "zod";
import { shown } from "../errors/problem.ts";

/**
 * What a schema wanted of a value, and what it found.
 *
 * @param issue What zod says; with its input, where the schema was asked to report it.
 * @param found How the value stands in the file, if it is no JSON.
 * @returns Such as `expected a whole number from 1 on, found "0"`.
 */
export function explainIssue(issue: z.core.$ZodIssue, found?: string): string {
  if (issue.code === "unrecognized_keys") return "unknown key";
  const wanted = issue.message.replace(/^(Invalid|Too) \w+: /, "").replace(/, received .*$/, "")
    .replace("Invalid URL", "expected a URL");
  return `${wanted}, found ${quote(found === undefined ? issue.input : found)}`;
}

function quote(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === Infinity || value === -Infinity) return "a number too large to be one";
  const text = typeof value === "string" ? `"${value}"` : JSON.stringify(value);
  return shown(text);
}
