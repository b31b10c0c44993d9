import { assertEquals, assertRejects } from "@std/assert";
import { runProgram } from "../../lib/input/run_program.ts";

const deno = Deno.execPath();

Deno.test("a program's words come back apart, without colours, and with how it ended", async () => {
  const code = `console.log("%cone", "color: red"); console.error("two"); Deno.exit(3)`;
  assertEquals(await runProgram([deno, "eval", code]), {
    success: false,
    code: 3,
    stdout: "one\n",
    stderr: "two\n",
  });
});

Deno.test("a program gets the folder and the variables that it is given", async () => {
  const folder = await Deno.realPath(await Deno.makeTempDir());
  try {
    const code = `console.log(Deno.cwd(), Deno.env.get("ONE"))`;
    const options = { folder, environment: { ONE: "1" } };
    const { success, stdout } = await runProgram([deno, "eval", code], options);
    assertEquals([success, stdout], [true, `${folder} 1\n`]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a program ends when its signal is aborted, whose reason is thrown", async () => {
  const controller = new AbortController();
  const code = `setInterval(() => {}, 1000)`;
  const running = runProgram([deno, "eval", code], { signal: controller.signal });
  controller.abort(new Error("enough"));
  await assertRejects(() => running, Error, "enough");
  const { signal } = controller;
  await assertRejects(() => runProgram([deno, "--version"], { signal }), Error, "enough");
});
