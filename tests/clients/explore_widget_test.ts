import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { display, type Exploration, explore } from "report";
import { chartSpec, type ExplorerSettings } from "../../lib/explore/chart_spec.ts";
import { listColumns } from "../../lib/explore/column.ts";
import { drawExploration } from "../../lib/explore/explore.ts";
import { completeExploration } from "../../lib/explore/exploration.ts";
import type { PlainRow } from "../../lib/rows/group_rows.ts";
import { plotCode } from "../../lib/explore/plot_code.ts";
import { changes, events } from "../explore/sample_rows.ts";
import { browserTest } from "./chromium.ts";

const settings: ExplorerSettings = {
  rows: "events",
  counted: "Events",
  named: "name",
  colors: {},
  source: "Own count",
  language: "en",
};
const columns = listColumns(events);

function explorerHtml(
  start: Partial<Exploration> = {},
  of: readonly PlainRow[] = events,
): string {
  const { rows, source, language, counted } = settings;
  const explorer = explore(of, { rows, source, language, counted, named: "name", start });
  return String(explorer[display]()["text/html"]);
}

/** Opens a page that is made of some HTML, at an address where a page may use the clipboard. */
async function open(context: BrowserContext, body: string): Promise<Page> {
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("console", (said) => problems.push(said.text()));
  await page.route("**/*", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><meta name="viewport" content="width=device-width"><body>${body}`,
    }));
  await page.goto("https://explorer.invalid/");
  assertEquals(problems, []);
  return page;
}

/** The bars of a chart from the top and the left, by their share of the longest, and what stands beside them. */
function drawn(chart: Locator, bars: string, names: string, ticks: string) {
  return chart.evaluate((root, [bars, names, ticks]) => {
    const boxes = [...root.querySelectorAll(bars)].map((bar) => ({
      box: bar.getBoundingClientRect(),
      fill: bar.getAttribute("fill") ?? bar.parentElement?.getAttribute("fill"),
    }));
    const longest = Math.max(...boxes.map(({ box }) => box.width));
    const texts = (selector: string) =>
      [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);
    return {
      bars: boxes.toSorted((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)
        .map(({ box, fill }) => [Math.round(box.width / longest * 1000) / 1000, fill]),
      names: texts(names),
      ticks: texts(ticks),
    };
  }, [bars, names, ticks]);
}

browserTest("the explorer draws what Plot draws by its code", async (context) => {
  const cases: [readonly PlainRow[], Partial<Exploration>][] = [
    [events, { group: "kind", measure: "guests" }],
    [events, { group: "themes", series: "year" }],
    [events, { group: "kind", series: "year", measure: "guests", order: "least" }],
    [changes, { group: "name", series: "place", measure: "before" }],
    [changes, { group: "name", series: "place", measure: "change" }],
  ];
  for (const [rows, start] of cases) {
    const columns = listColumns(rows);
    const spec = chartSpec(completeExploration(start, columns), { rows, columns, settings });
    const { "image/svg+xml": svg } = drawExploration(spec, settings);
    const page = await open(
      context,
      `<div style="width:750px">${explorerHtml(start, rows)}</div><div class="plot">${svg}</div>`,
    );
    assertEquals(
      await drawn(page.locator("svg.chart"), ".mark", ".name", ".tick text"),
      await drawn(
        page.locator(".plot"),
        "[aria-label=bar] rect",
        "[aria-label='y-axis tick label'] text",
        "[aria-label='x-axis tick label'] text",
      ),
    );
  }
});

browserTest(
  "measure, statistic, group, colour, filter and chart can be chosen",
  async (context) => {
    const page = await open(context, explorerHtml());
    await page.getByLabel("Group by").selectOption("kind");
    await page.getByLabel("Measure").selectOption("guests");
    await page.getByLabel("Statistic").selectOption("mean");
    const marks = () =>
      page.locator(".mark").evaluateAll((all) =>
        all.map((mark) => mark.getAttribute("aria-label"))
      );
    assertEquals(await marks(), [
      "campaign: 100 (Guests, mean)",
      "quest: 33 (Guests, mean)",
      "club: 13.5 (Guests, mean)",
    ]);
    await page.getByLabel("Colour by").selectOption("year");
    assertEquals(await page.getByLabel("Chart", { exact: true }).inputValue(), "dots");
    assertEquals(await page.locator(".legend").allTextContents(), ["2016", "2015"]);
    await page.locator("summary", { hasText: "themes" }).click();
    await page.getByRole("checkbox", { name: "games" }).check();
    await page.locator("input[value=film]").check();
    assertEquals(await page.locator(".counts").textContent(), "4 of 6 rows");
    assertEquals((await marks()).length, 4);
    await page.getByLabel("Chart", { exact: true }).selectOption("table");
    assertEquals(await page.locator(".view tbody tr").count(), 4);
    assertEquals(await page.locator(".view tbody tr").first().innerText(), "campaign\t2016\t80");
    await page.getByRole("button", { name: "Clear filter" }).click();
    assertEquals(await page.locator(".counts").textContent(), "6 of 6 rows");
    await page.getByLabel("Group by").selectOption("year");
    await page.getByLabel("Chart", { exact: true }).selectOption("line");
    assertEquals(await page.locator("path.line").count(), 1);
  },
);

browserTest("values show under the pointer and under the keyboard's focus", async (context) => {
  const page = await open(context, explorerHtml({ group: "kind", measure: "guests" }));
  const tip = page.locator(".tip");
  assertEquals(await tip.isVisible(), false);
  await page.locator(".mark").first().hover();
  assertEquals(
    (await tip.innerText()).split("\n").filter((line) => line !== ""),
    ["campaign", "Guests, sum: 200", "Number of rows: 2", "Night of books", "Night of films"],
  );
  await page.mouse.move(0, 0);
  assertEquals(await tip.isVisible(), false);
  await page.locator(".mark").first().focus();
  await page.keyboard.press("ArrowDown");
  assertStringIncludes(await tip.innerText(), "quest");
  await page.keyboard.press("Escape");
  assertEquals(await tip.isVisible(), false);
});

browserTest("a choice by keyboard keeps the focus where it is", async (context) => {
  const page = await open(context, explorerHtml({ group: "kind" }));
  await page.getByLabel("Colour by").focus();
  await page.keyboard.press("ArrowDown");
  assertEquals(await page.locator("select:focus").getAttribute("name"), "series");
  await page.locator("summary", { hasText: "themes" }).click();
  await page.getByRole("checkbox", { name: "games" }).focus();
  await page.keyboard.press("Space");
  assertEquals(await page.locator("input:focus").getAttribute("value"), "games");
});

browserTest("the code of what is shown is copied", async (context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await open(context, explorerHtml({ group: "kind" }));
  await page.getByLabel("Colour by").selectOption("year");
  await page.getByRole("button", { name: "Copy Plot code" }).click();
  await page.locator(".said", { hasText: /^Copied/ }).waitFor();
  const spec = chartSpec(completeExploration({ group: "kind", series: "year" }, columns), {
    rows: events,
    columns,
    settings,
  });
  assertEquals(
    await page.evaluate(() => navigator.clipboard.readText()),
    plotCode(spec, settings),
  );
});

browserTest("what is chosen is copied, and is what an explorer begins with", async (context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await open(context, explorerHtml({ group: "kind" }));
  await page.getByLabel("Colour by").selectOption("year");
  await page.getByLabel("Chart", { exact: true }).selectOption("shares");
  await page.getByRole("button", { name: "Copy what is chosen" }).click();
  await page.locator(".said", { hasText: /^Copied/ }).waitFor();
  assertEquals(
    await page.evaluate(() => navigator.clipboard.readText()),
    'start: { group: "kind", series: "year", chart: "shares", limit: 20 },',
  );
});

async function savedFrom(page: Page, format: string) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: `Download ${format}` }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await Deno.readFile(await download.path()) };
}

browserTest("what is shown is saved as CSV, SVG and PNG", async (context) => {
  const page = await open(context, explorerHtml({ group: "kind", series: "year" }));
  await page.locator("summary", { hasText: "themes" }).click();
  await page.getByRole("checkbox", { name: "games" }).check();
  const saved = (format: string) => savedFrom(page, format);
  const csv = await saved("CSV");
  assertEquals(csv.name, "Events by kind and year (Themes- games).csv");
  assertEquals(
    new TextDecoder().decode(csv.bytes),
    "Kind,Year,Events\nclub,2016,1\nclub,2015,1\nquest,2016,1\n",
  );
  const svg = new TextDecoder().decode((await saved("SVG")).bytes);
  for (const text of ["Events by kind and year", "2015", "club", "Own count; 3 of 6 rows"]) {
    assertStringIncludes(svg, text);
  }
  const { bytes } = await saved("PNG");
  assertEquals([...bytes.slice(1, 4)], [..."PNG"].map((letter) => letter.charCodeAt(0)));
});

browserTest("what a spreadsheet would compute stands as a text in the CSV", async (context) => {
  const of = [{ name: "a", kind: "=1+1" }, { name: "b", kind: 'x, "y"' }];
  const page = await open(context, explorerHtml({ group: "kind", order: "rows" }, of));
  const { bytes } = await savedFrom(page, "CSV");
  assertEquals(new TextDecoder().decode(bytes), `Kind,Events\n'=1+1,1\n"x, ""y""",1\n`);
});

