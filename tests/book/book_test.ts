import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { gzipSync } from "node:zlib";
import { audit, loadReport, UsageError } from "report";
import { makeBook } from "../../lib/book/book.ts";
import { withPrinted } from "../../lib/book/browser/live_message.ts";
import { unprintedRanks } from "../../lib/book/verdict_pages.ts";
import { gatherBook } from "../../lib/book/gather.ts";
import { liveCells } from "../../lib/book/notebook_page.ts";
import { runAsPage } from "../../lib/book/run_live.ts";
import { deadLinks } from "../../lib/book/site.ts";
import { replaceFolder } from "../../lib/cli/book.ts";
import { answerFrom } from "../../lib/cli/serve.ts";
import { defaultEdition } from "../../lib/load/edition_folder.ts";

const parts = await gatherBook(defaultEdition());
const files = makeBook(parts);
const pages = [...files].flatMap(([path, text]) =>
  path.endsWith(".html") && typeof text === "string" ? [{ path, text }] : []
);

Deno.test("two books of the same parts are equal byte by byte", () => {
  const again = makeBook(parts);
  assertEquals([...again.keys()], [...files.keys()]);
  for (const [path, content] of again) assertEquals(content, files.get(path), path);
});

Deno.test("every page has a policy, one first heading, and nothing that the policy forbids", () => {
  assert(pages.length > 2 * parts.notebooks.length / 2 + 14);
  for (const { path, text } of pages) {
    assertStringIncludes(text, "Content-Security-Policy", path);
    if (path.startsWith("live/")) continue;
    assertEquals(text.match(/<h1[ >]/g)?.length, 1, path);
    assertEquals(
      /\sstyle=|<style|\son\w+="|javascript:|<script(?![^>]*( src=| type="application\/(ld\+)?json"))/
        .test(text),
      false,
      path,
    );
  }
});

Deno.test("a page is under 150 kB, and what a page loads to run under 0.6 MB", () => {
  const encoder = new TextEncoder();
  const large = pages.map(({ path, text }) => [path, encoder.encode(text).length] as const)
    .filter(([, bytes]) => bytes > 150_000);
  assertEquals(large, []);
  const loaded = [
    ...["worker", "files", `${parts.notebooks[0].name}.ru`].map((name) =>
      files.get(`live/${name}.bin`)?.length ?? 0
    ),
    gzipSync(String(files.get("live.js"))).length,
  ];
  assert(loaded.reduce((sum, bytes) => sum + bytes, 0) < 600_000, loaded.join(" + "));
});

Deno.test("a link that leads nowhere is named with its page, and makes no book", () => {
  const page = (body: string) => new Map([["en/a.html", body], ["b.css", ""]]);
  assertEquals(deadLinks(page('<a id="x" href="#x">x</a><link href="../b.css">')), []);
  assertEquals(
    deadLinks(page('<a href="#y">y</a><img src="../c.svg"><a href="https://x.example/">x</a>')),
    ["en/a.html: #y", "en/a.html: ../c.svg"],
  );
  const [first] = parts.notebooks;
  const cell = {
    cell_type: "markdown",
    id: "dead",
    metadata: {},
    source: "[x](nowhere.html)",
  } as const;
  const document = { ...first.document, cells: [...first.document.cells, cell] };
  assertThrows(
    () => makeBook({ ...parts, notebooks: [{ ...first, document }, ...parts.notebooks.slice(1)] }),
    Error,
    `en/${first.name}.html: nowhere.html`,
  );
});

Deno.test("a page runs what a kernel ran: the same values, in every form", async () => {
  const own = parts.notebooks.filter(({ language, needs }) =>
    language === "en" && needs === undefined
  );
  assert(own.length > 0);
  const worker = JSON.parse(await scriptsOf());
  const { results } = await runAsPage(
    own.map((notebook) => ({
      cells: liveCells(notebook),
      files: worker.files,
      edition: defaultEdition(),
      language: "en" as const,
      changes: {},
    })),
    worker.script,
  );
  for (const [at, { name, document }] of own.entries()) {
    for (const { id, outputs, error } of results[at]) {
      assertEquals(error, undefined, `${name} ${id}`);
      const cell = document.cells.find((one) => one.id === id);
      const committed = cell?.cell_type === "code" ? cell.outputs : [];
      const shown = committed.map((output) => "data" in output ? output.data : output);
      assertEquals(withoutScripts(outputs), withoutScripts(shown), `${name} ${id}`);
    }
  }
});

