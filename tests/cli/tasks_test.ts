import { assert, assertEquals } from "@std/assert";
import { startArguments, startedTasks } from "../../lib/cli/start.ts";

const { tasks }: { tasks: Record<string, { description: string; command: string }> } = JSON.parse(
  await Deno.readTextFile("deno.json"),
);
const machine = { deno: "/a b/deno", temporary: "/a b/temporary", jupyter: "/a b/jupyter" };

/** The permissions of a task, each by its name, with what it names. */
function permissionsOf(task: string): Map<string, readonly string[] | "all"> {
  const flags = startArguments(task, machine).filter((one) => one.startsWith("--allow"));
  return new Map(flags.map((flag) => {
    const [name, named] = flag.split("=");
    return [name, named === undefined ? "all" : named.split(",")];
  }));
}

Deno.test("the starter knows the tasks that it starts, and each says what it does", () => {
  const started = Object.entries(tasks)
    .filter(([, { command }]) => command.includes("lib/cli/start.ts"));
  assertEquals(started.map(([name]) => name).toSorted(), startedTasks.toSorted());
  for (const [name, { command, description }] of Object.entries(tasks)) {
    assert(description.length > 5, name);
    assert(!/[$`]/.test(command), `${name} substitutes what a shell would part at spaces`);
  }
  assertEquals(
    started.map(([name, { command }]) => command.endsWith(`lib/cli/start.ts ${name}`)),
    started.map(() => true),
  );
});

Deno.test("every task that takes an edition may read one outside of the project", () => {
  const takeEdition = [
    ...["reproduce", "stale", "verify", "verify-source", "validate", "describe", "figure"],
  ];
  assertEquals(takeEdition.filter((name) => permissionsOf(name).get("--allow-read") !== "all"), []);
});

Deno.test("no task may do all of a kind, but read, unless it must", () => {
  const wide = (permission: string) =>
    startedTasks.filter((name) => permissionsOf(name).get(permission) === "all");
  assertEquals(wide("--allow-write"), ["preflight", "describe"]);
  assertEquals(wide("--allow-run"), ["test:kernels"]);
  const others = ["--allow-net", "--allow-env", "--allow-sys", "--allow-ffi", "--allow-import"];
  assertEquals([...others, "--allow-all"].flatMap(wide), []);
});

/** The others are Deno's own `test` and `bench`. */
const commands = startedTasks.filter((name) => !/^(test|bench$)/.test(name));

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
