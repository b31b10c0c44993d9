import { assertEquals, assertMatch, assertRejects, assertStringIncludes } from "@std/assert";
import type { NotebookDocument } from "../../lib/notebook/notebook_document.ts";
import { runNotebook, type RunNotebookOptions } from "../../lib/notebook/run_notebook.ts";
import { notebookOf } from "./notebook_of.ts";
import { isRunning, kernelsOf } from "./processes.ts";

function run(cells: Readonly<Record<string, string>>, options: Partial<RunNotebookOptions> = {}) {
  return runNotebook(notebookOf(cells), { folder: Deno.cwd(), ...options });
}

function textsOf({ cells }: NotebookDocument): unknown[] {
  return cells.map((cell) =>
    cell.cell_type === "code"
      ? cell.outputs.map((output) =>
        output.output_type === "stream"
          ? output.text
          : output.output_type === "error"
          ? output.ename
          : output.data["text/plain"]
      )
      : []
  );
}

/** How often what takes long is tried: more often by `deno task test:long`. */
const rounds = Deno.args.includes("--all") ? 5 : 1;

Deno.test("two hundred short cells lose no output in any run", async () => {
  const cells = Object.fromEntries(
    Array.from({ length: 200 }, (_, n) => [
      `c${n}`,
      n % 2
        ? `console.log(${n})`
        : `Deno.jupyter.display({ "text/plain": "${n}" }, { raw: true }); ${n} + 1`,
    ]),
  );
  const expected = Array.from({ length: 200 }, (_, n) => n % 2 ? [`${n}\n`] : [`${n}`, `${n + 1}`]);
  for (let round = 0; round < rounds; round++) {
    const { document, failure } = await run(cells);
    assertEquals(failure, undefined);
    assertEquals(
      textsOf(document).map((texts) => (texts as string[]).toSorted()),
      expected.map((texts) => texts.toSorted()),
    );
  }
});

Deno.test("outputs have every kind that a cell can give", async () => {
  const { document, failure } = await run({
    stream: `console.log("out"); console.error("err")`,
    display: `await Deno.jupyter.display({ "text/csv": "a,b" }, { raw: true })`,
    result: `({ a: 1 })`,
    nothing: `const quiet = 1`,
    empty: ` `,
    later: `quiet + 1`,
  });
  assertEquals(failure, undefined);
  const [stream, display, result, nothing, empty, later] = document.cells.map((cell) =>
    cell.cell_type === "code" ? [cell.execution_count, ...cell.outputs] : []
  );
  assertEquals(stream, [
    1,
    { output_type: "stream", name: "stdout", text: "out\n" },
    { output_type: "stream", name: "stderr", text: "err\n" },
  ]);
  assertEquals(display, [2, {
    output_type: "display_data",
    data: { "text/csv": "a,b" },
    metadata: {},
  }]);
  assertEquals(result, [3, {
    output_type: "execute_result",
    execution_count: 3,
    data: { "text/plain": "{ a: 1 }" },
    metadata: {},
  }]);
  assertEquals([nothing, empty], [[4], [null]]);
  assertEquals(later[0], 5);
});

Deno.test("an update changes the display that it names, in whichever cell", async () => {
  const { document } = await run({
    first: `await Deno.jupyter.broadcast("display_data", {
      data: { "text/plain": "old" }, metadata: {}, transient: { display_id: "d" } })`,
    second: `await Deno.jupyter.broadcast("update_display_data", {
      data: { "text/plain": "new" }, metadata: {}, transient: { display_id: "d" } })`,
    third: `console.log("gone"); await Deno.jupyter.broadcast("clear_output", { wait: false })`,
  });
  assertEquals(textsOf(document), [["new"], [], []]);
});

Deno.test("a throwing cell stops its notebook, and is named with its line", async () => {
  const { document, failure } = await run({
    fine:
      `interface Row { x: number }\nconst rows: Row[] | undefined = undefined;\nconsole.log("fine")`,
    growth:
      `// a comment\ninterface A {\n  b: string;\n}\n\nconst early = 1;\n\n\n[early].map((one) => {\n  return rows[0].x + one;\n});`,
    never: `console.log("never")`,
  });
  assertEquals(failure, {
    kind: "error",
    cell: "growth",
    cellNumber: 2,
    line: 10,
    name: "TypeError",
    message: "Cannot read properties of undefined (reading '0')",
  });
  assertEquals(textsOf(document), [["fine\n"], ["TypeError"], []]);
});

Deno.test("a mistake that the library refuses has the line of the cell, and no place in the library", async () => {
  const { failure } = await run({
    open:
      `import { loadReport } from "report";\nimport type { Report } from "report";\n\nconst report: Report = await loadReport(\n  "nowhere",\n);`,
  });
  assertEquals([failure?.name, failure?.line], ["InputError", 4]);
  assertEquals(failure?.thrownAt, undefined);
});

