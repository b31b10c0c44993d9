import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { checkNotebooks } from "../../lib/notebook/check_notebooks.ts";
import { describeProblem } from "../../lib/notebook/notebook_problem.ts";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "./notebook_of.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const config = `${root}deno.json`;

type Notebooks = Readonly<Record<string, Readonly<Record<string, string>> | string>>;

interface Folder extends AsyncDisposable {
  readonly path: string;
  readonly notebooks: readonly string[];
}

async function folderOf(notebooks: Notebooks, files: Notebooks = {}): Promise<Folder> {
  const path = await Deno.makeTempDir();
  await Deno.mkdir(`${path}/notebooks`);
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${path}/${name}`, String(text));
  }
  const paths = Object.entries(notebooks).map(async ([name, cells]) => {
    const file = `${path}/notebooks/${name}.ipynb`;
    await Deno.mkdir(dirname(file), { recursive: true });
    const text = typeof cells === "string" ? cells : serializeNotebook(notebookOf(cells));
    await Deno.writeTextFile(file, text);
    return file;
  });
  return {
    path,
    notebooks: await Promise.all(paths),
    [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }),
  };
}

async function problemsOf(notebooks: Notebooks, files: Notebooks = {}): Promise<string[]> {
  await using folder = await folderOf(notebooks, files);
  const project = Object.hasOwn(files, "deno.json") ? `${folder.path}/deno.json` : config;
  const problems = await checkNotebooks(folder.notebooks, { config: project });
  const left = [...Deno.readDirSync(folder.path)].map(({ name }) => name);
  const given = Object.keys(files).filter((name) => !name.startsWith("notebooks/"));
  assertEquals(left.toSorted(), ["notebooks", ...given].toSorted());
  return problems.map((problem) => describeProblem(problem).replaceAll(`${folder.path}/`, ""));
}

let together: Promise<string[]> | undefined;

/** The problems of some notebooks of the project, all of which are checked at once: each check reads the library anew. */
async function problemsIn(notebooks: Notebooks): Promise<string[]> {
  const all = { ...mistaken, ...pasted, ...promising, ...declaring, ...misspelt };
  together ??= problemsOf(all, { "file.json": `{ "a": 1 }` });
  const named = Object.keys(notebooks).map((name) => `notebooks/${name}.ipynb `);
  return (await together).filter((problem) => named.some((name) => problem.startsWith(name)));
}

/** The problems with neither the notebook nor the source. */
function placesOf(problems: readonly string[], notebook: string): string[] {
  return problems.filter((problem) => problem.startsWith(`notebooks/${notebook}.ipynb`))
    .map((problem) => problem.split("\n")[0].replace(/^\S+ /, ""));
}

const mistaken: Notebooks = {
  "01_mistyped": {
    open: `import { loadReport, audti } from "report";\nconst report = await loadReport();`,
    growth: `// as printed\nconst period: number =\n  report.edition.period;\n`,
    last: `let never = period;\n[never, audti]`,
  },
  "02_sound": { fine: `const answer = await Promise.resolve(42);`, trailing: `answer + 1` },
  "03_careless": {
    open: `import { audit, loadReport } from "report";\nconst unused = 1;`,
    emoji: `const text = "😀"; const twice = text; let once = 1;\nonce`,
    load: `loadReport`,
  },
};

Deno.test("wrong types, misspelt imports and what the linter finds are placed in their cells", async () => {
  const problems = await problemsIn(mistaken);
  assertEquals(problems, [
    `notebooks/01_mistyped.ipynb [cell "open"] 1:22: '"lib/mod.ts"' has no exported member named 'audti'. Did you mean 'audit'? (TS2724)\n` +
    `    import { loadReport, audti } from "report";`,
    `notebooks/01_mistyped.ipynb [cell "growth"] 2:7: Type 'string' is not assignable to type 'number'. (TS2322)\n` +
    `    const period: number =`,
    `notebooks/01_mistyped.ipynb [cell "last"] 1:5: \`never\` is never reassigned (style: prefer-const)\n` +
    `    let never = period;`,
    `notebooks/03_careless.ipynb [cell "open"] 1:10: \`audit\` is never used (style: no-unused-vars)\n` +
    `    import { audit, loadReport } from "report";`,
    `notebooks/03_careless.ipynb [cell "open"] 2:7: \`unused\` is never used (style: no-unused-vars)\n` +
    `    const unused = 1;`,
    `notebooks/03_careless.ipynb [cell "emoji"] 1:26: \`twice\` is never used (style: no-unused-vars)\n` +
    `    const text = "😀"; const twice = text; let once = 1;`,
    `notebooks/03_careless.ipynb [cell "emoji"] 1:44: \`once\` is never reassigned (style: prefer-const)\n` +
    `    const text = "😀"; const twice = text; let once = 1;`,
  ]);
});

