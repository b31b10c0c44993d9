import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
  assertStringIncludes,
} from "@std/assert";
import axe from "axe-core";
import type { BrowserContext, Page } from "playwright-core";
import { annotatedSource } from "../../lib/book/annotated_source.ts";
import { makeBook, printBook } from "../../lib/book/book.ts";
import { writeFiles } from "../../lib/book/site.ts";
import type { LiveMessage, LiveResult } from "../../lib/book/browser/live_message.ts";
import { ledgerText } from "../book/ledger_text.ts";
import { browserTest } from "./chromium.ts";
import { serveBook, type ServedBook } from "./served_book.ts";

/** What axe finds on a page all of which is unfolded. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    document.querySelectorAll("details").forEach((folded) => folded.open = true);
    const found: typeof axe = Reflect.get(globalThis, "axe");
    const { violations } = await found.run({ resultTypes: ["violations"] });
    return violations.map(({ id, nodes: [first] }) =>
      `${id}: ${first.html} ${first.failureSummary}`
    );
  });
}

/** Presses the button that runs a page, and waits until its cells have run. */
async function run(page: Page): Promise<LiveResult[]> {
  await page.evaluate(() => {
    const messages: LiveMessage[] = [];
    Reflect.set(globalThis, "messages", messages);
    addEventListener("message", ({ data }) => messages.push(data));
  });
  await page.locator(".live-bar button.main").click();
  return await results(page);
}

async function results(page: Page): Promise<LiveResult[]> {
  await page.locator("[data-live][aria-busy=false]").waitFor();
  const messages: LiveMessage[] = await page.evaluate(() => Reflect.get(globalThis, "messages"));
  await page.evaluate(() => Reflect.get(globalThis, "messages").length = 0);
  return messages.flatMap((message) => "result" in message ? [message.result] : []);
}

/** Changes the code of a cell and runs the page again, by keyboard. */
async function change(page: Page, cell: string, edit: (code: string) => string): Promise<void> {
  const section = page.locator(`section.cell[id="${cell}"]`);
  if (!await section.locator("textarea").isVisible()) {
    await section.locator("summary").first().click();
  }
  const field = section.locator("textarea");
  await field.fill(edit(await field.inputValue()));
  await field.press("Control+Enter");
}

/** Explorers bring no script in a page, which has it as a file. */
function withoutScripts(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(/<script>.*?<\/script>/g, ""));
}

async function everyPage(book: ServedBook, context: BrowserContext): Promise<void> {
  const paths = [...book.files.keys()].filter((path) => /^(en\/|ru\/|)[^/]+\.html$/.test(path));
  assert(paths.length > 2 * 13);
  for (const path of paths) {
    const page = await book.open(context, path);
    assertEquals(book.takeProblems(), []);
    assertEquals(await page.evaluate(() => document.documentElement.scrollWidth), 1280, path);
    assertEquals(await findings(page), [], path);
    book.takeProblems();
    await page.setViewportSize({ width: 390, height: 800 });
    assertEquals(await page.evaluate(() => document.documentElement.scrollWidth), 390, path);
    await page.setViewportSize({ width: 1280, height: 720 });
  }
}

async function everyNotebookRuns(book: ServedBook, context: BrowserContext): Promise<void> {
  const { notebooks } = book.parts;
  const own = notebooks.filter(({ needs, language }, at) =>
    needs === undefined && (language === "en" || at === notebooks.length - 1)
  );
  for (const { name, language, document } of own) {
    const page = await book.open(context, `${language}/${name}.html`);
    for (const { id, outputs, error } of await run(page)) {
      assertEquals(error, undefined, `${name} ${id}`);
      const cell = document.cells.find((one) => one.id === id);
      const before = cell?.cell_type === "code" ? cell.outputs : [];
      const data = before.map((output) => "data" in output ? output.data : output);
      assertEquals(withoutScripts(outputs), withoutScripts(data), `${language} ${name} ${id}`);
    }
    assertEquals(book.takeProblems(), []);
    assertEquals(await page.locator(".moved, .error").count(), 0);
  }
}

