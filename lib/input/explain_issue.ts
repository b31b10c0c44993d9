import type { z } from "zod";
import { makePrintable } from "../errors/problem.ts";

/**
 * What a schema refuses of a JSON value, with the keys and indices that lead to each place.
 *
 * @param error What zod says, asked to report its input.
 */
export function explainIssues({ issues }: z.core.$ZodError) {
  return issues.flatMap((issue) => {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
    const places = unknown.length ? unknown.map((key) => [...issue.path, key]) : [issue.path];
    return places.map((keys) => ({ keys, message: explainIssue(issue) }));
  });
}

/**
 * What a schema wanted of a value, and what it found.
 *
 * @param issue What zod says; with its input, where the schema was asked to report it.
 * @param found How the value stands in the file, if it is no JSON.
 * @returns Such as `expected a whole number from 1 on, found "0"`.
 */
export function explainIssue(issue: z.core.$ZodIssue, found?: string): string {
  if (issue.code === "unrecognized_keys") return "unknown key";
  const { message } = issue.code === "invalid_key" ? issue.issues[0] ?? issue : issue;
  const wanted = message.replace(/^(Invalid|Too) \w+: /, "").replace(/, received .*$/, "")
    .replace("Invalid URL", "expected a URL").replace(/^Invalid discriminator value. E/, "e")
    .replace("expected record", "expected object");
  return `${wanted}, found ${quote(found === undefined ? issue.input : found)}`;
}

function quote(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === Infinity || value === -Infinity) return "a number too large to be one";
  return typeof value === "string"
    ? makePrintable(`"${value}"`)
    : makePrintable(JSON.stringify(value).slice(0, 60));
}
