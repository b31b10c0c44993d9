import { assertEquals } from "@std/assert";
import { notebookOf } from "../notebook/notebook_of.ts";
import { answersClicks } from "./answers_clicks.ts";
import { browserTest } from "./chromium.ts";
import { committedNotebook, JupyterProject, notebookNames } from "./jupyter_project.ts";
import { NotebookPage } from "./notebook_page.ts";
import { NotebookServer } from "./notebook_server.ts";
import { seenOutputs } from "./seen_outputs.ts";
import { withoutOutputs } from "./without_outputs.ts";

const served = { needs: ["jupyter-notebook"], offline: false } as const;

browserTest(
  "in Jupyter Notebook, Restart & Run All shows all figures and tables",
  async (context, test) => {
    await using project = await JupyterProject.create();
    await using server = await NotebookServer.start(project);
    for (const name of notebookNames) {
      await test.step(name, async () => {
        const committed = await committedNotebook(name);
        // What is seen then comes from the run, and from nothing before.
        await project.add(name, withoutOutputs(committed));
        const page = await context.newPage();
        const notebook = await NotebookPage.open(page, await server.addressOf(name));
        const problems: string[] = [];
        page.on("pageerror", ({ message }) => problems.push(message));
        await notebook.restartAndRunAll();
        await notebook.outputsCame(
          committed.cells.flatMap((cell) => cell.cell_type === "code" ? [cell.outputs.length] : []),
        );
        assertEquals(await notebook.seen(), seenOutputs(committed));
        assertEquals(problems, []);
        await page.close();
        await server.endKernels();
      });
    }
  },
  served,
);

browserTest(
  "in Jupyter Notebook, an endless cell is interrupted and the state is kept",
  async (context) => {
    await using project = await JupyterProject.create();
    await project.add(
      "endless.ipynb",
      notebookOf({
        begin: "let n = 41;",
        endless: 'console.log("begun");\nwhile (true);',
        after: "n + 1",
      }),
    );
    await using server = await NotebookServer.start(project);
    const page = await context.newPage();
    const notebook = await NotebookPage.open(page, await server.addressOf("endless.ipynb"));
    await notebook.run(0);
    await notebook.run(1);
    await notebook.outputOf(1, "begun").waitFor();
    await notebook.interrupt();
    await notebook.ended(1);
    await notebook.run(2);
    await notebook.outputOf(2, /^\s*42\s*$/).waitFor();
  },
  served,
);

browserTest("in Jupyter Notebook, explorers and tables answer clicks", async (context) => {
  const name = "14_your_turn.ipynb";
  await using project = await JupyterProject.create();
  await project.add(name, withoutOutputs(await committedNotebook(name)));
  await using server = await NotebookServer.start(project);
  const page = await context.newPage();
  const notebook = await NotebookPage.open(page, await server.addressOf(name));
  await notebook.restartAndRunAll();
  await answersClicks(page);
}, served);

browserTest(
  "a notebook that was only opened has no unsaved changes, and one kernel for its language",
  async (context) => {
    const name = "own.ipynb";
    await using project = await JupyterProject.create();
    await project.add(name, notebookOf({ one: "1" }));
    await using server = await NotebookServer.start(project);
    const page = await context.newPage();
    const notebook = await NotebookPage.open(page, await server.addressOf(name));
    assertEquals(await notebook.isSaved(), true);
    const kernels = page.locator("#menu-change-kernel-submenu li", { hasText: "Deno" });
    assertEquals(await kernels.allTextContents(), ["Deno"]);
    await notebook.cells.nth(0).locator(".input_area").click();
    await page.keyboard.type("2");
    assertEquals(await notebook.isSaved(), false);
  },
  served,
);

browserTest("an error in a cell is seen as one", async (context) => {
  await using project = await JupyterProject.create();
  await project.add("error.ipynb", notebookOf({ fails: 'throw new Error("told")', next: "1" }));
  await using server = await NotebookServer.start(project);
  const page = await context.newPage();
  const notebook = await NotebookPage.open(page, await server.addressOf("error.ipynb"));
  await notebook.restartAndRunAll();
  const [fails, next] = await notebook.seen();
  assertEquals([fails.errors.length, next.errors], [1, []]);
}, served);

browserTest(
  "in Jupyter Notebook, the Tab key completes what the report and Plot have",
  async (context) => {
    await using project = await JupyterProject.create();
    const open = 'import { openReport, Plot } from "report";\nconst report = await openReport();';
    await project.add(
      "names.ipynb",
      notebookOf({ open, verdicts: "report.verd", bars: "Plot.bar" }),
    );
    await using server = await NotebookServer.start(project);
    const page = await context.newPage();
    const notebook = await NotebookPage.open(page, await server.addressOf("names.ipynb"));
    await notebook.run(0);
    await notebook.ended(0);
    const offered = async (cell: number) => {
      await notebook.cells.nth(cell).locator(".CodeMirror").click();
      await page.keyboard.press("End");
      await page.keyboard.press("Tab");
      await page.locator("#complete option").first().waitFor();
      const names = await page.locator("#complete option").allTextContents();
      await page.keyboard.press("Escape");
      return names;
    };
    assertEquals(await offered(1), ["verdicts", "verdictScale"]);
    assertEquals(await offered(2), ["barX", "barY"]);
  },
  served,
);