const pasted: Notebooks = {
  "04_pasted": {
    open: `import { loadReport, show } from "report";\nawait show(await loadReport());`,
    pasted: `import { palette, show, table } from "report";\nawait show([palette, table]);`,
    again: `import {\n  palette,\n} from "report";\npalette.at(1), none`,
  },
};

Deno.test("a pasted cell may import again what the notebook imports, as it may on a kernel", async () => {
  const problems = await problemsIn(pasted);
  assertEquals(problems, [
    `notebooks/04_pasted.ipynb [cell "again"] 4:16: Cannot find name 'none'. (TS2304)\n` +
    `    palette.at(1), none`,
  ]);
});

const promising: Notebooks = {
  "05_floating": {
    load: `async function load(n = 0) { return await Promise.resolve(n); }\nlet kept = load();`,
    statement: `load();\n1`,
    trailing: `  kept`,
    array: `[1, 2].map((n) => load(n));\nawait [1].map(load);`,
    branches: `if (Math.random() > 2) load(1);\nelse load(2), load(3);`,
    inside: `const inner = () => {\n  Math.random() > 2 && load();\n  inner?.();\n};\ninner`,
    each: `[1].forEach(async (n) => { await load(n); });`,
    bare: `const bare = 1 // kept\nload(bare)\nconst other = 2 // of an import\n` +
      `import { sep } from "node:path"\nother + sep`,
    commented: `// @ts-expect-error a text is no number\nload("a");`,
    wrong: `load("b");`,
  },
  "06_awaited": {
    load: `async function load(n: number): Promise<number> { return await Promise.resolve(n); }`,
    awaited: `await load(1); void load(2);\nlet later = load(3); later = load(4); await later;`,
    all: `await Promise.all([1, 2].map(load));\nconst { log } = console;\nlog(1); load.name;`,
    guard: `interface Row { a?: { b: string }, next?: Row }\nconst row = {} as Row;\n` +
      `function sure(value: unknown): asserts value { if (!value) throw new Error("no"); }`,
    narrowed: `sure(row.a);\nsure(row.a.b !== "x");\nrow.a.b.trim();\n` +
      `let at: Row | undefined = row;\nwhile (at) at = at.next;`,
    kinds: `const kind = "a" as "a" | "b";\nsure(kind !== "a");\nkind`,
    any: `const some = JSON.parse("{}"), list = [];\nsome; some.x(); list.push(1); list.length`,
    generic: `function keep<T>(value: T): T { JSON.stringify(value); value; return value; }\n` +
      `function twice<T extends object>(value: T) { keep(value); keep([value]); }\ntwice({});`,
    listed: `const rows = JSON.parse("[]") as unknown[];\nrows; [[rows]]; [keep];`.replace(
      "any",
      "unknown",
    ),
    plain: `// @ts-expect-error not there\nMath.nothing();`,
  },
};

Deno.test("promises that nobody awaits are found by their types", async () => {
  const problems = await problemsIn(promising);
  const floating = "a promise that nobody awaits: write await before it, or void if that is meant";
  const wrong = "Argument of type 'string' is not assignable to parameter of type 'number'.";
  assertEquals(placesOf(problems, "05_floating"), [
    `[cell "load"] 2:5: \`kept\` is never reassigned (style: prefer-const)`,
    `[cell "statement"] 1:1: ${floating} (floating-promise)`,
    `[cell "trailing"] 1:3: ${floating} (floating-promise)`,
    `[cell "array"] 1:1: ${floating} (floating-promise)`,
    `[cell "array"] 2:1: ${floating} (floating-promise)`,
    `[cell "branches"] 1:24: ${floating} (floating-promise)`,
    `[cell "branches"] 2:6: ${floating} (floating-promise)`,
    `[cell "inside"] 2:3: ${floating} (floating-promise)`,
    `[cell "each"] 1:1: forEach awaits nothing that an async function returns: write for (const … of …) with await (floating-promise)`,
    `[cell "bare"] 2:1: ${floating} (floating-promise)`,
    `[cell "commented"] 2:1: ${floating} (floating-promise)`,
    `[cell "wrong"] 1:1: ${floating} (floating-promise)`,
    `[cell "wrong"] 1:6: ${wrong} (TS2345)`,
  ]);
  assertEquals(placesOf(problems, "06_awaited"), []);
});

