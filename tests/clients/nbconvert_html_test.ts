import { assert, assertEquals } from "@std/assert";
import axe from "axe-core";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { answersClicks } from "./answers_clicks.ts";
import { browserTest } from "./chromium.ts";
import { committedNotebook, JupyterProject, notebookNames } from "./jupyter_project.ts";
import { commandOf } from "./programs.ts";
import { runProgram } from "./run_program.ts";
import { seenIn, type SeenOutputs, seenOutputs } from "./seen_outputs.ts";
import { faultsOf, seenPictures } from "./seen_pictures.ts";

const withExplorers = "14_your_turn.ipynb";
const needs = ["jupyter-nbconvert"] as const;

/** Pages that nbconvert makes of committed notebooks, in a folder that goes with its scope. */
async function converted(names: readonly string[]) {
  const project = await JupyterProject.create();
  const pages = join(project.folder, "pages");
  await runProgram(commandOf("jupyter-nbconvert"), {
    args: ["--to", "html", "--output-dir", pages, ...names],
    cwd: project.notebooks,
    env: project.environment,
  });
  return {
    async open(context: BrowserContext, name: string): Promise<Page> {
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(pages, name.replace(/\.ipynb$/, ".html"))).href);
      return page;
    },
    [Symbol.asyncDispose]: () => project[Symbol.asyncDispose](),
  };
}

browserTest(
  "pages by nbconvert show all figures and tables without scripts",
  async (context, test) => {
    await using pages = await converted(notebookNames);
    for (const name of notebookNames) {
      await test.step(name, async () => {
        const wanted = seenOutputs(await committedNotebook(name));
        const page = await pages.open(context, name);
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 900 });
          await assertAllSeen(page, wanted);
        }
        await page.close();
      });
    }
  },
  { needs, javaScriptEnabled: false },
);

async function assertAllSeen(page: Page, wanted: readonly SeenOutputs[]): Promise<void> {
  const cells = page.locator(".jp-CodeCell");
  assertEquals(await seenIn(cells), wanted);
  const pictures = await seenPictures(cells);
  assertEquals(pictures.length, wanted.reduce((sum, { figures }) => sum + figures, 0));
  assertEquals(pictures.flatMap(faultsOf), []);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assertEquals(overflow, 0, "the page is wider than its window");
}

browserTest(
  "a picture that is empty, black, too wide or without words is found",
  async (context) => {
    const page = await context.newPage();
    const svg = (inner: string) =>
      `<img alt="a text of more than twenty letters" src="data:image/svg+xml,${
        encodeURIComponent(
          `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${inner}</svg>`,
        )
      }"`;
    const bar = '<rect width="30" height="90" fill="orange"/>', black = bar.replace("orange", "");
    await page.setContent(
      `<p>${svg(bar)}></p><p>${svg("")}></p><p>${svg(black)}></p><p>${
        svg(bar)
      } style="width:2000px"></p><p>${svg(bar).replace(/alt="[^"]*"/, "")}></p>`,
    );
    const pictures = await seenPictures(page.locator("body"));
    assertEquals(pictures.map((picture) => faultsOf(picture).map((fault) => fault.split(":")[0])), [
      [],
      ["it is empty"],
      ["it is black"],
      ["it stands out of the page"],
      ["its alternative text says too little"],
    ]);
  },
);

browserTest("in a page by nbconvert, explorers and tables answer clicks", async (context) => {
  await using pages = await converted([withExplorers]);
  await answersClicks(await pages.open(context, withExplorers));
}, { needs });

/** What axe finds in a part of a page: the rule, and the first element. */
async function barriersIn(page: Page, part: string): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  return await page.evaluate(async (part) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(part);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  }, part);
}

browserTest(
  "axe finds no barrier in what cells show, at the width of a desk or a phone",
  async (context, test) => {
    await using pages = await converted(notebookNames);
    for (const name of notebookNames) {
      await test.step(name, async () => {
        const page = await pages.open(context, name);
        for (const width of [1280, 380]) {
          await page.setViewportSize({ width, height: 900 });
          assertEquals(await barriersIn(page, ".jp-OutputArea-output"), []);
        }
        await page.close();
      });
    }
  },
  { needs },
);

browserTest("a picture without words is a barrier that axe finds", async (context) => {
  const page = await context.newPage();
  await page.setContent('<div id="part"><img src="data:,"></div>');
  const [barrier] = await barriersIn(page, "#part");
  assert(barrier.startsWith("image-alt"));
});
