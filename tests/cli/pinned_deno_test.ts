import { assert, assertEquals } from "@std/assert";
import { pinnedDeno } from "../../lib/cli/kernel/kernelspec.ts";

for (const path of ["README.md", ".ci/run"]) {
  Deno.test(`${path} names the Deno that the project is pinned to, and no other`, async () => {
    const named = (await Deno.readTextFile(path)).matchAll(/\bdeno[@ ](\d+\.\d+\.\d+)/gi);
    const versions = Array.from(named, ([, version]) => version);
    assert(versions.length > 0);
    assertEquals(versions.filter((version) => version !== pinnedDeno), []);
  });
}
