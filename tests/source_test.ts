import { assert, assertEquals } from "@std/assert";
import { loadReport } from "../lib/load/load_report.ts";
import { readPrinted } from "../lib/numbers/read_printed.ts";
import { verifySource } from "../lib/source/verify_source.ts";
import { sourceBytes, sourceLines, whyIgnored } from "./source_text.ts";

const report = await loadReport();
const { sha256, lines: lineCount } = report.edition.source!;

/** A test that needs the source text. */
function sourceTest(behaviour: string, run: () => void | Promise<void>): void {
  Deno.test({ name: `${behaviour}${whyIgnored}`, ignore: !sourceBytes, fn: run });
}

sourceTest("the source is the one that edition.json names", async () => {
  assert(sourceBytes);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", sourceBytes));
  assertEquals(digest.toHex(), sha256);
  assertEquals(sourceLines.length, lineCount);
});

sourceTest(
  "every numeral of the source is in the ledger, and every printed string in the source",
  () => {
    const { digits, written, rows, misses } = verifySource(report, sourceLines.join("\n"));
    assertEquals(misses, []);
    assertEquals([digits.accounted, written.accounted], [digits.printed, written.printed]);
    assertEquals(rows.found, rows.named);
    assert(digits.printed > 500 && written.printed > 20 && rows.named > 290);
  },
);

sourceTest("every cell of Table 1 is an observation, in its order", () => {
  const cells = sourceLines.slice(24, 77)
    .map((line, index) => ({ line: index + 25, printed: line.trim() }))
    .filter(({ printed }) => readPrinted(printed, report.edition.numberFormat).form === "number");
  assertEquals(cells.length, 27);
  assertEquals(
    report.observations.filter(({ line }) => line !== null && line >= 25 && line <= 77)
      .map(({ line, printed }) => ({ line, printed })),
    cells,
  );
});

sourceTest("a claim that names a line does not name an empty one", () => {
  const empty = report.claims.filter(({ line }) =>
    line !== null && sourceLines[line - 1].trim() === ""
  );
  assertEquals(empty.map(({ id }) => id), []);
});