async function changedCells(book: ServedBook, context: BrowserContext): Promise<void> {
  const page = await book.open(context, "en/04_table_1.html");
  const first = await run(page);
  const shownBy = (cell: string) => page.locator(`section.cell[id="${cell}"] .outputs`);
  const answer = await shownBy("answer").innerText();

  await change(page, "growth-title-holds", (code) => `${code}\nassert(change.loans.percent < 0);`);
  const failed = await results(page);
  assertEquals(failed.filter(({ error }) => error).map(({ id }) => id), ["growth-title-holds"]);
  assertEquals(failed.length, first.length);
  assertEquals(failed.at(-1), first.at(-1));
  assertStringIncludes(
    await shownBy("growth-title-holds").getByRole("alert").innerText(),
    "line 3",
  );
  assertEquals(await findings(page), []);

  await page.getByRole("button", { name: "As it was" }).click();
  await results(page);
  assertEquals(await page.locator(".moved, .error").count(), 0);

  const folded = page.locator(".live-bar details");
  if (!await folded.evaluate((one: HTMLDetailsElement) => one.open)) {
    await folded.locator("summary").click();
  }
  const value = page.getByLabel("Printed value to change");
  await value.selectOption("table1.users.2016");
  await page.getByLabel("Printed instead").fill("267 827");
  await page.getByLabel("Printed instead").press("Control+Enter");
  const moved = await results(page);
  assertEquals(moved.filter(({ error }) => error), []);
  assertNotEquals(await shownBy("answer").innerText(), answer);
  assert(await page.locator("#answer.moved").isVisible());
  book.takeProblems();
}

async function changesComeBack(book: ServedBook, context: BrowserContext): Promise<void> {
  const page = await book.open(context, "en/04_table_1.html");
  const hint = page.locator(".live-bar", { hasText: "your changes come back" });
  assertEquals(await hint.count(), 0);
  const shown = page.locator('section.cell[id="in-short"]');
  await run(page);
  await change(page, "in-short", (code) => `${code}\nconsole.log("kept");`);
  await results(page);
  await page.locator(".live-bar summary").click();
  await page.getByLabel("Printed value to change").selectOption("table1.users.2016");
  await page.getByLabel("Printed instead").fill("267 827");

  await page.reload();
  await hint.waitFor();
  assertEquals(await shown.locator(".outputs").innerText(), "");
  const isBack = () => page.locator("#in-short.moved .outputs", { hasText: "kept" }).waitFor();
  await run(page);
  await isBack();
  assertEquals(await page.getByLabel("Printed value to change").inputValue(), "table1.users.2016");
  assertEquals(await page.getByLabel("Printed instead").inputValue(), "267 827");
  await page.locator("#answer.moved").waitFor();
  await page.getByRole("link", { name: "Русский" }).click();
  await run(page);
  await isBack();

  await page.evaluate(() => {
    for (const name of Object.keys(localStorage)) {
      const { of: _, ...changes } = JSON.parse(localStorage[name]);
      localStorage[name] = JSON.stringify({ of: "another page", ...changes });
    }
  });
  await page.reload();
  await run(page);
  assertEquals(await page.locator(".moved").count(), 0);

  await change(page, "in-short", (code) => `${code}\nconsole.log("kept");`);
  await isBack();
  await page.getByRole("button", { name: "Как было" }).click();
  await page.locator(".moved").first().waitFor({ state: "detached" });
  await results(page);
  await page.reload();
  await run(page);
  assertEquals(await page.locator(".moved").count(), 0);

  await context.addInitScript(() => {
    if (!location.hash.includes("no-storage")) return;
    Object.defineProperty(globalThis, "localStorage", {
      get: () => {
        throw new Error("no");
      },
    });
  });
  await book.open(context, "en/04_table_1.html#no-storage");
  await page.reload();
  await run(page);
  await change(page, "in-short", (code) => `${code}\nconsole.log("kept");`);
  await isBack();
  await book.open(context, "index.html");
  assertEquals(book.takeProblems(), []);
}

async function fromDisk(book: ServedBook, context: BrowserContext): Promise<void> {
  const folder = await Deno.makeTempDir();
  await writeFiles(book.files, folder);
  const page = await book.open(context, "index.html");
  await page.goto(`file://${folder}/en/04_table_1.html`);
  assertEquals(await page.evaluate(() => getComputedStyle(document.body).margin), "0px");
  await page.locator(".live-bar button.main").click();
  await page.locator(".live-bar", { hasText: "where a server gives it" }).waitFor();
  await page.goto(`file://${folder}/en/what-if.html`);
  await page.locator("input").first().focus();
  await page.locator("[data-broken]", { hasText: "where a server gives it" }).waitFor();
  await page.goto(`file://${folder}/en/explorer.html`);
  await page.locator("[data-explored=values] select").first().waitFor();
  await Deno.remove(folder, { recursive: true });
  book.takeProblems();
}

async function endlessCell(book: ServedBook, context: BrowserContext): Promise<void> {
  const page = await book.open(context, "en/04_table_1.html");
  await run(page);
  const before = await page.locator("#claims .outputs").innerText();
  await change(page, "in-short", (code) => `${code}\nwhile (true);`);
  await page.locator(".live-bar", { hasText: "Runs: in-short" }).waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  assertStringIncludes(await page.locator(".live-bar").innerText(), "Stopped");
  assertEquals(await page.locator("#claims .outputs").innerText(), before);
  await page.getByRole("button", { name: "As it was" }).click();
  await results(page);
  assertEquals(await page.locator("#claims .outputs").innerText(), before);
  assertEquals(book.takeProblems(), []);
}

