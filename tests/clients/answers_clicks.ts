import { assertEquals, assertNotEquals } from "@std/assert";
import type { Page } from "playwright-core";

/**
 * Asserts that outputs on a page are alive: the first explorer groups by what is chosen, and a click
 * on the last heading of the last table sorts it by its numbers.
 *
 * @param page A page with both.
 */
export async function answersClicks(page: Page): Promise<void> {
  const explorer = page.locator("[data-report-explorer]").first();
  const group = explorer.getByLabel("Group by");
  const [heading, chosen] = [await explorer.locator("h3").innerText(), await group.inputValue()];
  const other = group.locator(`option:not([value="${chosen}"])`).first();
  await group.selectOption(await other.getAttribute("value"));
  assertNotEquals(await explorer.locator("h3").innerText(), heading);
  assertEquals(await explorer.locator("svg.chart, .view table").first().isVisible(), true);

  // Tables of figures and explorers stand behind a disclosure.
  const table = page.locator(".report-table:not(details *) table").last();
  const head = table.locator("th").last();
  await head.locator("button").click();
  const numbers = (await table.locator("tbody tr td:last-child").allInnerTexts()).map(Number);
  const ascending = numbers.toSorted((a, b) => a - b);
  const direction = await head.getAttribute("aria-sort");
  assertEquals(numbers.some(Number.isNaN), false);
  assertEquals(numbers, direction === "ascending" ? ascending : ascending.toReversed());
}
