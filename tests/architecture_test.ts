import { assert, assertEquals } from "@std/assert";

/** Source text of a file by its path. */
type Sources = ReadonlyMap<string, string>;

/** Every text file of the project that git would keep, by path. */
const files: Sources = await filesBelow(".");
const modules: Sources = new Map([...files].filter(([path]) => /^lib\/.*\.ts$/.test(path)));

async function filesBelow(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = folder === "." ? name : `${folder}/${name}`;
    if (
      /^(\.git|\.jupyter|_site|out|node_modules|\.ipynb_checkpoints|coverage)$|\.(tmp|png|wasm)$/
        .test(name)
    ) {
      continue;
    }
    if (!isDirectory) found.set(path, await Deno.readTextFile(path));
    else for (const [inner, text] of await filesBelow(path)) found.set(inner, text);
  }
  return found;
}

/** A module without its comments and strings, so that only code is read. */
function codeOf(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, "")
    .replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
}

/** What a module imports or exports from elsewhere. */
function importsOf(text: string): string[] {
  const statement =
    /^(?:import|export)\s(?:[^"';=]*?\bfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, "");
  return [...code.matchAll(statement)].map(([, still, lazy]) => still ?? lazy);
}

/** The room of a path: `model`, `load` and so on, or the file's name for a module of `lib/` itself. */
function roomOf(path: string): string {
  return path.split("/")[1];
}

function importedRoom(path: string, specifier: string): string | undefined {
  if (specifier === "report") return "mod.ts";
  if (!specifier.startsWith(".")) return undefined;
  const { pathname } = new URL(specifier, `file:///${path}`);
  return roomOf(pathname.slice(1));
}

/** The table of rooms in ARCHITECTURE.md: which rooms each may import, as the text says it. */
function readFloors(): Map<string, readonly string[]> {
  const text = files.get("ARCHITECTURE.md") ?? "";
  const rows = [...text.matchAll(/^\| `lib\/([\w.]+)\/?`\s*\|[^|]*\|\s*([^|]+?)\s*\|$/gm)];
  const rooms = rows.map(([, room]) => room);
  return new Map(rows.map(([, room, may], index) => {
    if (may === "nothing of ours") return [room, []];
    if (may === "all of the above") return [room, rooms.slice(0, index)];
    if (may === "everything") return [room, rooms];
    return [room, may.split(", ")];
  }));
}

const floors = readFloors();

Deno.test("ARCHITECTURE.md has every room of lib/ in its table, and none that does not exist", () => {
  const rooms = new Set([...modules.keys()].map(roomOf).filter((room) => room !== "ambient"));
  assertEquals([...rooms].filter((room) => !floors.has(room)), []);
  for (const may of floors.values()) {
    assertEquals(may.filter((room) => !floors.has(room)), []);
  }
  assertEquals(floors.get("model"), ["errors"]);
  assertEquals(floors.get("audit"), ["model", "errors", "numbers", "words", "rows"]);
});

Deno.test("every room imports only from floors below its own", () => {
  const violations = [...modules].flatMap(([path, text]) => {
    const room = roomOf(path), may = floors.get(room) ?? [];
    return importsOf(text).flatMap((specifier) => {
      const imported = importedRoom(path, specifier);
      return imported === undefined || imported === room || may.includes(imported)
        ? []
        : [`${path} imports ${specifier}`];
    });
  });
  assertEquals(violations, []);
});

/** The modules of each circle of imports, those of types among them. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const reached = new Map([...imports.keys()].map((path) => {
    const seen = new Set<string>();
    const walk = (from: string): void => {
      for (const next of imports.get(from) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        walk(next);
      }
    };
    walk(path);
    return [path, seen] as const;
  }));
  return [...reached].filter(([path, seen]) => seen.has(path)).map(([path]) => path);
}

Deno.test("no module imports itself by way of others, not for a type either", () => {
  const imports = new Map([...modules].map(([path, text]) => [
    path,
    importsOf(text).filter((specifier) => specifier.startsWith("."))
      .map((specifier) => new URL(specifier, `file:///${path}`).pathname.slice(1)),
  ]));
  assertEquals(circlesIn(imports), []);
  assertEquals(circlesIn(new Map([["a", ["b"]], ["b", ["c"]], ["c", ["b"]]])), ["b", "c"]);
});

Deno.test("the reading of imports finds each form of them", () => {
  const text = 'import a from "./a.ts";\nimport type {\n  B,\n} from "../b/b.ts";\n' +
    'export * from "./c.ts";\nimport "./d.ts";\nconst e = await import("./e.ts");\n' +
    '/** import x from "./x.ts" */\nexport const f = "./f.ts";\n';
  assertEquals(importsOf(text), ["./a.ts", "../b/b.ts", "./c.ts", "./d.ts", "./e.ts"]);
});

/** Modules that may touch the machine, below the floors that may all do so. */
const mayTouchDeno =
  /^lib\/(input|load|engine|notebook|book|cli)\/|^lib\/(display\/(show|cell_contract)|figures\/render|prose\/translations|report\/open_report|words\/language)\.ts$/;