async function hostileCell(book: ServedBook, context: BrowserContext): Promise<void> {
  let reached = 0;
  const elsewhere = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, () => {
    reached++;
    return new Response("", { headers: { "access-control-allow-origin": "*" } });
  });
  const address = `127.0.0.1:${elsewhere.addr.port}`;
  const bad = `
    const refused: string[] = [];
    for (const reach of [
      () => fetch("http://${address}/"),
      () => importScripts("http://${address}/a.js"),
      () => import("http://${address}/b.js"),
      () => new Worker(URL.createObjectURL(new Blob(["importScripts('http://${address}/c.js')"]))),
      () => new WebSocket("ws://${address}/"),
      () => (globalThis as any).parent.document,
      () => (globalThis as any).document.cookie,
    ] as (() => unknown)[]) {
      try { await reach(); } catch { refused.push(String(reach)); }
    }
    (globalThis as any).postMessage({ result: { id: "open", outputs: [{ "text/html":
      "<script>document.title = 1</script><img src=http://${address}/i.png onerror='document.title = 2'>" +
      "<iframe src=http://${address}/></iframe><a href='javascript:document.title = 3'>x</a>" } ] } });
    console.log(refused.length);`;
  const page = await book.open(context, "en/04_table_1.html");
  await run(page);
  const title = await page.title();
  await change(page, "in-short", () => bad);
  await results(page);
  assert(Number(await page.locator("#in-short .outputs").innerText()) >= 4);
  const brought = page.locator("#open .outputs").locator(
    "script, iframe, [src], [href], [onerror]",
  );
  assertEquals([await page.locator("#open .outputs a").count(), await brought.count()], [1, 0]);
  assertEquals([await page.title(), reached], [title, 0]);
  await (await fetch(`http://${address}/`)).text();
  assertEquals(reached, 1);
  await elsewhere.shutdown();
  book.takeProblems();
}

async function whatIf(book: ServedBook, context: BrowserContext): Promise<void> {
  const page = await book.open(context, "en/what-if.html");
  const cell = page.locator('input[name="table1.users.2016"]');
  await cell.focus();
  const broken = page.locator("[data-broken] li[data-claim]");
  await broken.first().waitFor();
  const claims = () =>
    broken.evaluateAll((all) => all.map((one) => one.getAttribute("data-claim")));
  const before = await claims();
  await cell.fill("267 827");
  await page.locator('[data-claim="table1.users.2016.sum"]').waitFor();
  const added = (await claims()).filter((claim) => !before.includes(claim));
  assertEquals(added, ["table1.users.change", "table1.users.2016.sum"]);
  assertStringIncludes(await page.locator("[data-suspects]").innerText(), "267,826");
  await cell.fill("many");
  await page.locator('input[name="table1.users.2016"][aria-invalid=true]').waitFor();
  await page.getByRole("button", { name: "As printed" }).click();
  await page.locator('[data-claim="table1.users.2016.sum"]').waitFor({ state: "detached" });
  assertEquals(await claims(), before);
  assertEquals(await cell.inputValue(), "267 826");
  assertEquals(await findings(page), []);
  book.takeProblems();
}

async function filtersAndLinks(book: ServedBook, context: BrowserContext): Promise<void> {
  const page = await book.open(context, "en/findings.html");
  const shown = () => page.locator("article:visible").count();
  const all = await shown();
  await page.getByLabel("Verdict").selectOption("contradicts");
  const [report] = book.parts.reports;
  const contradicted = report.findings.filter(({ verdict }) => verdict === "contradicts");
  assertEquals(await shown(), contradicted.length);
  await page.getByLabel("Topic").selectOption(contradicted[0].topic);
  await page.reload();
  assertEquals(await page.getByLabel("Verdict").inputValue(), "contradicts");
  const both = contradicted.filter(({ topic }) => topic === contradicted[0].topic).length;
  assertEquals(await shown(), both);
  assertStringIncludes(await page.locator(".filters").innerText(), `${both} of ${all} are shown`);
  await page.getByRole("link", { name: "Русский" }).click();
  assertEquals(await page.locator("html").getAttribute("lang"), "ru");
  assertEquals(await shown(), both);
  await page.getByRole("link", { name: "English" }).click();
  const folded = report.findings.find(({ verdict }) => verdict === "not-for-numbers");
  await book.open(context, `en/findings.html#${folded?.id}`);
  assertEquals(await page.locator(`article[id="${folded?.id}"] dl`).isVisible(), true);
  await page.locator("article a[href^='claims.html#']").first().click();
  await page.locator("article:target").waitFor();
  assertEquals(book.takeProblems(), []);
}

