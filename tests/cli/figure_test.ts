import { assertEquals, assertStringIncludes } from "@std/assert";
import { runProgram } from "../../lib/input/run_program.ts";

const place = "04_table_1/growth";

/** Runs the task, with its own permissions. */
const figure = (...args: readonly string[]) =>
  runProgram([Deno.execPath(), "task", "--quiet", "figure", ...args]);

Deno.test("figure draws a cell of a notebook again, in each format, and says where", async () => {
  const folder = await Deno.makeTempDir();
  try {
    for (const [format, start] of [["svg", "<svg"], ["png", "PNG"], ["pdf", "%PDF"]]) {
      // A path, as the shell completes it, is as good as a name.
      const asked = format === "svg" ? "notebooks/04_table_1.ipynb/growth" : place;
      const args = [asked, "--format", format, "--out", folder, "--language", "ru"];
      const { code, stdout } = await figure(...args);
      const path = `${folder}/04_table_1/growth.${format}`;
      assertEquals([code, stdout], [0, `${path}\n`]);
      const bytes = await Deno.readFile(path);
      assertStringIncludes(new TextDecoder("latin1").decode(bytes.slice(0, 8)), start);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("figure refuses, in a sentence, a cell that is not there or shows no figure", async () => {
  for (
    const [cell, told] of [
      ["04_table_1/grwth", 'expected a cell "grwth", found none; did you mean "growth", '],
      ["14_your_turn/open", 'expected a figure of cell "open", found none'],
      ["04_tabel_1/growth", 'expected a notebook, found none; did you mean "04_table_1", '],
      ["notebooks/growth", "expected one notebook, found a folder of them"],
      ["04_table_1", "expected a notebook and a cell, such as 04_table_1/growth"],
      ["notebooks/04_table_1.ipynb", "expected a notebook and a cell"],
    ]
  ) {
    const { code, stderr } = await figure(cell);
    assertEquals(code, 1);
    assertStringIncludes(stderr, told);
  }
  const { stderr } = await figure(place, "--out", "");
  assertEquals(stderr, 'Cannot write: 1 problem\n--out: expected a folder, found ""\n');
});
