import { assert, assertEquals, assertRejects } from "@std/assert";
import { KernelFailure } from "../../../lib/notebook/kernel/kernel.ts";
import { KernelQueue } from "../../../lib/notebook/kernel/kernel_queue.ts";
import { kernelsOf } from "../processes.ts";

Deno.test("each kernel is given once, and those that nobody took end with the queue", async () => {
  {
    await using queue = new KernelQueue({ folder: "." }, 3);
    await using first = await queue.take();
    await using second = await queue.take();
    assert(first.processId !== second.processId);
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
