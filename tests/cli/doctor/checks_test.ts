import { assertEquals, assertMatch, assertRejects, assertStringIncludes } from "@std/assert";
import { runChecks } from "../../../lib/cli/doctor.ts";
import {
  checkCanary,
  checkFonts,
  checkKernel,
  checkOutputs,
} from "../../../lib/cli/doctor/kernel_checks.ts";
import {
  checkDenoVersion,
  checkFrontEnds,
  checkKernelspecs,
  checkPackages,
  describeCheck,
} from "../../../lib/cli/doctor/machine_checks.ts";
import { installKernelspec, ownName, pinnedDeno } from "../../../lib/cli/kernel/kernelspec.ts";
import { frontEnds } from "../../../lib/cli/lab/front_end.ts";
import { renderPng } from "../../../lib/figures/render.ts";
import { lyingDeno } from "./lying_deno.ts";

Deno.test("a result is one line, with what to do at its end", () => {
  assertEquals(
    describeCheck({ name: "deno", status: "ok", found: "2.9.6" }),
    "ok  deno         2.9.6",
  );
  assertEquals(
    describeCheck({ name: "fonts", status: "failed", found: "none", advice: "get one" }),
    "!   fonts        none → get one",
  );
});

for (
  const [version, status] of [
    [pinnedDeno, "ok"],
    ["2.8.2", "failed"],
    ["2.8.3", "failed"],
    ["2.10.0", "note"],
  ] as const
) {
  Deno.test(`Deno ${version} is ${status}`, () => {
    const result = checkDenoVersion(version);
    assertEquals(result.status, status);
    assertStringIncludes(result.found, version);
    assertEquals(result.advice === undefined, status === "ok");
  });
}

Deno.test("packages that are neither in the cache nor to be had are said so, with the reason", async () => {
  const cache = await Deno.makeTempDir();
  try {
    const registry = "http://127.0.0.1:9/";
    const { status, found, advice } = await checkPackages({
      DENO_DIR: cache,
      NPM_CONFIG_REGISTRY: registry,
    });
    assertEquals(status, "failed");
    assertStringIncludes(found, registry);
    assertMatch(advice ?? "", /NPM_CONFIG_REGISTRY/);
  } finally {
    await Deno.remove(cache, { recursive: true });
  }
});

Deno.test("packages that are in the cache need no registry", async () => {
  const { status, found } = await checkPackages({ HTTPS_PROXY: "http://127.0.0.1:9/" });
  assertEquals([status, found], ["ok", "all locked ones are in the cache; no registry is needed"]);
});

Deno.test("a renderer without arrows is found out, and one without a font", async () => {
  const withoutArrows = (svg: string) => renderPng(svg.replaceAll(/[→←]/g, "漢"));
  const some = await checkFonts(withoutArrows);
  assertEquals([some.status, some.found], ["failed", "figures leave out →←"]);
  const none = await checkFonts(() =>
    renderPng(`<svg xmlns="http://www.w3.org/2000/svg"
    width="24" height="24"/>`)
  );
  assertEquals(none.status, "failed");
  assertStringIncludes(none.found, "Ж");
  await assertRejects(() => checkFonts(() => Promise.reject(new Error("no memory"))), Error);
});

Deno.test("front ends that are there are named with their versions; none is but a note", async () => {
  const program = Deno.execPath();
  const [lab, ...others] = frontEnds;
  const absent = others.map((one) => ({ ...one, program: "nowhere/at-all" }));
  const found = await checkFrontEnds([{ ...lab, program }, ...absent]);
  assertEquals(found.status, "ok");
  assertMatch(found.found, /^JupyterLab deno \d+\.\d+\.\d+ .*: deno task lab opens it$/);
  const none = await checkFrontEnds(absent);
  assertEquals([none.status, none.found], ["note", "none"]);
  for (const { title, get } of others) {
    assertStringIncludes(none.advice ?? "", title);
    assertStringIncludes(none.advice ?? "", get);
  }
});

Deno.test("a kernelspec is found in any of the folders, and one whose Deno is gone is a note", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const folders = ["nowhere", folder];
    assertEquals((await checkKernelspecs(folders)).found, "not installed");
    const [{ path }] = await installKernelspec([ownName], folder);
    assertEquals(await checkKernelspecs(folders), {
      status: "ok",
      found: path,
    });
    const text = await Deno.readTextFile(path);
    await Deno.writeTextFile(path, text.replace(Deno.execPath(), "/gone/deno"));
    const { status, found } = await checkKernelspecs(folders);
    assertEquals([status, found], ["note", `${path} names /gone/deno, which is gone`]);
    await Deno.writeTextFile(path, `{"argv":["deno"]}`);
    assertEquals((await checkKernelspecs(folders)).found, "not installed");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

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
