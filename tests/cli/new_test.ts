import { assertEquals } from "@std/assert";
import { notebookTemplate } from "../../lib/cli/new.ts";
import { checkNotebook } from "../notebook/check_notebook.ts";

Deno.test("the notebook that new makes is sound, whatever it is called", async () => {
  for (const title of ["Loans", "`${Молодые}` \\ читатели"]) {
    assertEquals(await checkNotebook(notebookTemplate(title, "kuzbass-2016")), []);
  }
});
