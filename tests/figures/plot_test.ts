import { assert, assertEquals, assertMatch, assertStringIncludes, assertThrows } from "@std/assert";
import {
  display,
  labelX,
  type LabelXOptions,
  openReport,
  Plot,
  readPrinted,
  UsageError,
} from "report";
import { richForm } from "../../lib/display/show.ts";
import { drawing, type DrawOptions } from "../../lib/figures/theme.ts";
import { renderPdf, renderPng } from "../../lib/figures/render.ts";
import { useLanguage } from "../../lib/words/language.ts";
import { heights } from "./gallery/rows.ts";

const years = [{ year: "2015", visits: 2195067 }, { year: "2016", visits: 2188449 }];
const rows = [
  { name: "a", count: 10, kind: "a" },
  { name: "b", count: 14, kind: "b" },
  { name: "c", count: 9, kind: "a" },
];

/** A value as a client gets it. */
function shown(value: unknown): Readonly<Record<string, string>> {
  const bundle = richForm(value)?.("en")[display]();
  assert(bundle, "nothing is shown");
  return bundle as Record<string, string>;
}

function svgOf(value: unknown): string {
  return shown(value)["image/svg+xml"];
}

/** The texts of a picture, each line by itself. */
function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)/g)].map(([, text]) => text);
}

/** What is said on the console while something is done. */
function warnings(act: () => unknown): string[] {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (text) => void said.push(String(text));
  try {
    act();
  } finally {
    console.warn = warn;
  }
  return said;
}

Deno.test("dates have Plot's own ticks, in the language of the notebook", () => {
  const months = [0, 1, 2, 3, 4, 5].map((month) => ({
    month: new Date(Date.UTC(2016, month)),
    visits: month ** 2,
  }));
  const line = () => textsOf(svgOf(Plot.lineY(months, { x: "month", y: "visits" })));
  assertEquals(line().filter((text) => /Jan|2016|Feb/.test(text)), ["Jan", "2016", "Feb"]);
  useLanguage("ru");
  try {
    assertEquals(line().filter((text) => /янв|2016|мар/.test(text)), ["янв", "2016", "мар"]);
  } finally {
    useLanguage(undefined);
  }
  assert(line().includes("Jan"), "English is back");
});

Deno.test("numbers are written in the language of the notebook, in ticks, texts and legends", () => {
  useLanguage("ru");
  try {
    const svg = svgOf(Plot.plot({
      color: { type: "linear", legend: true },
      marks: [
        Plot.dot(years, { x: "year", y: "visits", fill: "visits" }),
        Plot.text(years, { x: "year", y: "visits", text: "visits" }),
      ],
    }));
    const texts = textsOf(svg);
    assert(texts.includes("2\u00a0195\u00a0067"));
    assertEquals(texts.filter((text) => /\d,\d{3}/.test(text)), []);
  } finally {
    useLanguage(undefined);
  }
});

Deno.test("years, as texts or as numbers, are the names that they are, and nothing is warned of", () => {
  for (const data of [years, years.map((row) => ({ ...row, year: Number(row.year) }))]) {
    let texts: string[] = [];
    assertEquals(
      warnings(() => texts = textsOf(svgOf(Plot.barY(data, { x: "year", y: "visits" })))),
      [],
    );
    assertEquals(texts.filter((text) => /201[56]|⚠/.test(text)), ["2015", "2016"]);
    const bundle = shown(Plot.barY(data, { x: "year", y: "visits" }));
    assertStringIncludes(bundle["text/plain"], "2015: 2,195,067; 2016: 2,188,449");
    assertMatch(bundle["text/html"], />2015<\/td>/);
  }
});

Deno.test("what Plot warns of is warned of once, however often it is drawn", () => {
  const numbers = [{ size: "12.5", count: 1 }, { size: "3", count: 2 }];
  const said = warnings(() => Plot.barY(numbers, { x: "size", y: "count" }).plot());
  assertEquals(said.length, 1);
  assertMatch(said[0], /strings that appear to be numbers/);
});

Deno.test("facets in rows, beside an axis of their own, are drawn", () => {
  const texts = textsOf(svgOf(Plot.dot(rows, { fy: "kind", x: "count", y: "count" })));
  assertEquals(texts.filter((text) => text === "a" || text === "b"), ["a", "b"]);
});

Deno.test("legends of classes and ramps, and rasters, are drawn", () => {
  const classes = svgOf(Plot.plot({
    color: { legend: true },
    marks: [Plot.dot(rows, { x: "count", y: "count", stroke: "kind" })],
  }));
  assertEquals(textsOf(classes).slice(0, 2), ["a", "b"]);
  assertStringIncludes(classes, 'fill="#1f4e8c"');
  const ramp = svgOf(Plot.plot({
    color: { legend: true, type: "linear" },
    marks: [Plot.dot(rows, { x: "count", y: "count", stroke: "count" })],
  }));
  assertMatch(ramp, /<image [^>]*data:image\/png;base64,/);
  assertMatch(svgOf(Plot.raster(heights, { x: "x", y: "y", fill: "height" })), /<image /);
});

