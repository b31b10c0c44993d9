import { assertEquals } from "@std/assert";
import { parseHTML } from "linkedom/worker";
import {
  controls,
  drawChart,
  filterPanel,
  picture,
  pictureOf,
  valueTable,
} from "../../lib/explore/browser/view.ts";
import { chartSpec, type ExplorerSettings } from "../../lib/explore/chart_spec.ts";
import { listColumns } from "../../lib/explore/column.ts";
import { allCharts, completeExploration } from "../../lib/explore/exploration.ts";
import { markup } from "../../lib/tables/markup.ts";

const hostile = [
  "</script><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)",
  "&lt;b&gt; ${alert(1)} `",
];
const rows = hostile.map((kind, at) => ({ kind, [hostile[at]]: hostile[0], year: "2016", n: at }));
const columns = listColumns(rows, { labels: { kind: hostile[1] }, units: { n: hostile[2] } });
const settings: ExplorerSettings = {
  ...{ rows: "rows", language: "en", named: "kind", colors: {} },
  ...{ counted: hostile[0], source: hostile[1] },
};

Deno.test("no text of the rows can break out of what is shown, or is lost", () => {
  for (const chart of allCharts) {
    const wanted = { group: "kind", series: hostile[0], measure: "n", chart };
    const exploration = completeExploration(wanted, columns);
    const explored = { rows, columns, settings };
    const spec = chartSpec(exploration, explored);
    const { content, height, tips } = drawChart(spec, settings, 400);
    const shown = markup`<main>${controls(exploration, explored)}${
      filterPanel({ ...exploration, where: { kind: hostile } }, explored, new Set(hostile))
    }${valueTable(spec, settings)}${picture({ width: 400, height }, content)}${tips}${
      pictureOf(spec, settings, 400)
    }</main>`;
    const { document } = parseHTML(`<!doctype html><body>${shown}</body>`);
    const found = [...document.querySelectorAll("*")];
    assertEquals(found.filter(({ localName }) => /^(script|img)$/.test(localName)), []);
    const handlers = found.flatMap((one) =>
      [...one.attributes].filter(({ name }) => name.startsWith("on"))
    );
    assertEquals(handlers, []);
    const heads = [...document.querySelectorAll("tbody th")].map(({ textContent }) => textContent);
    assertEquals(new Set(heads), new Set(hostile));
    const values = [...document.querySelectorAll("input[name=kind]")]
      .map((box) => box.getAttribute("value"));
    assertEquals(new Set(values), new Set(hostile));
  }
});

Deno.test("bars are as long as their values, and each mark tells its own", () => {
  const explored = { rows, columns, settings };
  const spec = chartSpec(completeExploration({ group: "kind", measure: "n" }, columns), explored);
  const { content, tips } = drawChart(spec, settings, 400);
  const { document } = parseHTML(`<!doctype html><body><svg>${content}</svg></body>`);
  const marks = [...document.querySelectorAll(".mark")];
  const widths = marks.map((mark) => Number(mark.getAttribute("width")));
  assertEquals(widths.map((width) => Math.round(3 * width / widths[0])), [3, 2, 1, 0]);
  assertEquals(marks.map((mark) => mark.getAttribute("tabindex")), ["0", "-1", "-1", "-1"]);
  assertEquals(tips.length, marks.length);
});
