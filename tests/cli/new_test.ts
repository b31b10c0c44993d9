import { assertEquals } from "@std/assert";
import { notebookTemplate } from "../../lib/cli/new.ts";
import { checkNotebook } from "../notebook/check_notebook.ts";

Deno.test("the notebook that new makes is sound, whatever it is called", async () => {
  const titles = ["Loans", "`${Молодые}` \\ читатели"];
  const made = titles.map((title) => notebookTemplate(title, "kuzbass-2016"));
  assertEquals(await checkNotebook(...made), []);
});