Deno.test("ids differ from those of another figure, and are the same each time", () => {
  const clipped = (height: number) => svgOf(Plot.lineY([1, 5, 2], { clip: true }).plot({ height }));
  const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const [first, second] = [clipped(200), clipped(300)];
  assertEquals(ids(first).length, 1);
  assert(ids(first)[0] !== ids(second)[0]);
  assertEquals(clipped(200), first);
  assertStringIncludes(first, `url(#${ids(first)[0]})`);
});

Deno.test("the parts of a figure stand in one picture that names itself", () => {
  const { "image/svg+xml": svg, "text/plain": alt } = shown(Plot.plot({
    title: "Visits hardly changed",
    subtitle: "Per year",
    caption: "Source: report, line 48",
    ariaDescription: "The bars are of nearly the same length.",
    marks: [Plot.barY(years, { x: "year", y: "visits" })],
  }));
  assertEquals(alt, "Visits hardly changed. 2015: 2,195,067; 2016: 2,188,449");
  assertStringIncludes(svg, `aria-label="${alt}"`);
  assertStringIncludes(svg, "<desc>The bars are of nearly the same length.</desc>");
  const texts = textsOf(svg);
  assertEquals(texts.slice(0, 2), ["Visits hardly changed", "Per year"]);
  assertEquals(texts.at(-1), "Source: report, line 48");
  assertEquals(/foreignObject|class=/.exec(svg), null);
});

Deno.test("an alternative text that is given stands", () => {
  const plot = Plot.plot({
    ariaLabel: "Two bars",
    marks: [Plot.barY(years, { x: "year", y: "visits" })],
  });
  assertEquals(shown(plot)["text/plain"], "Two bars");
});

Deno.test("the rows that marks were given stand behind a disclosure, the first two hundred of many", () => {
  const html = shown(Plot.plot({
    marks: [
      Plot.barY(years, { x: "year", y: "visits" }),
      Plot.text(years, { x: "year", y: "visits", text: "visits" }),
    ],
  }))["text/html"];
  assertEquals(html.match(/<details>/g)?.length, 1);
  assertStringIncludes(html, "2,195,067");
  const many = Array.from({ length: 300 }, (_, at) => ({ at }));
  assertStringIncludes(
    shown(Plot.tickX(many, { x: "at" }))["text/html"],
    "Data (first 200 of 300 rows)",
  );
  assertEquals(shown(Plot.ruleX([0]))["text/html"].includes("<details>"), false);
});

Deno.test("rows of a report stand behind a figure by their labels, without the records that they rest on", async () => {
  const { observations, answers } = await openReport(undefined, { language: "ru" });
  const headings = (values: readonly object[]) => {
    const html = shown(Plot.dot(values, { x: () => 1 }))["text/html"];
    return [...html.matchAll(/<th [^>]*>(?:<code>)?([^<]*)/g)].map(([, heading]) => heading);
  };
  try {
    assertEquals(headings(observations.slice(0, 3)).slice(0, 2), ["Показатель", "О ком"]);
    assertEquals(headings(answers).slice(0, 3), ["Вопрос", "Заключение", "Вариант"]);
    assertEquals(headings([{ a: 1, of: { big: 1n } }]), ["a"]);
  } finally {
    useLanguage(undefined);
  }
});

Deno.test("a tip's text is the title of what it belongs to", () => {
  const svg = svgOf(Plot.barY(years, { x: "year", y: "visits", tip: true }));
  assertEquals([...svg.matchAll(/<title>([^<]+)<\/title>/g)].map(([, text]) => text), [
    "visits 2,195,067\nyear 2015",
    "visits 2,188,449\nyear 2016",
  ]);
  const own = svgOf(Plot.dot(rows, { x: "count", y: "count", title: "name", tip: true }));
  assertEquals([...own.matchAll(/<title>([^<]+)<\/title>/g)].map(([, text]) => text), [
    "a",
    "b",
    "c",
  ]);
});

Deno.test("marks may be drawn again: they are left as they were given", () => {
  const bars = Plot.barY(years, { x: "year", y: "visits", tip: true });
  assertEquals(svgOf(bars.plot()), svgOf(bars.plot()));
  function* walk() {
    for (const row of rows) yield row;
  }
  assertMatch(svgOf(Plot.dot(walk(), { x: "count", y: "count" })), /<circle/);
});

Deno.test("rows are read once, however often they are drawn: chance and the order of facets hold", () => {
  let asked = 0;
  const walk = Plot.dot(rows, { x: "count", y: () => ++asked, fy: "name" });
  walk.plot({ height: 400 });
  assertEquals(asked, rows.length);
  const bars = Plot.barX(rows, { x: "count", fy: "name", sort: { fy: "-x", limit: 2 } });
  const names = textsOf(svgOf(bars)).filter((text) => /^[abc]$/.test(text));
  assertEquals(names, ["b", "a"]);
});

