import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { checkCanary, checkOutputs } from "../../../lib/cli/doctor/kernel_checks.ts";
import type { CheckResult } from "../../../lib/cli/doctor/machine_checks.ts";
import { runChecks, type RunChecksOptions } from "../../../lib/cli/doctor/run_checks.ts";
import { lyingDeno } from "./lying_deno.ts";

async function checks(options: Partial<RunChecksOptions>): Promise<Map<string, CheckResult>> {
  const running = runChecks({ folder: "notebooks", jupyterFolders: [], ...options });
  const results = await Array.fromAsync(running);
  return new Map(results.map((result) => [result.name, result]));
}

Deno.test("the checks find nothing amiss where the tests run", async () => {
  const results = await checks({});
  assertEquals(
    [...results.keys()],
    ["deno", "packages", "kernel", "canary", "outputs", "fonts", "front ends", "kernelspec"],
  );
  const needed = [...results.values()].slice(0, 6);
  assertEquals(needed.filter(({ status }) => status !== "ok"), []);
  assertEquals(needed.filter(({ advice }) => advice !== undefined), []);
  assertMatch(results.get("outputs")?.found ?? "", /^all 40 arrived, \d+ of them after/);
});

Deno.test("a kernel that reports a throwing cell as a success is found out", async () => {
  await using deno = await lyingDeno();
  const results = await checks({ program: deno.program });
  assertEquals(results.get("kernel")?.status, "ok");
  const canary = results.get("canary");
  assertEquals(
    [canary?.status, canary?.found],
    ["failed", "a cell that throws is reported as a success"],
  );
  assertStringIncludes(canary?.advice ?? "", "npx --yes deno@");
});

Deno.test("a kernel that loses outputs is found out, and how many", async () => {
  await using deno = await lyingDeno();
  const { status, found } = await checkOutputs({ folder: "notebooks", program: deno.program });
  assertEquals([status, found], ["failed", "40 of 40 never arrived"]);
});

Deno.test("a cell that fails in another way than it should is no good canary", async () => {
  const { status, found } = await checkCanary({ folder: "notebooks", program: "nowhere/deno" });
  assertEquals(status, "failed");
  assertMatch(found, /^a cell that throws is reported as "KernelFailure: .*cannot be run/);
});

Deno.test("a kernel that does not start is said so, and what needs one is not tried", async () => {
  const results = await checks({ program: "nowhere/deno" });
  const kernel = results.get("kernel");
  assertEquals(kernel?.status, "failed");
  assertMatch(kernel?.found ?? "", /its program cannot be run/);
  for (const name of ["canary", "outputs"]) {
    assertEquals(results.get(name)?.status, "note");
    assertMatch(results.get(name)?.found ?? "", /^not tried/);
  }
  assertEquals(results.get("fonts")?.status, "ok");
});

Deno.test('a kernel that does not find "report" is said so', async () => {
  const folder = await Deno.makeTempDir();
  try {
    const { status, found } = (await checks({ folder })).get("kernel") ?? {};
    assertEquals(status, "failed");
    assertMatch(found ?? "", /^answers, but cannot import "report": .*report/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