browserTest("where the clipboard is closed, the code is selected to be copied", async (context) => {
  const page = await open(context, explorerHtml({ group: "kind" }));
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await page.getByRole("button", { name: "Copy Plot code" }).click();
  await page.locator(".said", { hasText: /^Select the code/ }).waitFor();
  const selected = await page.locator("textarea").evaluate((area) =>
    area instanceof HTMLTextAreaElement ? area.selectionEnd - area.selectionStart : 0
  );
  assert(selected > 100);
  assertEquals(await page.locator("textarea").isVisible(), true);
});

browserTest("explorers of one page, and the page, leave each other alone", async (context) => {
  const page = await open(
    context,
    `<style>select { display: none } svg { width: 10px } .tip { color: red }</style>` +
      `<p class="controls">Text</p>${explorerHtml({ group: "kind" })}${
        explorerHtml({ group: "year" })
      }`,
  );
  const [first, second] = await page.locator("[data-report-explorer]").all();
  await first.getByLabel("Group by").selectOption("themes");
  assertEquals(await second.getByLabel("Group by").inputValue(), "year");
  assertEquals(await second.locator("h3").innerText(), "Events by year");
  assertEquals(await first.locator("h3").innerText(), "Events by themes");
  const text = page.locator("p.controls").first();
  assertEquals(await text.evaluate((p) => getComputedStyle(p).display), "block");
  assertEquals(
    await page.evaluate(() => Object.keys(globalThis).filter((k) => /expl/i.test(k))),
    [],
  );
});

browserTest("a page of a phone's width does not overflow", async (context) => {
  const page = await open(context, explorerHtml({ group: "kind", series: "year" }));
  for (const chart of ["bars", "shares", "dots", "matrix", "table"]) {
    await page.getByLabel("Chart", { exact: true }).selectOption(chart);
    assertEquals(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  }
}, { viewport: { width: 390, height: 800 } });

browserTest("without scripts the still chart and its table are seen", async (context) => {
  const page = await open(context, explorerHtml({ group: "kind" }));
  const picture = page.locator("img");
  assertEquals(await picture.isVisible(), true);
  assert(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth === 640));
  await page.locator("summary").click();
  assertEquals(await page.locator("tbody tr").first().isVisible(), true);
}, { javaScriptEnabled: false });