Deno.test("what would be empty is refused, with what to do", () => {
  assertThrows(
    () => Plot.plot({ marks: [undefined as never] }),
    UsageError,
    "expected at least one mark, found undefined",
  );
  assertThrows(
    () => Plot.barY(years, { x: "year", y: "visit" }).plot(),
    UsageError,
    'expected for y a field of the rows, found "visit"; did you mean "visits", "year"?',
  );
  assertThrows(
    () => Plot.barY(years, { x: "year", y: "visits", fill: "yaer" }).plot(),
    UsageError,
    'expected for fill a field of the rows, found "yaer"; did you mean "year", ',
  );
  assertThrows(
    () => Plot.barX([{ users: readPrinted("1 250") }], { x: "users" }).plot(),
    UsageError,
    "expected for x numbers, dates or texts, found records of form, value, ",
  );
});

Deno.test("long Russian labels wrap between words, and never within one", () => {
  const long = [{ kind: "Центральные детские библиотеки муниципальных образований", count: 2 }];
  for (const width of [360, 640]) {
    const texts = textsOf(svgOf(Plot.barX(long, { x: "count", y: "kind" }).plot({ width })));
    const words = new Set(long[0].kind.split(" "));
    const lines = texts.filter((text) => /[а-я]/.test(text));
    assert(lines.length > 1);
    for (const word of lines.flatMap((line) => line.split(" "))) assert(words.has(word), word);
  }
});

Deno.test("in a narrow column an axis of numbers still tells distances", () => {
  const row = { kind: "Посещения массовых мероприятий, из 2 187 738", share: 19.33 };
  const texts = textsOf(svgOf(Plot.plot({
    width: 380,
    marks: [
      Plot.barX([row], { x: "share", y: "kind" }),
      labelX([row], { x: "share", y: "kind", text: () => "19.33 (2015: 19.60)" }),
    ],
  })));
  assertEquals(texts.filter((text) => /^\d+$/.test(text)), ["0", "5", "10", "15"]);
});

Deno.test("letters that the font lacks are told", () => {
  assertEquals(warnings(() => svgOf(Plot.text(["Ж № → ≈ ⅓"], { text: (one) => one }))), []);
  assertEquals(warnings(() => svgOf(Plot.text(["漢字"], { text: (one) => one }))), [
    "The figures' font has no 字 漢: a PNG or PDF leaves them out.",
  ]);
});

Deno.test("a figure is drawn again at the width that is asked for, with its texts wrapped anew", () => {
  const draw = () => {
    const title = "Visits hardly changed from the year before last to the last one";
    return svgOf(
      Plot.plot({
        title,
        width: 800,
        height: 200,
        marks: [Plot.barY(years, { x: "year", y: "visits" })],
      }),
    );
  };
  const asked: DrawOptions = { width: 360 };
  Reflect.set(globalThis, drawing, asked);
  try {
    assertMatch(draw(), /^<svg [^>]*width="360"/);
    assertEquals(textsOf(draw()).filter((text) => /Visits|last/.test(text)).length, 2);
    Reflect.set(globalThis, drawing, { title: false });
    assertEquals(textsOf(draw()).filter((text) => text.includes("Visits")), []);
  } finally {
    Reflect.deleteProperty(globalThis, drawing);
  }
  assertMatch(draw(), /^<svg [^>]*width="800"/);
});

Deno.test("a PNG and a PDF of a figure are the same each time", async () => {
  const svg = svgOf(Plot.barY(years, { x: "year", y: "visits" }));
  assertEquals(await renderPng(svg), await renderPng(svg));
  const pdf = await renderPdf(svg);
  assertEquals(await renderPdf(svg), pdf);
  assertEquals(new TextDecoder().decode(pdf.slice(0, 5)), "%PDF-");
  assertStringIncludes(new TextDecoder("latin1").decode(pdf), "/MediaBox [0 0 480 ");
});

Deno.test("no window is made, for others would take this for a browser", () => {
  Plot.ruleX([0]).plot();
  assertEquals("window" in globalThis, false);
  assertEquals("requestAnimationFrame" in globalThis, false);
});

Deno.test("numbers that a transform gives are labelled and written as others are", () => {
  const rows = ["a", "a", "b"].map((of, at) => ({ of, change: -1000 * (at + 1) }));
  const labelsOf = (options: LabelXOptions) => {
    const svg = svgOf(Plot.plot({ marks: [labelX(rows, options)] }));
    const [, labels] = /aria-label="value label"[^>]*>(.*?)<\/g>/s.exec(svg) ?? [];
    return [...labels.matchAll(/>([^<]+)<\/text>/g)].map(([, text]) => text);
  };
  assertEquals(labelsOf(Plot.groupY({ x: "count" }, { y: "of" })), ["2", "1"]);
  assertEquals(
    labelsOf(Plot.groupY({ x: "sum" }, { x: "change", y: "of" })),
    ["−3,000", "−3,000"],
  );
  const thousandths = (values: readonly number[]) => values.map((value) => value / 3000);
  assertEquals(
    labelsOf({ ...Plot.mapX(thousandths, { x: "change", y: "of" }), decimals: 1 }),
    ["−0.3", "−0.7", "−1"],
  );
  assertEquals(labelsOf(Plot.dodgeY({ x: "change" })), ["−1,000", "−2,000", "−3,000"]);
});
