import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { startedTasks } from "../../lib/cli/start.ts";
import { foreignWords } from "../foreign_words.ts";
import { changedEdition } from "../load/changed_edition.ts";
import { runTask } from "./run_task.ts";

const { tasks }: { tasks: Record<string, { description: string; command: string }> } = JSON.parse(
  await Deno.readTextFile("deno.json"),
);
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

Deno.test("tasks read an edition and write its files wherever it lies", async () => {
  await using edition = await changedEdition({});
  const { folder } = edition;
  for (const name of ["validate", "verify", "describe"]) {
    const { code, stderr } = await runTask([name, "--edition", folder]);
    assertEquals([name, code, stderr], [name, 0, ""]);
  }
  const { stdout } = await runTask(["verify-source", "README.md", "--edition", folder]);
  assertStringIncludes(stdout, "README.md as the source of kuzbass-2016");
});

Deno.test("tasks that read or write within the project refuse what lies elsewhere", async () => {
  await using edition = await changedEdition({});
  const elsewhere = edition.folder;
  const before = Array.from(Deno.readDirSync(elsewhere), ({ name }) => name);
  const refused: [string, ...string[]][] = [
    ["check", elsewhere],
    ["figure", "04_table_1/growth", "--out", elsewhere],
    ["kernel", "--user"],
  ];
  for (const task of refused) {
    const { code, stderr } = await runTask(task);
    assertEquals([task[0], code], [task[0], 1], stderr);
  }
  assertEquals(Array.from(Deno.readDirSync(elsewhere), ({ name }) => name), before);
});

/** The others are Deno's own `test` and `bench`. */
const commands = startedTasks.filter((name) => !/^(test|bench$)/.test(name));

for (const name of commands) {
  Deno.test(`deno task ${name} --help says what it does, with the permissions of the task`, async () => {
    const { code, stdout, stderr } = await runTask([name, "--help"]);
    assertEquals([code, stderr], [0, ""]);
    assertEquals(stdout.startsWith(`Usage: deno task ${name} [options]`), true, stdout);
  });
}

Deno.test("the help of commands that speak Russian is in Russian", async () => {
  const speaking = ["reproduce", "check", "stale", "diff", "verify", "verify-source"]
    .concat("validate", "describe", "figure", "compare");
  const helps = await Promise.all(speaking.map(async (name) => {
    const { code, stdout } = await runTask([name, "--help", "--language", "ru"]);
    assertEquals(code, 0, name);
    return stdout;
  }));
  // Names of commands, of arguments and of options are code.
  const code = /deno task \S+|--?[a-z-]+|<[^>]*>|\[[a-z]+\.\.\.\]|^ {2}\S+|\b[a-z]+\//gm;
  const foreign = helps.flatMap((text) =>
    foreignWords(text.replaceAll(code, ""), new Set(["git"]))
  );
  assertEquals(foreign.filter((word) => word !== "UTF-8"), []);
});
