import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { checkCanary, checkKernel, checkOutputs } from "../../../lib/cli/doctor/kernel_checks.ts";
import { runChecks } from "../../../lib/cli/doctor/run_checks.ts";
import { lyingDeno } from "./lying_deno.ts";

Deno.test("a kernel that reports a throwing cell as a success is found out", async () => {
  await using deno = await lyingDeno();
  const { status, found, advice } = await checkCanary({
    folder: "notebooks",
    program: deno.program,
  });
  assertEquals([status, found], ["failed", "a cell that throws is reported as a success"]);
  assertStringIncludes(advice ?? "", "npx --yes deno@");
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
  const running = runChecks({ folder: "notebooks", jupyterFolders: [], program: "nowhere/deno" });
  const checked = await Array.fromAsync(running);
  const results = new Map(checked.map((result) => [result.name, result]));
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
    const { status, found } = await checkKernel({ folder });
    assertEquals(status, "failed");
    assertMatch(found, /^answers, but cannot import "report": .*report/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
