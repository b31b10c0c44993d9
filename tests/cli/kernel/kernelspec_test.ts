import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import {
  isOurs,
  kernelspec,
  notebookName,
  ownName,
  pinnedDeno,
} from "../../../lib/cli/kernel/kernelspec.ts";
import { canonicalNotebook } from "../../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "../../notebook/notebook_of.ts";

Deno.test("our kernelspec runs the given Deno, and is interrupted by a message", () => {
  assertEquals(kernelspec(ownName, "/opt/deno"), {
    argv: ["/opt/deno", "jupyter", "--kernel", "--conn", "{connection_file}"],
    display_name: `Deno ${pinnedDeno} (report)`,
    env: { NO_COLOR: "1" },
    interrupt_mode: "message",
    language: "typescript",
    metadata: { report: { writtenBy: "deno task kernel", deno: pinnedDeno } },
  });
});

Deno.test("our own name is none that Deno takes, and one that Jupyter allows", () => {
  assertNotEquals(ownName, notebookName);
  assertMatch(ownName, /^[a-z0-9._-]+$/);
});

Deno.test("a notebook that is saved under our kernelspec says of it what it said before", () => {
  const { metadata } = canonicalNotebook(notebookOf({ one: "1" }));
  const { display_name, language } = kernelspec(notebookName, Deno.execPath());
  assertEquals(metadata.kernelspec, { display_name, language, name: notebookName });
});

for (
  const [what, text, ours] of [
    ["our own", JSON.stringify(kernelspec(ownName, "/opt/deno")), true],
    [
      "that of an earlier version",
      `{"metadata":{"report":{"writtenBy":"deno task kernel"}}}`,
      true,
    ],
    ["that of Deno", `{"argv":["deno"],"display_name":"Deno","language":"typescript"}`, false],
    ["one of another writer", `{"metadata":{"report":{"writtenBy":"somebody"}}}`, false],
    ["one with metadata of another form", `{"metadata":"deno task kernel"}`, false],
    ["what is not JSON", `deno task kernel`, false],
    ["null", `null`, false],
    ["an empty file", ``, false],
  ] as const
) {
  Deno.test(`a kernelspec is ${ours ? "" : "not "}taken for ours: ${what}`, () => {
    assertEquals(isOurs(text), ours);
  });
}
