import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { notebookTemplate } from "../../lib/cli/new.ts";
import { browserTest } from "./chromium.ts";
import { JupyterProject } from "./jupyter_project.ts";
import { NotebookPage } from "./notebook_page.ts";
import { NotebookServer } from "./notebook_server.ts";

/** What is written in the place of two cells of a new notebook, to ask of initiatives for the young. */
const question: Readonly<Record<string, string>> = {
  rows: 'const rows = report.initiatives.filter(({ audience }) => audience.includes("youth"));',
  explore: `await show(explore(rows, {
  counted: "Initiatives",
  labels: { kindLabel: "Kind", platformLabels: "Platform", territoryLabel: "Territory" },
  source: report.source(rows),
}));`,
};

browserTest(
  "a notebook of one's own goes from a question to a saved figure, by mouse and by keyboard",
  async (context) => {
    const name = "15_young.ipynb";
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await using project = await JupyterProject.create();
    const { cells, ...rest } = notebookTemplate("Where are the young?", "kuzbass-2016");
    const asked = cells.map((cell) => ({ ...cell, source: question[cell.id] ?? cell.source }));
    await project.add(name, { ...rest, cells: asked });
    await using server = await NotebookServer.start(project);
    const page = await context.newPage();
    const notebook = await NotebookPage.open(page, await server.addressOf(name));
    await notebook.restartAndRunAll();

    const explorer = page.locator("[data-report-explorer]");
    await explorer.getByLabel("Group by").selectOption("platformLabels");
    await explorer.getByLabel("Colour by").selectOption("territoryLabel");
    await explorer.locator("summary", { hasText: "Platform" }).focus();
    await page.keyboard.press("Enter");
    await explorer.getByRole("checkbox").first().focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    const title = await explorer.locator("h3").innerText();
    assertMatch(title, /^Initiatives by platform and territory \(Platform: \S.*\)$/);
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      explorer.getByRole("button", { name: "Download PNG" }).click(),
    ]);
    assertStringIncludes(saved.suggestedFilename(), "Initiatives by platform and territory");
    await explorer.getByRole("button", { name: "Copy Plot code" }).click();

    const write = async (before: number, type: () => Promise<void>) => {
      await notebook.cells.nth(before).locator(".input_prompt").click();
      for (const key of ["Escape", "b", "Enter"]) await page.keyboard.press(key);
      await type();
      await page.keyboard.press("Control+Enter");
      await notebook.ended(before + 1);
    };
    await write(3, () => page.keyboard.press("Control+v"));
    const figure = notebook.cells.nth(4).locator(".output_area img");
    await figure.waitFor();
    assertStringIncludes(await figure.getAttribute("alt") ?? "", title);

    await write(4, () => page.keyboard.insertText('import { openReprt } from "report";'));
    assertStringIncludes(
      await notebook.cells.nth(5).locator(".output_error").innerText(),
      'found "openReprt"; did you mean "openReport"',
    );
    assertEquals(await notebook.cells.nth(4).locator(".output_error").count(), 0);
  },
  { needs: ["jupyter-notebook"], offline: false },
);
