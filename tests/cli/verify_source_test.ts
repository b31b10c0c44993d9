import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { loadReport } from "../../lib/load/load_report.ts";
import { sourceBytes, whyIgnored } from "../source_text.ts";
import { runTask } from "./run_task.ts";

async function withSource(
  bytes: Uint8Array,
  use: (path: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeFile(`${folder}/source.txt`, bytes);
    await use(`${folder}/source.txt`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test({
  name: `verify-source proves the source of the edition, as text and as JSON${whyIgnored}`,
  ignore: !sourceBytes,
  fn: () =>
    withSource(sourceBytes!, async (path) => {
      const text = await runTask(["verify-source", path]);
      assertEquals([text.code, text.stderr], [0, ""]);
      assertMatch(text.stdout, /digits +(\d+) of \1 in exactly one row/);
      const json = await runTask(["verify-source", path, "--json"]);
      const { edition, sha256, expected, misses } = JSON.parse(json.stdout);
      assertEquals([json.code, edition, misses], [0, "kuzbass-2016", []]);
      assertEquals(sha256, expected);
    }),
});

Deno.test({
  name: `verify-source names every miss of a text with another digit${whyIgnored}`,
  ignore: !sourceBytes,
  fn: () => {
    const changed = new TextDecoder().decode(sourceBytes).replace("364 347", "364 34");
    return withSource(new TextEncoder().encode(changed), async (path) => {
      const { code, stderr } = await runTask(["verify-source", path]);
      assertEquals(code, 1);
      assertStringIncludes(stderr, "expected the text of kuzbass-2016, sha256 4d895b");
      assertStringIncludes(stderr, `${path}:20: the line does not print "364 347"`);
      assertStringIncludes(stderr, `${path}:20:87: expected "364 347" of numerals.csv`);
    });
  },
});

Deno.test("verify-source refuses another text, with every printed string that is not in it", async () => {
  await withSource(new TextEncoder().encode("12 книг\n"), async (path) => {
    const { code, stderr } = await runTask(["verify-source", path]);
    assertEquals(code, 1);
    assertStringIncludes(stderr, `${path}:1:1: "12" lies in no row of numerals.csv`);
    const { numerals } = await loadReport();
    assertEquals(stderr.split(" of numerals.csv, found").length - 1, numerals.length);
  });
});

Deno.test("verify-source refuses a file that is absent or not UTF-8", async () => {
  const absent = fileURLToPath(new URL("absent.txt", import.meta.url));
  const missing = await runTask(["verify-source", absent]);
  assertEquals(missing.code, 1);
  assertStringIncludes(missing.stderr, "absent.txt: no such file");
  await withSource(new Uint8Array([0xff, 0xfe, 0x31]), async (path) => {
    const { code, stderr } = await runTask(["verify-source", path]);
    assertEquals(code, 1);
    assertStringIncludes(stderr, `${path}:1:1: not UTF-8; save the file as UTF-8`);
  });
});
