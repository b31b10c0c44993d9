import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { runProgram } from "../../lib/input/run_program.ts";
import { scratchProject } from "./scratch_project.ts";

const doctor = (args: readonly string[], folder?: string) =>
  runProgram([Deno.execPath(), "task", "--quiet", "doctor", ...args], { folder });

Deno.test("doctor finds all in order where the tests run, with the permissions of its task", async () => {
  const { code, stdout, stderr } = await doctor(["--json"]);
  assertEquals([code, stderr], [0, ""], stdout);
  const { checks }: { checks: { name: string; status: string; found: string; advice?: string }[] } =
    JSON.parse(
      stdout,
    );
  assertEquals(
    checks.map(({ name }) => name),
    ["deno", "packages", "kernel", "canary", "outputs", "fonts", "front ends", "kernelspec"],
  );
  const needed = checks.slice(0, 6);
  assertEquals(needed.filter(({ status, advice }) => status !== "ok" || advice), []);
  const outputs = checks.find(({ name }) => name === "outputs");
  assertMatch(outputs?.found ?? "", /^all 40 arrived, \d+ of them after/);
  assertEquals(checks.filter(({ status, advice }) => status !== "ok" && !advice), []);
});

Deno.test("doctor prints a line for each check, and fails if one fails that reproduce needs", async () => {
  await using project = await scratchProject({});
  const config = `${project.folder}/deno.json`;
  const text = await Deno.readTextFile(config);
  await Deno.writeTextFile(config, text.replace('"report": "./lib/mod.ts"', '"r": "./lib/mod.ts"'));
  const { code, stdout } = await doctor([], project.folder);
  assertEquals(code, 1);
  assertMatch(stdout, /^ok {2}deno /);
  assertMatch(stdout, /^! {3}kernel +answers, but cannot import "report": .* → /m);
  assertMatch(stdout, /^– {3}canary +not tried/m);
});

Deno.test("doctor --help shows the options; an unknown one ends badly", async () => {
  const help = await doctor(["--help"]);
  assertEquals([help.code, help.stderr], [0, ""]);
  assertStringIncludes(help.stdout, "--json");
  for (const argument of ["--jsn", "extra"]) {
    const { code, stdout, stderr } = await doctor([argument]);
    assertEquals([code, stdout], [1, ""]);
    assertStringIncludes(stderr, argument);
    assertStringIncludes(stderr, "--help");
  }
});
