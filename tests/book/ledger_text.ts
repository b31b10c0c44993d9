import type { Report } from "report";

/** A text that has the numerals of a report at their places, and nothing else: the source itself is not kept here. */
export function ledgerText({ edition, numerals }: Pick<Report, "edition" | "numerals">): string {
  const lines: string[] = Array.from({ length: edition.source?.lines ?? 0 }, () => "");
  for (const { line, offset, printed } of numerals) {
    lines[line - 1] = lines[line - 1].slice(0, offset).padEnd(offset) + printed;
  }
  return lines.join("\n");
}
