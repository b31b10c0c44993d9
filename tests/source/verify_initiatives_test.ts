import { assertEquals } from "@std/assert";
import type { Report } from "../../lib/model/report.ts";
import { verifySource } from "../../lib/source/verify_source.ts";

const line =
  "Акция «Читай» в МБУ «ЦБС», по закону «О книге»; галерея «Арт «У полки», раздел «Прогулки вниманию.";

type Row = Readonly<Record<string, unknown>>;
const initiatives: readonly Row[] = ["Читай", "Арт «У полки»", "Прогулки"]
  .map((name, index) => ({ id: `i${index}`, line: 1, name, named: "yes" }));
const mentions: readonly Row[] = [{ line: 1, printed: "МБУ «ЦБС»", system: "x" }];
const others: readonly Row[] = [{ line: 1, printed: "О книге", reason: "document" }];

function prove(rows: {
  initiatives?: readonly Row[];
  systemMentions?: readonly Row[];
  notInitiatives?: readonly Row[];
}) {
  const tables = { initiatives, systemMentions: mentions, notInitiatives: others, ...rows };
  const report = { edition: { language: "ru" }, ...tables };
  const none = { numerals: [], observations: [], norms: [] };
  return verifySource({ ...report, ...none } as unknown as Report, line);
}

Deno.test("names, systems and listed strings account for every quote, also for one left open", () => {
  const { quoted, rows, misses } = prove({});
  assertEquals(misses, []);
  assertEquals(quoted, { printed: 6, accounted: 6 });
  assertEquals(rows, { named: 5, found: 5 });
});

Deno.test("a quoted string that nothing accounts for is a miss at its place", () => {
  assertEquals(prove({ notInitiatives: [] }).misses, [{
    line: 1,
    column: 38,
    message: '"О книге" is no initiative, no system and not in not-initiatives.csv',
  }]);
  assertEquals(prove({ systemMentions: [] }).misses.map(({ column }) => column), [21]);
  assertEquals(prove({ initiatives: initiatives.slice(0, 1) }).misses.length, 3);
});

Deno.test("a name in another form than its line prints is held against the form that is printed", () => {
  const inflected = initiatives.map((row) =>
    row.name === "Читай" ? { ...row, name: "Читайте", printed: "Читай" } : row
  );
  assertEquals(prove({ initiatives: inflected }).rows, { named: 5, found: 5 });
  assertEquals(prove({ initiatives: inflected }).misses, []);
});

Deno.test("a name of a part of a string does not account for all of it", () => {
  const shorter = initiatives.map((row) => row.name === "Читай" ? { ...row, name: "Чит" } : row);
  assertEquals(prove({ initiatives: shorter }).misses.map(({ column }) => column), [7]);
});

Deno.test("a name or mention that its line does not print is a miss", () => {
  const found = prove({
    initiatives: [...initiatives, { id: "z", line: 2, name: "Читай", named: "yes" }],
    systemMentions: [...mentions, { line: 1, printed: "МБУ «ЦБ»", system: "x" }],
  });
  assertEquals(found.misses.map(({ message }) => message), [
    'the line does not print "МБУ «ЦБ»" of system "x"',
    'the line does not print "Читай" of initiative "z"',
  ]);
});
