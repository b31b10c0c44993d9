import { assertEquals } from "@std/assert";

const { tasks }: { tasks: Record<string, string> } = JSON.parse(
  await Deno.readTextFile("deno.json"),
);

Deno.test("every task that takes an edition may read one outside of the project", () => {
  const takeEdition = ["reproduce", "verify", "verify-source", "validate", "describe", "figure"];
  assertEquals(takeEdition.filter((name) => !/ --allow-read(?= |$)/.test(tasks[name])), []);
});

Deno.test("no task has every permission", () => {
  const all = Object.entries(tasks).filter(([, line]) => /(^| )(-A|--allow-all)( |$)/.test(line));
  assertEquals(all, []);
});

Deno.test("no task may write, or run programs, wherever and whichever, but those that must", () => {
  const wide = (permission: string) =>
    Object.entries(tasks).filter(([, line]) => new RegExp(` ${permission}(?= |$)`).test(line))
      .map(([name]) => name);
  assertEquals(wide("--allow-write"), ["describe"]);
  assertEquals(wide("--allow-run"), ["test:kernels"]);
  const others = ["--allow-net", "--allow-env", "--allow-sys", "--allow-ffi", "--allow-import"];
  assertEquals(others.flatMap(wide), []);
});

const commands = Object.entries(tasks).filter(([, line]) => line.includes(" lib/cli/"))
  .map(([name]) => name);

for (const name of commands) {
  Deno.test(`deno task ${name} --help says what it does, with the permissions of the task`, async () => {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "--quiet", name, "--help"],
      env: { NO_COLOR: "1" },
    }).output();
    const decoder = new TextDecoder();
    assertEquals([code, decoder.decode(stderr)], [0, ""]);
    const help = decoder.decode(stdout);
    assertEquals(help.startsWith(`Usage: deno task ${name} [options]`), true, help);
  });
}
