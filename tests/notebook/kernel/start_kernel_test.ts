import { assert, assertEquals, assertRejects } from "@std/assert";
import { KernelFailure } from "../../../lib/notebook/kernel/kernel_process.ts";
import { KernelKeeper } from "../../../lib/notebook/kernel/kernel_keeper.ts";
import { KernelQueue, startKernel } from "../../../lib/notebook/kernel/start_kernel.ts";
import { kernelsOf } from "../processes.ts";

Deno.test("each kernel is given once, and those that nobody took end with the queue", async () => {
  {
    await using queue = new KernelQueue({ folder: "." }, 3);
    await using first = await queue.take();
    await using second = await queue.take();
    assert(first.process.id !== second.process.id);
    await first.execute("const only = 1");
    assertEquals((await second.execute("only")).status, "error");
    // The third is started in the background: it may take a while on a busy machine.
    for (let tries = 0; (await kernelsOf(Deno.pid)).length < 3 && tries < 100; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assertEquals((await kernelsOf(Deno.pid)).length, 3);
  }
  assertEquals(await kernelsOf(Deno.pid), []);
});

Deno.test("a kernel that does not start fails where it is taken", async () => {
  await using queue = new KernelQueue({ folder: ".", program: "/no/such/program" }, 2);
  await assertRejects(() => queue.take(), KernelFailure, "cannot be run");
  await assertRejects(() => queue.take(), KernelFailure, "cannot be run");
});

Deno.test("a connection file is its owner's alone, and gone with its kernel", async () => {
  await using keeper = await KernelKeeper.start();
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
