import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { foreignWords } from "../foreign_words.ts";
import { runTask } from "./run_task.ts";

Deno.test("compare puts two editions side by side, in both languages and as JSON", async () => {
  const { code, stdout } = await runTask(["compare", "kuzbass-2016", "data/kursk-2017/"]);
  assertEquals(code, 0);
  assertMatch(stdout, /^Can be compared: 0 numbers$/m);
  assertMatch(
    stdout,
    /^ {2}Users, children +2016: 267,826 +2016: 18 numbers, 200 to 3,506 +definition, of whom, counted over$/m,
  );
  assertMatch(stdout, /^Only kursk-2017 has: 4 indicators/m);
  const same = await runTask(["compare", "kursk-2017", "kursk-2017"]);
  assertStringIncludes(same.stdout, "Cannot be compared, for what is named: 0 numbers");
  const russian = await runTask(["compare", "kuzbass-2016", "kursk-2017", "--language", "ru"]);
  assertStringIncludes(russian.stdout, "Сравнимо чисел: 0");
  const known = new Set(["kuzbass", "kursk"]);
  assertEquals(foreignWords(russian.stdout, known), []);
  const { stdout: json } = await runTask(["compare", "kuzbass-2016", "kursk-2017", "--json"]);
  const { first, second, rows, only } = JSON.parse(json);
  assertEquals([first.id, second.id, rows.length], ["kuzbass-2016", "kursk-2017", 15]);
  assertEquals(only.length, 38);
});

Deno.test("compare says what is no edition", async () => {
  const { code, stderr } = await runTask(["compare", "kuzbass-2016", "kursk"]);
  assertEquals(code, 1);
  assertStringIncludes(stderr, 'did you mean "kursk-2017"');
  assertEquals((await runTask(["compare", "kuzbass-2016"])).code, 1);
});
