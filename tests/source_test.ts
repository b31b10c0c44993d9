import { assert, assertEquals } from "@std/assert";
import { loadReport } from "../lib/load/load_report.ts";
import { parsePrinted } from "../lib/numbers/parse_printed.ts";
import { isPrinted, sourceBytes, sourceLines, timesPrinted, whyIgnored } from "./source_text.ts";

const report = await loadReport();
const { sha256, lines: lineCount } = report.edition.source;

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
  "every observation is printed on the line that it names, each at a place of its own",
  () => {
    const missing = report.observations.filter((each) => !isPrinted(each, report.observations));
    assertEquals(missing.map(({ id }) => id), []);
  },
);

sourceTest("every norm is printed on the line that it names", () => {
  const missing = report.norms.filter(({ printed, line }) =>
    timesPrinted(sourceLines[line - 1], printed) === 0
  );
  assertEquals(missing.map(({ id }) => id), []);
});

sourceTest("every cell of Table 1 is an observation, in its order", () => {
  const cells = sourceLines.slice(24, 77)
    .map((line, index) => ({ line: index + 25, printed: line.trim() }))
    .filter(({ printed }) => parsePrinted(printed, report.edition.numberFormat) !== undefined);
  assertEquals(cells.length, 27);
  assertEquals(
    report.observations.filter(({ line }) => line >= 25 && line <= 77)
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

Deno.test("a number is not found within a longer one, and one is found as often as it stands", () => {
  assertEquals(timesPrinted("насчитывает 2 717 627 чел.", "2 717 627"), 1);
  assertEquals(timesPrinted("насчитывает 12 717 627 чел.", "2 717 627"), 0);
  assertEquals(timesPrinted("насчитывает 2 717 627 чел.", "717 627"), 0);
  assertEquals(timesPrinted("составили 37,75%", "37,7"), 0);
  assertEquals(timesPrinted("в 2016 году", "201"), 0);
  assertEquals(timesPrinted("на 10% больше, на 10% меньше, на 110%", "10%"), 2);
  assertEquals(timesPrinted("VI чтения, V чтения, IV чтения", "V"), 1);
  assertEquals(timesPrinted("(3), Междуреченск", "3"), 1);
});
