import { dirname } from "node:path";
import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { describeFailure } from "../../lib/notebook/explain_error.ts";
import { runNotebooks } from "../../lib/notebook/run_notebooks.ts";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "./notebook_of.ts";
import { isRunning, kernelsOf } from "./processes.ts";

async function withNotebooks(
  notebooks: Readonly<Record<string, Readonly<Record<string, string>> | string>>,
  use: (paths: string[], folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const paths = [];
    for (const [name, cells] of Object.entries(notebooks)) {
      const text = typeof cells === "string" ? cells : serializeNotebook(notebookOf(cells));
      paths.push(`${folder}/${name}.ipynb`);
      await Deno.writeTextFile(`${folder}/${name}.ipynb`, text);
    }
    await use(paths, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("the others run when one fails, is malformed or missing, and results keep their order", async () => {
  const notebooks = {
    a: { one: `console.log("a")` },
    b: { one: `1`, two: `null.x` },
    c: `{ "cells": 1 }`,
    d: { one: `1`, two: `2`, three: `Deno.cwd().split("/").at(-1)` },
  };
  await withNotebooks(notebooks, async (paths, folder) => {
    const texts = await Promise.all(paths.map((path) => Deno.readTextFile(path)));
    const cells: string[] = [];
    let total = 0;
    const results = await runNotebooks([...paths, `${folder}/absent.ipynb`], {
      jobs: 2,
      onStart: (count) => total = count,
      onCell: (path, cell) => cells.push(`${path.at(-7)} ${cell}`),
    });
    assertEquals(total, 6);
    assertEquals(cells.toSorted(), ["a one", "b one", "d one", "d three", "d two"]);
    assertEquals(results.map(({ failure }) => failure?.kind), [
      undefined,
      "error",
      "malformed",
      undefined,
      "malformed",
    ]);
    assertEquals(
      describeFailure("b.ipynb", results[1].failure!),
      `b.ipynb [cell "two"] line 1: TypeError: Cannot read properties of null (reading 'x')`,
    );
    assertMatch(results[4].failure!.message, /found no such file/);
    const last = results[3].document!.cells[2];
    const worksIn = last.cell_type === "code" && last.outputs[0].output_type === "execute_result" &&
      last.outputs[0].data["text/plain"];
    assertEquals(worksIn, `"${folder.split("/").at(-1)}"`);
    assertEquals(await Promise.all(paths.map((path) => Deno.readTextFile(path))), texts);
  });
});

Deno.test("an abort half-way leaves no kernel", async () => {
  const endless = {
    one: `Deno.writeTextFileSync(String(Deno.pid), "")`,
    two: `await new Promise(() => {})`,
  };
  await withNotebooks({ a: endless, b: endless, c: endless }, async (paths) => {
    const controller = new AbortController();
    const running = runNotebooks(paths, {
      jobs: 2,
      signal: controller.signal,
      onCell: () => controller.abort(new Error("enough")),
    });
    await assertRejects(() => running, Error, "enough");
    const begun = await Array.fromAsync(
      Deno.readDir(dirname(paths[0])),
      ({ name }) => Number(name),
    );
    const kernels = begun.filter((id) => id > 0);
    assertEquals(kernels.length > 0, true);
    for (const kernel of kernels) assertEquals(await isRunning(kernel), false);
  });
});

Deno.test("the environment reaches the cells", async () => {
  await withNotebooks({ a: { one: `Deno.env.get("REPORT_LANGUAGE")` } }, async (paths) => {
    const [{ document }] = await runNotebooks(paths, { environment: { REPORT_LANGUAGE: "ru" } });
    const [cell] = document!.cells;
    assertEquals(
      cell.cell_type === "code" &&
        cell.outputs.map((output) =>
          output.output_type === "execute_result" && output.data["text/plain"]
        ),
      [`"ru"`],
    );
  });
});

Deno.test("each notebook has a fresh kernel, and none that died while it waited", async () => {
  const waits = {
    own: `const only = Deno.pid; Deno.writeTextFileSync("own", String(Deno.pid))`,
    two:
      `while (!await Deno.stat("go").catch(() => undefined)) await new Promise((go) => setTimeout(go, 9))`,
    three: `1`,
  };
  await withNotebooks({ a: waits, b: { one: `typeof only` } }, async (paths, folder) => {
    const running = runNotebooks(paths, { jobs: 1 });
    let waiting: number | undefined;
    while (waiting === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const own = Number(await Deno.readTextFile(`${folder}/own`).catch(() => ""));
      waiting = own ? (await kernelsOf(Deno.pid)).find((id) => id !== own) : undefined;
    }
    Deno.kill(waiting, "SIGKILL");
    // On a busy machine it takes a while to end; one that is found dying fails its notebook.
    while ((await kernelsOf(Deno.pid)).includes(waiting)) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await Deno.writeTextFile(`${folder}/go`, "");
    const [, { document, failure }] = await running;
    assertEquals(failure, undefined);
    const [cell] = document!.cells;
    assertEquals(cell.cell_type === "code" && cell.outputs.length, 1);
  });
});
