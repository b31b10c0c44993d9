import { assertEquals, assertRejects } from "@std/assert";
import { KernelFailure } from "../../../lib/notebook/kernel/kernel_process.ts";
import { startKeeper } from "../../../lib/notebook/kernel/kernel_keeper.ts";
import { startKernel } from "../../../lib/notebook/kernel/start_kernel.ts";

Deno.test("a kernel whose program is not there does not start", async () => {
  const starting = () => startKernel({ folder: ".", program: "/no/such/program" });
  assertEquals(
    (await assertRejects(starting, KernelFailure, "cannot be run")).kind,
    "never-started",
  );
});

Deno.test("a connection file is its owner's alone, and gone with its kernel", async () => {
  await using keeper = await startKeeper();
  const files = () => [...Deno.readDirSync(keeper.folder)].map(({ name }) => name);
  const before = files();
  {
    await using _kernel = await startKernel({ folder: ".", keeper });
    const [file, ...more] = files().filter((name) => !before.includes(name));
    assertEquals(more, []);
    assertEquals(Deno.statSync(`${keeper.folder}/${file}`).mode! & 0o777, 0o600);
  }
  assertEquals(files(), before);
});
