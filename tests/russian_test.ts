import { assertEquals } from "@std/assert";
import { loadReport, loansPerUser, md, openReport, t } from "report";
import { richForm } from "../lib/display/show.ts";
import { display } from "../lib/model/displayable.ts";
import { useLanguage } from "../lib/words/language.ts";
import { type CellOutput, parseNotebook } from "../lib/notebook/notebook_document.ts";
import { runProgram } from "../lib/input/run_program.ts";
import { foreignWords, latinWords, readTexts, textOfMarkdown } from "./foreign_words.ts";

const edition = await loadReport();

/** Whether every notebook is run, as `deno task test:long` has it; else a sample. */
const isWhole = Deno.args.includes("--all");
const sample = ["01_overview", "04_table_1"];

const { kinds, audiences, themes, channels, platforms, sections, topics, findings, indicators } =
  edition;
const coded = [
  kinds,
  audiences,
  themes,
  channels,
  platforms,
  sections,
  topics,
  findings,
  indicators,
]
  .flat();

/** Names that the report itself writes in Latin letters, those that its Russian texts keep, and codes that are shown. */
const known = latinWords(russianTexts(edition)).union(new Set(coded.map(({ id }) => id)));

function russianTexts(value: unknown, field = ""): string[] {
  if (typeof value === "string") {
    return /_ru$|^(ru|printed|name)$/.test(field) ? [value] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    russianTexts(inner, Array.isArray(value) ? field : name)
  );
}

function shownTexts(value: unknown): string[] {
  const data = richForm(value)?.("ru")[display]();
  const output = { output_type: "display_data", data, metadata: {} };
  return readTexts(output as unknown as CellOutput);
}

Deno.test("English words are found in HTML, Markdown, pictures and text; names and code are not", () => {
  const output = (data: Record<string, string>) =>
    ({ output_type: "display_data", data, metadata: {} }) as CellOutput;
  const found = (data: Record<string, string>) =>
    readTexts(output(data)).flatMap((text) => foreignWords(text, new Set(["LitRes"])));
  assertEquals(found({ "text/html": "<p>Число <b>rows</b><script>let x</script></p>" }), ["rows"]);
  assertEquals(found({ "text/html": '<img alt="Users 2016">Ряд' }), ["Users"]);
  assertEquals(found({ "image/svg+xml": "<svg><title>Users</title></svg>" }), ["Users"]);
  assertEquals(found({ "text/markdown": "Все `rows` [здесь](a.html) within-rounding" }), [
    "within-rounding",
  ]);
  assertEquals(found({ "text/plain": 'LitRes, table1.users.2016, "x", SVG, a' }), []);
});

Deno.test("what the library shows of a report in Russian has no English word but names and code", async () => {
  const report = await openReport(undefined, { language: "ru" });
  try {
    const loans = report.observations.find(({ id }) => id === "table1.loans.2016")!;
    const users = report.observations.find(({ id }) => id === "users.youth")!;
    const derived = loansPerUser({ loans, users });
    const values: Record<string, unknown> = {
      observations: report.observations,
      verdicts: report.verdicts(),
      findings: report.findings,
      initiatives: report.initiatives,
      kinds: report.kinds,
      themes: report.themes,
      norms: report.norms,
      implied: report.implied,
      answers: report.answers,
      repairs: report.repairs,
      derived: [derived],
      card: derived,
      indicator: report.indicators[0],
      verdict: report.verdicts()[0],
      contradiction: report.verdicts().find(({ verdict }) => verdict === "contradicts"),
      finding: report.findings[0],
    };
    const found = Object.entries(values).flatMap(([name, value]) =>
      shownTexts(value).flatMap((text) => foreignWords(text, known)).map((word) => [name, word])
    );
    assertEquals(found, []);
    assertEquals(foreignWords(report.source(report.observations), known), []);
    assertEquals([t`${1234.5}`, md`${[1, 2]}`.text], ["1\u00a0234,5", "1 и 2"]);
  } finally {
    useLanguage(undefined);
  }
});

Deno.test("a run in Russian has no English word but names and code", async () => {
  const folder = await Deno.makeTempDir();
  try {
    // A notebook without a catalogue is of one language, and its run in another says so.
    const catalogues = await Array.fromAsync(Deno.readDir("notebooks/translations"));
    const all = catalogues.flatMap(({ name }) => /^(.*)\.ru\.po$/.exec(name)?.[1] ?? []);
    const names = isWhole ? all : sample;
    assertEquals(sample.filter((name) => !all.includes(name)), []);
    const task = ["task", "--quiet", "reproduce", ...names, "--language", "ru", "--out", folder];
    const { success, stdout, stderr } = await runProgram([Deno.execPath(), ...task]);
    assertEquals(success, true, stdout + stderr);
    const found = await Promise.all(names.map(async (name) => {
      const path = `${folder}/${name}.ipynb`;
      const { cells } = parseNotebook(await Deno.readTextFile(path), path);
      const texts = cells.flatMap((cell) =>
        cell.cell_type === "code" ? cell.outputs.flatMap(readTexts) : [textOfMarkdown(cell.source)]
      );
      return texts.flatMap((text) => foreignWords(text, known)).map((word) => `${name}: ${word}`);
    }));
    assertEquals([...new Set(found.flat())], []);
    const console = (stdout + stderr).replaceAll(folder, "");
    assertEquals(foreignWords(console, known), []);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