const declaring: Notebooks = {
  "07_above": {
    value: `const twice = growth * 2;`,
    called: `compute(twice);`,
    inside: `const later = () => [growth, join("a")];\nconst row = { growth };`,
    growth: `const growth = later().length;`,
    compute: `import { join } from "node:path";\nfunction compute(n: number) { return n + 1; }`,
    last: `compute(row.growth);\nmisspelt`,
  },
  "08_again": {
    one: `const a = 1, f = (n: number) => n;\nfunction g() { return f(1); }\nf(a);`,
    two: `const a = "text";\nfunction h() { return i(); }\nfunction i() { return g(); }`,
    three: `a.trim();\nconst number: number = a;`,
    four: `class K { a = 1; }\nnew K().a + h() + number`,
    five: `class K { b = 2; }\nnew K().b`,
  },
  "09_refused": { one: `const a = 1;`, two: `a`, three: `let a = 2;\na++;` },
  "10_imports": {
    one: `import { join } from "node:path";\njoin("a");\nvar v = 1;\nv`,
    other: `var v = "text";\nv.trim();`,
    two: `import { basename, sep as join } from "node:path";\njoin + basename("a");`,
    three: `import.meta.url`,
  },
  "11_types": {
    one: `const a = { join: 1 };\n{ const join = 2; console.log(join, a.join); }`,
    two: `type K = "join";\nconst f = ({ join }: { join: K }) => join;\nf("join" as never);`,
    three: `const text = (row: Row) => dirname(row.path);`,
    four: `join("c");\nconst later = () => join("b");\nimport { join } from "node:path";`,
    five: `interface Row { path: string }\nimport { dirname, type ParsedPath } from "node:path";`,
    six: `import { sep } from "node:path"\n` +
      `const parsed = {} as ParsedPath, separator: "/" | "\\\\" = sep;\n` +
      `separator;\n[later, text, parsed, a];`,
    seven:
      `import assert from "node:assert";\nimport path, { basename } from "node:path";\nimport * as all from "@std/assert";`,
    eight:
      `all.assert(typeof path === "object");\nimport file from "../file.json" with { type: "json" };`,
    nine: `const b: unknown = file.a;\nassert(typeof b === "string");\nbasename(b.trim());`,
  },
};

Deno.test("a name that is used above its cell is found; one that is declared again is accepted", async () => {
  const below = (cell: string) =>
    `is used above cell "${cell}", which declares it: move that cell up, or this one down`;
  const problems = await problemsIn(declaring);
  assertEquals(placesOf(problems, "07_above"), [
    `[cell "value"] 1:15: "growth" ${below("growth")} (used-before-cell)`,
    `[cell "called"] 1:1: "compute" ${below("compute")} (used-before-cell)`,
    `[cell "inside"] 1:22: "growth" ${below("growth")} (used-before-cell)`,
    `[cell "inside"] 1:30: "join" ${below("compute")} (used-before-cell)`,
    `[cell "inside"] 2:15: "growth" ${below("growth")} (used-before-cell)`,
    `[cell "growth"] 1:7: \`growth\` is never used (style: no-unused-vars)`,
    `[cell "last"] 2:1: Cannot find name 'misspelt'. (TS2304)`,
  ]);
  assertEquals(placesOf(problems, "11_types"), [
    `[cell "three"] 1:28: "dirname" ${below("five")} (used-before-cell)`,
    `[cell "four"] 1:1: "join" is used above the line that imports it (used-before-import)`,
  ]);
  const replaced = (what: string, cell: string) =>
    `${what} of cell "${cell}", which this one replaces: choose another name (style: replaced)`;
  assertEquals(placesOf(problems, "08_again"), [
    `[cell "two"] 1:7: ${replaced(`"a" is a const`, "one")}`,
    `[cell "three"] 2:7: Type 'string' is not assignable to type 'number'. (TS2322)`,
    `[cell "five"] 1:7: ${replaced(`"K" is a class`, "four")}`,
  ]);
  assertEquals(placesOf(problems, "09_refused"), [
    `[cell "three"] 1:5: "a" is a const of cell "one", and the kernel refuses a let of that name: choose another (redeclared)`,
  ]);
  assertEquals(placesOf(problems, "10_imports"), [
    `[cell "one"] 3:1: \`var\` keyword is not allowed. (style: no-var)`,
    `[cell "other"] 1:1: \`var\` keyword is not allowed. (style: no-var)`,
    `[cell "other"] 1:5: ${replaced(`"v" is a var`, "one")}`,
    `[cell "two"] 1:27: ${replaced(`"join" is an import`, "one")}`,
    `[cell "three"] 1:1: a cell is no module, and has no import.meta (import-meta)`,
  ]);
});

const misspelt: Notebooks = {
  "12_misspelt": {
    open: `import { parse } from "@std/cvs";\nconst rows: number = "1";\n[parse, rows];`,
  },
};

