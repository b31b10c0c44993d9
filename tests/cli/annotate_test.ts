import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { loadReport } from "report";
import { ledgerText } from "../book/ledger_text.ts";
import { runTask } from "./run_task.ts";

const report = await loadReport();

async function withText(text: string, use: (folder: string, path: string) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/source.txt`, text);
    await use(folder, `${folder}/source.txt`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("annotate writes one page without scripts, in which every numeral of the ledger is a link", () =>
  withText(ledgerText(report).replaceAll("\n", "\r\n"), async (folder, path) => {
    const out = `${folder}/page.html`;
    const { code, stderr } = await runTask(["annotate", path, "--out", out, "--language", "ru"]);
    assertEquals([code, stderr], [0, ""]);
    const html = await Deno.readTextFile(out);
    assertEquals(html.match(/<a id="at-/g)?.length, report.numerals.length);
    assertEquals(/<script|https?:\/\//.test(html), false);
    assertStringIncludes(html, '<html lang="ru">');
  }));

Deno.test("annotate names the numerals that another text does not have", () =>
  withText(ledgerText(report).replace("364 347", "364 348"), async (folder, path) => {
    const { code, stderr } = await runTask(["annotate", path, "--out", `${folder}/page.html`]);
    assertEquals(code, 1);
    assertStringIncludes(stderr, 'expected "364 347" of the ledger, found "364 348"');
  }));

Deno.test("annotate puts no text that belongs to a publisher among what the project keeps or publishes", () =>
  withText(ledgerText(report), async (folder, path) => {
    const args = ["-s", await Deno.realPath("data"), `${folder}/link`];
    await new Deno.Command("ln", { args }).output();
    for (
      const out of ["page.html", "data/page.html", "_site/page.html", `${folder}/link/page.html`]
    ) {
      const { code, stderr } = await runTask(["annotate", path, "--out", out]);
      assertEquals(code, 1, out);
      assertStringIncludes(stderr, "Cannot write the annotated source");
      assert(!await Deno.stat(out).then(() => true, () => false), out);
    }
  }));