Deno.test("a page runs with another print, and tells a misspelt import", async () => {
  const { files, script } = JSON.parse(await scriptsOf());
  const sources = [
    'import { openReport } from "report";\nconst { observations } = await openReport();',
    'observations.find(({ id }) => id === "table1.users.2016").value',
    'import { openRaport } from "report";',
  ];
  const { results: [results] } = await runAsPage([{
    ...{ files, edition: defaultEdition(), language: "en" },
    cells: sources.map((source, at) => ({ id: `cell-${at}`, source })),
    changes: { "table1.users.2016": "267 827" },
  }], script);
  assertEquals(results[1].outputs, [{ "text/plain": "267827" }]);
  assertStringIncludes(results[2].error?.message ?? "", '"openReport"');
});

/** Explorers bring no script in a page, which has it as a file. */
function withoutScripts(outputs: readonly unknown[]): unknown {
  return JSON.parse(JSON.stringify(outputs).replaceAll(/<script>.*?<\/script>/g, ""));
}

async function scriptsOf(): Promise<string> {
  const unpacked = async (name: string) => {
    const stream = new Blob([files.get(`live/${name}.bin`) as Uint8Array<ArrayBuffer>]).stream();
    return await new Response(stream.pipeThrough(new DecompressionStream("gzip"))).text();
  };
  return JSON.stringify({
    script: await unpacked("worker"),
    files: JSON.parse(await unpacked("files")),
  });
}