Deno.test("an import by a misspelt name is told once, with what was meant, and keeps no type from being checked", async () => {
  const [name, type, ...more] = placesOf(await problemsIn(misspelt), "12_misspelt");
  assertMatch(name, /1:23: deno\.json names no "@std\/cvs": did you mean "@std\/csv", /);
  assertMatch(type, /2:7: .*TS2322/);
  assertEquals(more, []);
});

Deno.test("a syntax error, an import that leads nowhere and a malformed file keep nothing else from being said", async () => {
  const problems = await problemsOf({
    "01_a": { one: `1`, two: `const = 2;`, three: `f(1;` },
    "02_b": { one: `const a: number = "text";\na` },
    "03_c": { one: `1`, two: `import "nowhere-at-all";` },
    "04_d": `{`,
    "05_e": serializeNotebook(notebookOf({ a: "1", b: "2" })).replace('"id": "b"', '"id": "a"'),
    "06_f": serializeNotebook(notebookOf({ a: "1" })).replace(/ *"id": "a",\n/, ""),
  });
  const [unparsed, unparsedToo, mistyped, missing, malformed, repeated, nameless, ...rest] =
    problems;
  assertMatch(
    unparsed,
    /^notebooks\/01_a\.ipynb \[cell "two"\] 1:7: SyntaxError: Unexpected token.* \(syntax\)\n {4}const = 2;$/,
  );
  assertMatch(unparsedToo, /^notebooks\/01_a\.ipynb \[cell "three"\] 1:4: SyntaxError: /);
  assertMatch(mistyped, /^notebooks\/02_b\.ipynb \[cell "one"\] 1:7: .* \(TS2322\)/);
  assertEquals(missing.split(": ")[0], `notebooks/03_c.ipynb [cell "two"] 1:8`);
  assertEquals(malformed.split(": ")[0], "notebooks/04_d.ipynb:1:1");
  assertMatch(repeated, /^notebooks\/05_e\.ipynb:\d+:\d+: cells\.1\.id: .*\(malformed\)$/);
  assertMatch(nameless, /^notebooks\/06_f\.ipynb:\d+:\d+: cells\.0\.id: .*\(malformed\)$/);
  assertEquals(rest, []);
});

Deno.test("an error in a file that a notebook imports is said with its path in the project", async () => {
  const problems = await problemsOf(
    {
      "01_a": { one: `import { wrong } from "own";\nwrong` },
      "02_b": { one: `import { right } from "../beside.ts";\nright.trim()` },
    },
    {
      "deno.json": JSON.stringify({ imports: { own: "./own.ts" } }),
      "beside.ts": `export const right = 1;\n`,
      "own.ts": `export const wrong: number = "text";\n`,
    },
  );
  assertEquals(problems, [
    `notebooks/02_b.ipynb [cell "one"] 2:7: Property 'trim' does not exist on type '1'. (TS2339)\n` +
    `    right.trim()`,
    `own.ts:1:14: Type 'string' is not assignable to type 'number'. (TS2322)\n` +
    `    export const wrong: number = "text";`,
  ]);
});

Deno.test("five hundred cells are checked, by two at once, and none if it is given up", async () => {
  const cells = Object.fromEntries(
    Array.from({ length: 500 }, (_, n) => [`c${n}-x`, `const a${n} = ${n ? `a${n - 1}` : 0};`]),
  );
  await using folder = await folderOf({
    "01_a": { ...cells, last: `const no: string = a499; no` },
  });
  const check = (signal?: AbortSignal) => checkNotebooks(folder.notebooks, { config, signal });
  const [one, other] = await Promise.all([check(), check()]);
  assertEquals(one.map(({ cell, code }) => [cell, code]), [["last", "TS2322"]]);
  assertEquals(other, one);
  const error = new Error("given up");
  assertEquals(await assertRejects(() => check(AbortSignal.abort(error))), error);
  assertEquals([...Deno.readDirSync(folder.path)].map(({ name }) => name), ["notebooks"]);
});

Deno.test("a notebook in a folder of its own is checked though the linter leaves out notebooks", async () => {
  const problems = await problemsOf(
    { "own/a": { open: `import { one } from "../one.ts";\nlet never = one;\nnever + no` } },
    {
      "deno.json": JSON.stringify({ lint: { exclude: ["notebooks"] } }),
      "notebooks/one.ts": "export const one = 1;",
    },
  );
  assertEquals(placesOf(problems, "own/a"), [
    `[cell "open"] 2:5: \`never\` is never reassigned (style: prefer-const)`,
    `[cell "open"] 3:9: Cannot find name 'no'. (TS2304)`,
  ]);
});

Deno.test("a notebook that is not there is told", async () => {
  const [problem] = await checkNotebooks([`notebooks/no.ipynb`], { config });
  assertEquals(
    describeProblem(problem),
    "notebooks/no.ipynb: expected a notebook, found no such file (malformed)",
  );
});
