import { assertEquals } from "@std/assert";
import { machinePaths } from "../../lib/notebook/machine_paths.ts";

/** Joined here, so that no file of the project holds such a path. */
const home = ["", "home", "somebody"].join("/"), drive = ["C:", "Users", "somebody"];

Deno.test("paths of one machine are found with their place", () => {
  for (
    const path of [
      `${home}/report/data.csv`,
      `/${["Users", "me", "data.csv"].join("/")}`,
      `/${["tmp", "x"].join("/")}`,
      `/${["var", "folders", "zz", "x"].join("/")}`,
      `file:${"//"}${home}`,
      drive.join("\\"),
      drive.join("\\\\"),
      drive.join("/"),
      ["D:", "", "projects", "x.csv"].join("\\"),
      ["D:", "projects", "x.csv"].join("\\"),
      ["D:", "projects", "x.csv"].join("/"),
    ]
  ) {
    assertEquals(machinePaths(`first\nread("${path}")`), [{ line: 2, column: 7, path }]);
    assertEquals(machinePaths(`    at ${path}`).map(({ path }) => path), [path]);
    assertEquals(machinePaths(`path:${path}`).length, 1);
  }
});

Deno.test("addresses, MIME types, dates, fractions and regular expressions are none", () => {
  for (
    const text of [
      "https://example.org/home/page and http://localhost:8080/tmp/x",
      "image/svg+xml, text/html",
      "1/2, 01/02/2016, 2015/2016, and/or, км/ч",
      '"a\\n/n", "A:\\nB\\nC", "Total:\\n\\t1"',
      "../data/home/x.csv, ./tmp/x, ~/work/x, data/tmp/x",
      `text.replace(${["", "home", "g"].join("/")}, "").match(/(?:tmp)/u)`,
      String.raw`/A:\d+\w/, /A:\d\w/`,
      "scale 1:1/2, ratio A:B, T:/, </home></work>",
      `data:image/png;base64,iVBOR/tmp/x+${["", "home", "yAA=="].join("/")}`,
      ["`${base}", "home", "${page}`"].join("/"),
      `{ a:${["", "tmp", "g"].join("/")}.test(b) }`,
    ]
  ) assertEquals([text, machinePaths(text)], [text, []]);
});