Deno.test("an error inside the library that it did not foresee has its place there too", async () => {
  const { failure } = await run({
    kappa: `import { cohensKappa } from "report";\ncohensKappa(undefined as never);`,
  });
  assertEquals([failure?.name, failure?.line], ["TypeError", 2]);
  assertMatch(failure?.thrownAt ?? "", /^lib\/rows\/coding\.ts:\d+:\d+$/);
});

Deno.test("a syntax error has its line, which the kernel does not tell", async () => {
  const { failure } = await run({ broken: `const a = 1;\n\nconst b = ;` });
  assertEquals(failure, {
    kind: "syntax",
    cell: "broken",
    cellNumber: 1,
    line: 3,
    name: "SyntaxError",
    message: "Unexpected token",
  });
});

Deno.test("an import that leads nowhere has its line", async () => {
  const { failure } = await run({ imports: `const a = 1;\nimport { x } from "nowhere-at-all";` });
  assertEquals([failure?.kind, failure?.cell, failure?.line], ["error", "imports", 2]);
  assertStringIncludes(failure?.message ?? "", "nowhere-at-all");
});

Deno.test("what is thrown and is no error is a failure too", async () => {
  const { failure } = await run({ text: `throw "as text"` });
  assertEquals([failure?.kind, failure?.message], ["error", "as text"]);
});

Deno.test("an error that nobody awaits is a failure of its cell", async () => {
  const rejected = await run({ one: `1`, two: `void Promise.reject(new RangeError("nobody"))` });
  assertEquals([rejected.failure?.cell, rejected.failure?.message], ["two", "nobody"]);
  const timed = await run({
    timer:
      `setTimeout(() => { throw new RangeError("in a timer"); }, 1);\nawait new Promise((go) => setTimeout(go, 20));`,
  });
  assertEquals([timed.failure?.cell, timed.failure?.message], ["timer", "in a timer"]);
});

Deno.test("every last value but undefined is shown", async () => {
  const values = ["0 / 0", "1 / 0", "-1 / 0", "-0; // negative", "10n ** 20n", "null", "[NaN]"];
  const cells = Object.fromEntries(values.map((value, index) => [`c${index}`, value]));
  const { document, failure } = await run({
    ...cells,
    imported: `import { show } from "report";\nawait Promise.resolve(NaN)`,
    nothing: "undefined",
    quiet: "const x = NaN",
    again: "x",
  });
  assertEquals(failure, undefined);
  assertEquals(textsOf(document), [
    ...["NaN", "Infinity", "-Infinity", "-0", "100000000000000000000n", "null", "[ NaN ]", "NaN"]
      .map((text) => [text]),
    [],
    [],
    ["NaN"],
  ]);
});

Deno.test("an import that deno.lock lacks is told with its line and the command that adds it", async () => {
  const { failure } = await run({
    own: `const a = 1;\nimport x from "npm:@own/package@1.2.3/part";`,
  });
  assertEquals([failure?.kind, failure?.line, failure?.name], ["error", 2, "ImportError"]);
  assertMatch(failure?.message ?? "", /run deno add --frozen=false npm:@own\/package@1\.2\.3$/);
});

Deno.test("an import by a misspelt name is told with the name that was meant", async () => {
  const { failure } = await run({ misspelt: `const a = 1;\nimport { md } from "reprot";` });
  assertEquals([failure?.line, failure?.name], [2, "ImportError"]);
  assertMatch(failure?.message ?? "", /^deno\.json names no "reprot": did you mean "report", /);
});

Deno.test("an error of twenty megabytes is cut, and a value that nests too deep is refused", async () => {
  const large = await run({ large: `throw new Error("x".repeat(20_000_000))` });
  assertEquals(JSON.stringify(large).length < 100_000, true);
  assertMatch(large.failure?.message ?? "", /… \(19,980,000 characters more\)$/);
  const deep = await run({
    deep: `let value = []; for (let i = 0; i < 120; i++) value = [value];
      await Deno.jupyter.broadcast("display_data", { data: { "application/json": value }, metadata: {} })`,
  });
  assertMatch(
    deep.failure?.message ?? "",
    /display_data that no notebook can hold.* nests too deep/,
  );
});

Deno.test("a cell that publishes what is no output fails, and its runner goes on", async () => {
  for (const content of ["null", "{ data: 5 }"]) {
    const broadcast = `await Deno.jupyter.broadcast("execute_result", ${content});`;
    const { failure } = await run({ broadcast });
    assertMatch(failure?.message ?? "", /execute_result that no notebook can hold: .*expected/);
  }
});

Deno.test("a cell may write more lines than arrive within a second of its end", async () => {
  const { document } = await run({
    many: `for (let line = 0; line < 20_000; line++) console.log(line)`,
  });
  assertEquals(
    textsOf(document).flat().join(""),
    Array.from({ length: 20_000 }, (_, n) => `${n}\n`).join(""),
  );
});