async function explorerKeepsState(book: ServedBook, context: BrowserContext): Promise<void> {
  const page = await book.open(context, "en/explorer.html");
  const explorer = page.locator("[data-explored=initiatives]");
  await explorer.getByLabel("Group by").selectOption("themeLabels");
  await explorer.getByLabel("Chart", { exact: true }).selectOption("matrix");
  await page.reload();
  assertEquals(await explorer.getByLabel("Group by").inputValue(), "themeLabels");
  assertEquals(await explorer.getByLabel("Chart", { exact: true }).inputValue(), "matrix");
  for (const [format, begin] of [["CSV", "Themes"], ["SVG", "<svg"], ["PNG", "PNG"]]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      explorer.getByRole("button", { name: `Download ${format}` }).click(),
    ]);
    const bytes = await Deno.readFile(await download.path());
    assertStringIncludes(new TextDecoder().decode(bytes.slice(0, 10)), begin);
  }
  assertEquals(book.takeProblems(), []);
}

async function annotated(book: ServedBook, context: BrowserContext): Promise<void> {
  const [report] = book.parts.reports;
  const html = await annotatedSource(report, ledgerText(report), book.parts.style);
  const page = await context.newPage();
  await page.route(
    "https://own.invalid/",
    (route) => route.fulfill({ contentType: "text/html", body: html }),
  );
  await page.goto("https://own.invalid/");
  assertEquals(await page.locator(".source a").count(), report.numerals.length);
  const numeral = page.locator(".source a", { hasText: "2 188 449" }).first();
  await numeral.focus();
  await page.keyboard.press("Enter");
  const note = page.locator(".note-of:target");
  for (const text of ["table1.visits.2016", "contradicts", "consistent if"]) {
    assertStringIncludes(await note.innerText(), text);
  }
  await page.keyboard.press("Tab");
  assertEquals(await page.evaluate(() => document.activeElement?.textContent), "Back to line 50");
  await page.keyboard.press("Enter");
  assertEquals(await note.count(), 0);
  assertEquals(await findings(page), []);
  await page.close();
  book.takeProblems();
}

browserTest("the book", async (context, test) => {
  await using book = await serveBook();
  const steps: readonly [string, typeof everyPage][] = [
    ["no page complains, asks elsewhere, overflows or shuts anybody out", everyPage],
    ["every notebook runs in its page, with the outputs of the kernel", everyNotebookRuns],
    ["a failing cell is told at its place, and a changed value moves verdicts", changedCells],
    ["what was changed of a page comes back, and goes with its code", changesComeBack],
    ["from a disk a page is read, and says that it needs a server to run", fromDisk],
    ["an endless loop is stopped, and the page stands", endlessCell],
    ["a cell reaches neither the page nor the network", hostileCell],
    ["what if shows which relations break, and the cell to be suspected", whatIf],
    ["filters, languages and permanent links are kept in the address", filtersAndLinks],
    ["the explorer keeps its state in the address, and its exports open", explorerKeepsState],
    ["the numerals of one's own source lead to what is known, by keyboard", annotated],
  ];
  for (const [name, step] of steps) {
    await test.step(name, () => step(book, context));
    await context.pages()[0].evaluate(() => localStorage.clear());
  }
}, { offline: false, viewport: { width: 1280, height: 720 } });

browserTest("without scripts the book is read as it stands", async (context) => {
  await using book = await serveBook();
  const page = await book.open(context, "en/04_table_1.html");
  assertStringIncludes(await page.locator("#answer").innerText(), "Answer.");
  assert(
    await page.locator("#growth img").evaluate((image: HTMLImageElement) => image.naturalWidth > 0),
  );
  await page.locator("#growth summary").first().click();
  assertStringIncludes(await page.locator("#growth code").innerText(), "Plot.plot");
  assertEquals(await page.getByRole("button").count(), 0);
  await page.getByRole("link", { name: "Findings" }).first().click();
  assertEquals(await page.locator("article").count(), book.parts.reports[0].findings.length);
  assertEquals(book.takeProblems(), []);
}, { offline: false, javaScriptEnabled: false });

browserTest("all of it is printed as one tagged PDF", async () => {
  await using book = await serveBook();
  const [report] = book.parts.reports;
  const notebooks = book.parts.notebooks.filter(({ language }) => language === report.language)
    .slice(0, 1);
  const printed = await printBook(makeBook(book.parts), {
    ...book.parts,
    reports: [report],
    notebooks,
  });
  const text = new TextDecoder("latin1").decode(printed?.get(`${report.language}/book.pdf`));
  assertMatch(text, /^%PDF/);
  assertStringIncludes(text, "/StructTreeRoot");
});