Deno.test("only input, load, engine, notebook, book and cli, and few modules of other rooms, touch Deno", () => {
  const found = [...modules].filter(([path, text]) =>
    !mayTouchDeno.test(path) && /\bDeno\b/.test(codeOf(text))
  );
  assertEquals(found.map(([path]) => path), []);
});

Deno.test("no clock, randomness or network below notebook, book and cli", () => {
  const impure =
    /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\bcrypto\b|\bfetch\b|\bperformance\b|\bset(Timeout|Interval)\b|\bTemporal\b/;
  const found = [...modules].filter(([path, text]) =>
    !/^lib\/(notebook|book|cli)\/|^lib\/(display\/cell_contract|tables\/table_html)\.ts$/.test(
      path,
    ) &&
    impure.test(codeOf(text))
  );
  assertEquals(found.map(([path]) => path), []);
});

Deno.test("no module has more than 200 lines of code, but the tables of words", () => {
  const code = [...modules].filter(([path]) =>
    !/^lib\/words\/(vocabulary|pages|commands)\.ts$/.test(path)
  );
  const lengths = code.map(([path, text]) => ({
    path,
    lines: codeOf(text).split("\n").filter((line) => line.trim() !== "").length,
  }));
  assertEquals(lengths.filter(({ lines }) => lines > 200), []);
});

Deno.test("no file or folder is named for what it is not", () => {
  const empty = /(^|[/_-])(utils?|helpers?|misc|common|managers?|info|items?)([/_.-]|$)/;
  assertEquals([...files.keys()].filter((path) => empty.test(path)), []);
});

Deno.test("nothing in lib/ knows a particular report", () => {
  const editions = [...files.keys()].flatMap((path) => /^data\/([^/]+)\//.exec(path)?.[1] ?? []);
  const found = [...modules].filter(([, text]) => {
    const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, "");
    return [...new Set(editions)].some((edition) => code.includes(edition));
  });
  assertEquals(found.map(([path]) => path), []);
});

Deno.test("every function, class and type that lib/mod.ts exports has JSDoc", () => {
  const text = modules.get("lib/mod.ts") ?? "";
  const exports = [...text.matchAll(/^export (?:type )?\{([^}]*)\} from "\.\/([^"]+)";/gm)];
  assert(exports.length > 20);
  const bare = exports.flatMap(([, names, path]) => {
    const source = modules.get(`lib/${path}`) ?? "";
    return names.split(",").map((name) => name.trim().replace(/^type /, "")).filter((name) => {
      if (name === "") return false;
      const declaration =
        `export (?:abstract )?(?:async )?(?:function|class|interface|type|const) ${name}\\b`;
      return !new RegExp(`\\*/\\n${declaration}`).test(source);
    });
  });
  assertEquals(bare, []);
});

Deno.test("lib/mod.ts names each thing that it exports", () => {
  assertEquals(/export \*(?! as )/.test(modules.get("lib/mod.ts") ?? ""), false);
});

interface Notebook {
  readonly cells: readonly { readonly cell_type: string; readonly source: string | string[] }[];
}

Deno.test('notebooks import from "report", and what an analyst knows', () => {
  const known = ["report", "@observablehq/plot", "@std/assert", "@std/csv", "d3-array"];
  const notebooks = [...files].filter(([path]) => /^notebooks\/.*\.ipynb$/.test(path));
  const found = notebooks.flatMap(([path, text]) => {
    const { cells }: Notebook = JSON.parse(text);
    const code = cells.filter(({ cell_type }) => cell_type === "code")
      .map(({ source }) => [source].flat().join("")).join("\n");
    return importsOf(code).filter((specifier) => !known.includes(specifier))
      .map((specifier) => `${path} imports ${specifier}`);
  });
  assertEquals(found, []);
});

Deno.test("no file holds a path of one machine", () => {
  const machinePath =
    /(?<![\w.~/-])\/(?:home|Users|root|work|tmp|private)\/[\w.]|[A-Z]:\\\\?Users\\/;
  const found = [...files].flatMap(([path, text]) => {
    const match = machinePath.exec(text);
    return match ? [`${path}: ${text.slice(match.index, match.index + 40)}`] : [];
  });
  assertEquals(found, []);
});

Deno.test("no package runs a script when it is installed", () => {
  const { npm }: { npm: Record<string, { scripts?: boolean }> } = JSON.parse(
    files.get("deno.lock") ?? "",
  );
  assert(Object.keys(npm).length > 50);
  assertEquals(Object.keys(npm).filter((name) => npm[name].scripts), []);
  assertEquals(/allowScripts/.test(files.get("deno.json") ?? ""), false);
});

Deno.test("every text file has the same bytes on every machine", () => {
  const attributes = files.get(".gitattributes") ?? "";
  assertEquals(attributes.split("\n")[0], "* text=auto eol=lf");
  const found = [...files].filter(([, text]) => text.includes("\r\n")).map(([path]) => path);
  assertEquals(found, []);
});
