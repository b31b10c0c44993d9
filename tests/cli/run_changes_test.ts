import { assertEquals } from "@std/assert";
import { firstDifference } from "../../lib/cli/run_changes.ts";
import type { NotebookDocument } from "../../lib/notebook/notebook_document.ts";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "../notebook/notebook_of.ts";

/** A notebook of one cell that has run, and printed. */
function ran(text: string): NotebookDocument {
  const document = notebookOf({ one: "1" });
  const [cell] = document.cells;
  if (cell.cell_type !== "code") throw new Error("expected a code cell");
  const outputs = [{ output_type: "stream" as const, name: "stdout" as const, text }];
  return { ...document, cells: [{ ...cell, execution_count: 1, outputs }] };
}

Deno.test("a notebook that had not run is said to have its first outputs, another where it differs", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/own.ipynb`;
    const differs = async (before: NotebookDocument, after: NotebookDocument) => {
      await Deno.writeTextFile(path, serializeNotebook(before));
      const said = await firstDifference({ path, content: serializeNotebook(after) });
      return said?.replace(path, "");
    };
    assertEquals(await differs(notebookOf({ one: "1" }), ran("a")), ": its first outputs");
    assertEquals(
      await differs(ran("a"), ran("b")),
      ' [cell "one"]: line 10: "\\"text\\": \\"a\\"" → "\\"text\\": \\"b\\""',
    );
    assertEquals(await differs(ran("a"), ran("a")), undefined);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
