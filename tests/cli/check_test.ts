import { assertEquals, assertStringIncludes } from "@std/assert";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "../notebook/notebook_of.ts";

async function check(cells: Readonly<Record<string, string>>) {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/notebooks`);
    const path = `${folder}/notebooks/01_a.ipynb`;
    await Deno.writeTextFile(path, serializeNotebook(notebookOf(cells)));
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--quiet", "--no-prompt", `--allow-read=.,${folder}`],
        ...[`--allow-write=${folder}`, `--allow-run=${Deno.execPath()}`],
        ...["lib/cli/check.ts", path],
      ],
      cwd: new URL("../../", import.meta.url),
      env: { NO_COLOR: "1" },
    }).output();
    const decoder = new TextDecoder();
    return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("check ends well on sound cells, and with 1 on others, naming cell, line and column", async () => {
  const open = `import { loadReport } from "report";\nconst report = await loadReport();`;
  const sound = await check({ open, period: `report.edition.period` });
  assertEquals([sound.code, sound.stdout, sound.stderr], [
    0,
    "1 notebooks checked, 0 findings\n",
    "",
  ]);
  const { code, stderr } = await check({ open, period: `report.edition.periods` });
  assertEquals(code, 1);
  assertStringIncludes(
    stderr,
    `01_a.ipynb [cell "period"] 1:16: Property 'periods' does not exist`,
  );
});
