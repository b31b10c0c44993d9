import { assertEquals, assertStringIncludes } from "@std/assert";
import { parseHTML } from "linkedom/worker";
import { display, table } from "report";
import { tableScript } from "../../lib/tables/table_html.ts";

const caption = { name: "users", title: "Users", source: "Table 1", language: "en" } as const;
const rows = Array.from({ length: 20 }, (_, index) => {
  const least = 10 + index + (index % 2 ? 1000 : 0);
  return {
    place: `Place ${index}`,
    users: index === 3 ? null : (index * 7919) % 1000 * 100,
    printed: { text: `≥ ${least.toLocaleString("en-GB")}`, value: least },
  };
});

/** A page with a table, after its script has run. */
function page() {
  const html = String(table(rows, caption)[display]()["text/html"]);
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const links: Blob[] = [];
  const url = { createObjectURL: (blob: Blob) => `blob:${links.push(blob)}` };
  new Function("document", "URL", "setTimeout", tableScript)(document, url, () => {});
  const all = (selector: string) => [...document.querySelectorAll(selector)] as Element[];
  return {
    document,
    links,
    heads: () => all("th"),
    click: (selector: string, at = 0) => all(selector)[at].dispatchEvent(clickOf(document)),
    column: (at: number) => all("tbody tr").map((row) => row.children[at].textContent),
    hidden: () => all("tbody tr").filter((row) => row.hasAttribute("hidden")).length,
    fold: all("details")[0] as unknown as { open: boolean; dispatchEvent(event: Event): void },
  };
}

function clickOf(document: { defaultView: unknown }): Event {
  const { Event: PageEvent } = document.defaultView as { Event: typeof Event };
  return new PageEvent("click");
}

const numbers = rows.map(({ users }) => users).filter((users) => users !== null);
const written = (
  values: readonly number[],
) => [...values.map((value) => value.toLocaleString("en-GB")), "–"];

Deno.test("a click on a heading sorts all rows by number, the next one downwards, the third as they were", () => {
  const { click, column, heads } = page();
  click("th button", 1);
  assertEquals(column(1), written(numbers.toSorted((a, b) => a - b)));
  assertEquals(heads().map((head) => head.getAttribute("aria-sort")), [null, "ascending", null]);
  click("th button", 1);
  assertEquals(column(1), written(numbers.toSorted((a, b) => b - a)));
  click("th button", 1);
  assertEquals(column(0), rows.map(({ place }) => place));
  assertEquals(heads().some((head) => head.hasAttribute("aria-sort")), false);
});

Deno.test("texts that stand for numbers sort as these, and texts with numerals by these", () => {
  const { click, column } = page();
  click("th button", 2);
  assertEquals(column(2)[0], "≥ 10");
  assertEquals(column(2).at(-1), "≥ 1,029");
  click("th button", 0);
  assertEquals(column(0).slice(1, 3), ["Place 1", "Place 2"]);
});

Deno.test("the fold hides all rows but twelve, and sorting moves rows across it", () => {
  const { click, hidden, fold, document } = page();
  assertEquals(hidden(), 8);
  assertEquals(document.querySelectorAll("table").length, 1);
  click("th button", 1);
  assertEquals(hidden(), 8);
  fold.open = true;
  fold.dispatchEvent(
    new (document.defaultView as unknown as { Event: typeof Event }).Event("toggle"),
  );
  assertEquals(hidden(), 0);
});

Deno.test("the link gives all rows as the CSV of the table, marked as UTF-8 for spreadsheets", async () => {
  const { click, links, document } = page();
  assertEquals(document.querySelector("a[download]")?.getAttribute("download"), "users.csv");
  click("a[download]");
  const bytes = new Uint8Array(await links[0].arrayBuffer());
  assertEquals([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
  assertEquals(new TextDecoder().decode(bytes), table(rows, caption).csv);
});

Deno.test("a script that runs twice changes nothing the second time", () => {
  const { document } = page();
  const once = document.toString();
  new Function("document", "URL", "setTimeout", tableScript)(document, {}, () => {});
  assertEquals(document.toString(), once);
  assertStringIncludes(once, "data-live");
});

Deno.test("while a page loads a table waits for its own script, or for the end", () => {
  const html = String(table(rows, caption)[display]()["text/html"]);
  const load = (own: string) => {
    const { document, Event: PageEvent } = parseHTML(
      `<!doctype html><html><body>${html}</body></html>`,
    );
    const set = (name: string, value: unknown) =>
      Object.defineProperty(document, name, { value, configurable: true });
    set("readyState", "loading");
    set("currentScript", document.querySelector(own));
    const before = document.toString();
    new Function("document", "URL", "setTimeout", tableScript)(document, {}, () => {});
    return {
      isAsBefore: () => document.toString() === before,
      buttons: () => document.querySelectorAll("th button").length,
      end: () => {
        set("readyState", "interactive");
        document.dispatchEvent(new PageEvent("DOMContentLoaded"));
      },
    };
  };
  const waiting = load(".of-another");
  assertEquals([waiting.buttons(), waiting.isAsBefore()], [0, true]);
  waiting.end();
  assertEquals(waiting.buttons(), 3);
  assertEquals(load("script").buttons(), 3);
});
