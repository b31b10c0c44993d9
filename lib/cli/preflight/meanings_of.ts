import { UsageError } from "../../errors/usage_error.ts";
import type { PrintedWord } from "../../model/edition.ts";

/**
 * What codes that stand for no number mean, as `--missing` tells them.
 *
 * @param codes Such as `-1=not-told,*=nil`.
 * @throws {UsageError} If they are not written so.
 */
export function meaningsOf(codes: string): Record<string, PrintedWord> {
  return Object.fromEntries(
    codes.split(",").filter((code) => code.trim() !== "").map((code) => {
      const [, text, meaning = "not-told"] = /^(.+?)(?:=(nil|not-told))?$/.exec(code.trim()) ?? [];
      if (text === undefined || text.includes("=")) {
        throw new UsageError(
          `Cannot read --missing: expected such as -1=not-told or -3=nil, found "${code}"`,
        );
      }
      return [text, meaning as PrintedWord];
    }),
  );
}
