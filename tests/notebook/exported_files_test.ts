import { assertEquals, assertThrows } from "@std/assert";
import { exportedFiles } from "../../lib/notebook/exported_files.ts";
import type { CellOutput, NotebookDocument } from "../../lib/notebook/notebook_document.ts";
import { notebookOf } from "./notebook_of.ts";

function notebookWith(...outputs: CellOutput[]): NotebookDocument {
  const document = notebookOf({ give: "" });
  return {
    ...document,
    cells: document.cells.map((cell) => ({ ...cell, outputs })),
  } as typeof document;
}

function shown(name: unknown, kind: string, data: Record<string, string>): CellOutput {
  const report = { name, kind } as Record<string, string>;
  return { output_type: "display_data", data, metadata: { report } };
}

Deno.test("figures and tables are listed with their texts", () => {
  const files = exportedFiles(notebookWith(
    { output_type: "display_data", data: { "text/csv": "a" }, metadata: {} },
    shown("users-by-mode", "figure", { "image/svg+xml": "<svg/>", "text/plain": "" }),
    shown("users-by-mode", "table", { "text/csv": "a,b" }),
  ));
  assertEquals(files, [
    { name: "users-by-mode", kind: "figure", text: "<svg/>", cell: "give" },
    { name: "users-by-mode", kind: "table", text: "a,b", cell: "give" },
  ]);
});

Deno.test("a name given twice, a malformed one and a missing text are all said", () => {
  const document = notebookWith(
    shown("a", "figure", { "image/svg+xml": "<svg/>" }),
    shown("a", "figure", { "image/svg+xml": "<svg/>" }),
    shown("../a", "figure", { "image/svg+xml": "<svg/>" }),
    shown("b", "table", { "text/html": "" }),
  );
  const { message } = assertThrows(() => exportedFiles(document), Error);
  assertEquals(message.split("\n"), [
    `[cell "give"]: wanted metadata as {"report":{"name":"lower-case-words","kind":"figure"|"table"}}, found {"name":"../a","kind":"figure"}`,
    `[cell "give"]: wanted text/csv for the table "b", found none`,
    `[cell "give"]: wanted a name of its own, found the figure "a" of cell "give" again; rename one`,
  ]);
});
