/** What a check found, as one line. */
export interface CheckResult {
  /** What was looked at, in a word or two. */
  readonly name: string;
  /** `failed` where `reproduce` or the notebooks need it, `note` where work goes on without it. */
  readonly status: "ok" | "note" | "failed";
  readonly found: string;
  /** What to do; only where something is to be done. */
  readonly advice?: string;
}

const marks = { ok: "ok", note: "–", failed: "!" };

/** A result as a line, such as `!  fonts      no glyph for → → install again`. */
export function describeCheck({ name, status, found, advice }: CheckResult): string {
  const line = `${marks[status].padEnd(3)} ${name.padEnd(12)} ${found}`;
  return advice === undefined ? line : `${line} → ${advice}`;
}
