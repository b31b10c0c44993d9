import { assertEquals } from "@std/assert";
import { notebookOf } from "../notebook/notebook_of.ts";
import { differences, shownOutputs } from "./shown_outputs.ts";

const figure = { "text/html": "<img>", "image/svg+xml": "<svg/>" };

function notebookShowing(...bundles: Record<string, string>[]) {
  const { cells, ...document } = notebookOf({ one: "1", two: "2" });
  const [one, two] = cells;
  const outputs = bundles.map((data) => ({
    output_type: "display_data" as const,
    data,
    metadata: {},
  }));
  return { ...document, cells: one.cell_type === "code" ? [{ ...one, outputs }, two] : [] };
}

Deno.test("two notebooks that show the same have no differences", () => {
  const shown = shownOutputs(notebookShowing(figure, { "text/plain": "a" }));
  assertEquals(shown, { one: ["image/svg+xml, text/html", "text/plain"], two: [] });
  assertEquals(differences(shown, shown), []);
});

Deno.test("a lost output, a lost media type and a lost cell are differences", () => {
  const wanted = shownOutputs(notebookShowing(figure));
  const { one: _, ...withoutOne } = wanted;
  const found = (...bundles: Record<string, string>[]) => shownOutputs(notebookShowing(...bundles));
  const want = '[cell "one"] wanted image/svg+xml, text/html, found';
  assertEquals(differences(wanted, found()), [`${want} no output`]);
  assertEquals(differences(wanted, found({ "text/html": "" })), [`${want} text/html`]);
  assertEquals(differences(wanted, withoutOne), [`${want} no such cell`]);
});