Deno.test("what a cell writes without a line feed stands alone", async () => {
  const { written } = await run({ raw: `Deno.stdout.writeSync(new TextEncoder().encode("raw"))` });
  assertEquals(written, "raw");
});

Deno.test("an endless loop is interrupted at its deadline, and keeps what it printed", async () => {
  const { document, failure } = await run(
    { fine: `console.log("fine")`, loop: `console.log("before");\nwhile (true) {}`, never: `1` },
    { deadline: 300, grace: 5_000 },
  );
  assertEquals([failure?.kind, failure?.cell], ["deadline", "loop"]);
  assertMatch(failure?.message ?? "", /longer than 0\.3 s and was interrupted; --deadline/);
  assertEquals(textsOf(document), [["fine\n"], ["before\n"], []]);
});

Deno.test("a cell that awaits for ever does not hear the interrupt, and loses its kernel", async () => {
  const { failure } = await run({ wait: `await new Promise(() => {})` }, {
    deadline: 200,
    grace: 100,
  });
  assertEquals([failure?.kind, failure?.cell], ["deadline", "wait"]);
  assertMatch(failure?.message ?? "", /its kernel was ended/);
});

Deno.test("a loop that begins after its cell has ended is stopped as well", async () => {
  const { failure } = await run({ late: `setTimeout(() => { while (true) {} }, 0); 1` }, {
    deadline: 300,
    grace: 100,
  });
  assertEquals([failure?.kind, failure?.cell], ["deadline", "late"]);
});

Deno.test("a kernel that is killed is said so, with the outputs until then", async () => {
  const { document, failure } = await run({
    last: `console.log("last words"); Deno.kill(Deno.pid, "SIGKILL"); await new Promise(() => {})`,
  });
  assertEquals([failure?.kind, failure?.cell], ["died", "last"]);
  assertMatch(failure?.message ?? "", /the kernel was ended by SIGKILL/);
  assertEquals(textsOf(document), [["last words\n"]]);
});

Deno.test("a kernel that is killed from outside is said so", async () => {
  const { failure } = await run({ one: `1`, wait: `await new Promise(() => {})` }, {
    onCell: async () => {
      const [kernel] = await kernelsOf(Deno.pid);
      Deno.kill(kernel, "SIGKILL");
    },
  });
  assertEquals([failure?.kind, failure?.cell], ["died", "wait"]);
  assertMatch(failure?.message ?? "", /the kernel was ended by SIGKILL/);
});

Deno.test("a cell that exits ends its notebook, and is said so", async () => {
  const { failure } = await run({ exit: `Deno.exit(3)`, never: `1` });
  assertEquals([failure?.kind, failure?.cell, failure?.cellNumber], ["died", "exit", 1]);
  assertMatch(failure?.message ?? "", /the kernel ended with exit code 3/);
});

Deno.test("a kernel that never starts is said so, with what it said", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const program = `${folder}/broken`;
    await Deno.writeTextFile(program, `#!/bin/sh\necho "no such option" >&2\nexit 7\n`, {
      mode: 0o755,
    });
    const { failure } = await run({ one: `1` }, { program });
    assertEquals(failure?.kind, "never-started");
    assertMatch(
      failure?.message ?? "",
      /ended with exit code 7 before it answered: no such option/,
    );
    await Deno.writeTextFile(program, `#!/bin/sh\nexec sleep 60\n`);
    const silent = await run({ one: `1` }, { program, startDeadline: 200 });
    assertMatch(silent.failure?.message ?? "", /did not answer within 0.2 s/);
    const absent = await run({ one: `1` }, { program: `${folder}/absent` });
    assertMatch(absent.failure?.message ?? "", /its program cannot be run/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a kernel whose port somebody took meanwhile is started again", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const program = `${folder}/late`;
    const script = `#!/bin/sh
if [ ! -e ${folder}/tried ]; then touch ${folder}/tried; echo "Address already in use" >&2; exit 1; fi
exec ${Deno.execPath()} "$@"
`;
    await Deno.writeTextFile(program, script, { mode: 0o755 });
    const { failure } = await run({ one: `1` }, { program });
    assertEquals(failure, undefined);
    await Deno.stat(`${folder}/tried`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("an abort ends the kernel, and leaves nothing behind", async () => {
  const controller = new AbortController();
  let kernels: number[] = [];
  const running = run({ one: `1`, wait: `await new Promise(() => {})` }, {
    signal: controller.signal,
    onCell: async () => {
      kernels = await kernelsOf(Deno.pid);
      controller.abort(new Error("enough"));
    },
  });
  await assertRejects(() => running, Error, "enough");
  assertEquals(kernels.length, 1);
  assertEquals(await isRunning(kernels[0]), false);
});

Deno.test("the notebook that is given stays as it is", async () => {
  const document = notebookOf({ one: `1` });
  const before = structuredClone(document);
  await runNotebook(document, { folder: Deno.cwd() });
  assertEquals(document, before);
});
