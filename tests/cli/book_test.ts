import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { runProgram } from "../../lib/input/run_program.ts";

Deno.test("book writes the site, without a word on stderr", async () => {
  const out = await Deno.makeTempDir({ dir: ".", prefix: ".book-", suffix: ".tmp" });
  try {
    const task = [Deno.execPath(), "task", "--quiet", "book"] as const;
    const { code, stdout, stderr } = await runProgram([...task, "--out", `${out}/site`]);
    assertEquals([code, stderr], [0, ""]);
    assertMatch(stdout, /^Wrote \d+ files to /);
    const names = await Array.fromAsync(Deno.readDir(`${out}/site`), ({ name }) => name);
    for (const name of ["index.html", "en", "ru", "book.css", "book.js", "data"]) {
      assertEquals(names.includes(name), true, name);
    }
  } finally {
    await Deno.remove(out, { recursive: true });
  }
});

Deno.test("a folder that holds other files than a book's is refused before the book is made", async () => {
  for (const out of ["notebooks", ".", "", "deno.json"]) {
    const { code, stderr } = await runProgram(
      [Deno.execPath(), "task", "--quiet", "book", "--out", out],
    );
    assertEquals(code, 1);
    assertMatch(stderr, /^Cannot write: 1 problem\n.*: expected a (?:new )?folder, .*\n$/);
  }
  assertEquals((await Deno.stat("notebooks/README.md")).isFile, true);
});

Deno.test("the help of book and annotate names places in the project, not on this machine", async () => {
  for (const [name, place] of [["book", "_site"], ["annotate", "out/annotated.html"]]) {
    const { stdout } = await runProgram([Deno.execPath(), "task", "--quiet", name, "--help"]);
    assertStringIncludes(stdout, `(default: ${place})`);
    assertEquals(stdout.includes(Deno.cwd()), false, stdout);
  }
});