Deno.test("another edition has a book of its own, which says what it has not", async () => {
  const folder = await Deno.makeTempDir();
  const edition = JSON.parse(await Deno.readTextFile("data/kursk-2017/edition.json"));
  const { license: _, ...head } = {
    ...{ ...edition, id: "loans-2017", language: "en" },
    ...Object.fromEntries(["title", "producer", "area"].map((name) => [name, { en: "<Loans>" }])),
  };
  await Deno.mkdir(`${folder}/tables`);
  await Deno.writeTextFile(`${folder}/edition.json`, JSON.stringify(head));
  await Deno.writeTextFile(
    `${folder}/tables/loans.csv`,
    "Place,Loans 2017\nNorth,1 200\nEast,80\n",
  );
  const told = {
    ...{ row: "Place", rowIs: "scope", columns: { "Loans {period}": { indicator: "loans" } } },
    indicators: { loans: { unit: "loans", precision: "count", label: { en: "Loans" } } },
  };
  await Deno.writeTextFile(`${folder}/tables/loans.json`, JSON.stringify(told));
  const own = makeBook(await gatherBook(folder));
  const page = (name: string) => String(own.get(`en/${name}.html`));
  assertStringIncludes(page("index"), "No notebook was run for this edition");
  assertStringIncludes(page("index"), "Every number of the report as data");
  assertStringIncludes(page("index"), "Claims: none. Findings: none.");
  assertStringIncludes(page("index"), "<h1>&lt;Loans&gt;</h1>");
  assertStringIncludes(page("findings"), "This edition has no findings");
  assertStringIncludes(page("claims"), "This edition has no claims");
  assertEquals(page("claims").includes("print-next"), false);
  assertEquals(page("what-if").match(/<input /g)?.length, 2);
  assertStringIncludes(page("explorer"), 'data-explored="values"');
  assertStringIncludes(page("data"), "expanded-observations");
  assertEquals([own.has("live/worker.bin"), own.has("data/CITATION.cff")], [false, false]);
  await Deno.remove(folder, { recursive: true });

  const kursk = makeBook(await gatherBook("kursk-2017"));
  const [claims, inputs] = ["claims", "what-if"].map((name) =>
    String(kursk.get(`ru/${name}.html`))
  );
  const report = await loadReport("kursk-2017");
  assertEquals(claims.match(/<article id="/g)?.length, report.claims.length);
  assertEquals(inputs.match(/<input /g)?.length, report.observations.length);
  const many = Array.from({ length: 700 }, (_, at) => `Place ${at} of a long name,1,2,3,${at}`);
  await Deno.mkdir(`${folder}/tables`, { recursive: true });
  await Deno.writeTextFile(`${folder}/edition.json`, JSON.stringify(head));
  await Deno.writeTextFile(
    `${folder}/tables/votes.csv`,
    `place,a,b,c,d\n${many.join("\n")}\n`,
  );
  await Deno.writeTextFile(
    `${folder}/tables/votes.json`,
    JSON.stringify({ row: "place", columns: { "{measure}": {} } }),
  );
  const votes = makeBook(await gatherBook(folder));
  assertEquals(String(votes.get("en/what-if.html")).match(/<tr/g)?.length, 701);
  assertStringIncludes(
    String(votes.get("en/explorer.html")),
    "Printed values: the first 1400 of 2800",
  );
  await Deno.remove(folder, { recursive: true });
  const isThere = (book: typeof kursk, text: string) =>
    String(book.get("en/index.html")).includes(text);
  const said = ["initiative of the report", "of the report as data", "can be run and changed"];
  assertEquals(said.map((text) => isThere(kursk, text)), [false, true, false]);
  assertEquals(said.map((text) => isThere(files, text)), [true, false, true]);
});

Deno.test("a build that fails leaves the site that was there", async () => {
  const folder = await Deno.makeTempDir();
  const site = `${folder}/site`;
  await replaceFolder(new Map([["a.html", "old"], ["b/c.html", "old"]]), site);
  const bad = new Map([["a.html", "new"], ["a.html/b.html", "a file cannot be a folder"]]);
  const failed = await replaceFolder(bad, site).then(() => false, () => true);
  assertEquals([failed, await Deno.readTextFile(`${site}/a.html`)], [true, "old"]);
  await replaceFolder(new Map([["a.html", "new"]]), site);
  const left = await Array.fromAsync(Deno.readDir(site), ({ name }) => name);
  assertEquals([await Deno.readTextFile(`${site}/a.html`), left], ["new", ["a.html"]]);
  assertEquals((await Array.fromAsync(Deno.readDir(folder))).length, 1);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("the server gives the files of its folder and nothing else", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/secret.txt`, "secret");
  await replaceFolder(new Map([["index.html", "front"], ["a/index.html", "a"]]), `${folder}/site`);
  const args = ["-s", `${folder}/secret.txt`, `${folder}/site/link.txt`];
  await new Deno.Command("ln", { args }).output();
  const answer = answerFrom(`${folder}/site`);
  const ask = async (path: string, method = "GET") => {
    // An address would lose its dots here; a client need not take them out.
    const response = await answer({ url: `http://127.0.0.1${path}`, method } as Request);
    return [response.status, await response.text()];
  };
  assertEquals(await ask("/"), [200, "front"]);
  assertEquals(await ask("/a/"), [200, "a"]);
  assertEquals((await ask("/a"))[0], 308);
  assertEquals((await ask("/", "POST"))[0], 405);
  const outside = [
    ...[
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/a/..%2f..%2fsecret.txt",
      "/link.txt",
      "/..%5csecret.txt",
    ],
    ...["//etc/passwd", "/%2fetc%2fpasswd", "/%00", "/%", "/nothing"],
  ];
  for (const path of outside) assertEquals((await ask(path))[0], 404, path);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("another print is judged as if the report printed it", async () => {
  const report = await loadReport(defaultEdition());
  const table1 = report.observations.filter(({ id }) => id.startsWith("table1."));
  const [{ id, printed }] = table1;
  assertEquals(withPrinted(report, { [id]: printed }), report);
  const changed = withPrinted(report, { [id]: "1" });
  assertEquals(changed.observations.find((row) => row.id === id)?.value, 1);
  const broken = (of: typeof report) => audit(of).summary.contradicts;
  assert(broken(changed) >= broken(report) + 2);
  assertThrows(
    () => withPrinted(report, { [id]: "many" }),
    UsageError,
    `expected a number for ${id}`,
  );
});

Deno.test("what to print next is ranked by the claims that it would settle", () => {
  const [report] = parts.reports;
  const ranks = unprintedRanks(report);
  const missing = report.verdicts().filter(({ verdict }) => verdict === "base-missing");
  const named = new Set(missing.flatMap(({ judged }) => judged.claim.missing.map(({ id }) => id)));
  assertEquals(ranks.length, named.size);
  assertEquals(
    ranks.map(({ alone }) => alone.length),
    ranks.map(({ alone }) => alone.length).toSorted((a, b) => b - a),
  );
  const settled = new Set(ranks.flatMap(({ alone, withOthers }) => [...alone, ...withOthers]));
  assertEquals(settled.size, missing.length);
});

Deno.test("a notebook that a page cannot run can be read, and says what it would need", () => {
  const [first, ...rest] = parts.notebooks;
  const needs = "npm:engine@1";
  const made = makeBook({ ...parts, notebooks: [{ ...first, needs }, ...rest] });
  const page = String(made.get(`en/${first.name}.html`));
  assertStringIncludes(page, `it imports ${needs}`);
  assertEquals(page.includes("live-bar") || page.includes("data-live"), false);
  assertStringIncludes(page, `<section id="${first.document.cells.at(-1)?.id}"`);
});
