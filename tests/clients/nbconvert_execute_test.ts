import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { parseNotebook } from "../../lib/notebook/notebook_document.ts";
import { committedNotebook, JupyterProject, notebookNames } from "./jupyter_project.ts";
import { commandOf } from "./programs.ts";
import { runProgram } from "./run_program.ts";
import { differences, shownOutputs } from "./shown_outputs.ts";
import { testWith } from "./test_with.ts";
import { withoutOutputs } from "./without_outputs.ts";

/** Which outputs get lost differs from run to run, so that one run proves little. */
const runs = Number(Deno.env.get("REPORT_NBCONVERT_RUNS") ?? 1);

for (let run = 1; run <= runs; run++) {
  testWith(["jupyter-nbconvert"], {
    name: `jupyter nbconvert --execute loses no output, run ${run} of ${runs}`,
    async fn() {
      await using project = await JupyterProject.create();
      for (const name of notebookNames) {
        await project.add(name, withoutOutputs(await committedNotebook(name)));
      }
      const executed = join(project.folder, "executed");
      const options = ["--to", "notebook", "--execute", "--output-dir", executed];
      await runProgram(commandOf("jupyter-nbconvert"), {
        args: [...options, ...notebookNames],
        cwd: project.notebooks,
        env: project.environment,
      });
      const lost = await Promise.all(notebookNames.map(async (name) => {
        const found = parseNotebook(await Deno.readTextFile(join(executed, name)), name);
        const wanted = await committedNotebook(name);
        return differences(shownOutputs(wanted), shownOutputs(found))
          .map((difference) => `${name} ${difference}`);
      }));
      assertEquals(lost.flat(), []);
    },
  });
}
