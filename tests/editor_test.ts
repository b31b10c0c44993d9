import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { pathToFileURL } from "node:url";
import { LanguageServer, type Position } from "./language_server.ts";

/** A JSON file whose lines may be comments. */
async function readSettings(path: string): Promise<Record<string, unknown>> {
  const lines = (await Deno.readTextFile(path)).split("\n");
  return JSON.parse(lines.filter((line) => !line.trim().startsWith("//")).join("\n"));
}

const settings = await readSettings(".vscode/settings.json");

/** The settings of Deno's extension as it hands them to its server. */
const denoSettings = Object.fromEntries(
  Object.entries(settings).flatMap(([name, value]) =>
    name.startsWith("deno.") ? [[name.slice("deno.".length), value]] : []
  ),
);

const root = `${pathToFileURL(Deno.cwd())}/`;
const notebook = `${root}notebooks/00_editor.ipynb`;

/** The address under which VS Code sends the cell of this number. */
function addressOf(cell: number): string {
  return `${notebook.replace("file:", "vscode-notebook-cell:")}#W${cell}sZmlsZQ%3D%3D`;
}

/** Opens a notebook, which is on no disk, in the language server as VS Code does it. */
async function openNotebook(server: LanguageServer, cells: readonly string[]): Promise<void> {
  const capabilities = {
    workspace: { configuration: true, workspaceFolders: true },
    notebookDocument: { synchronization: {} },
    textDocument: { hover: { contentFormat: ["markdown"] }, completion: {} },
  };
  await server.request("initialize", {
    processId: null,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: "project" }],
    initializationOptions: denoSettings,
    capabilities,
  });
  await server.notify("initialized", {});
  await server.notify("notebookDocument/didOpen", {
    notebookDocument: {
      uri: notebook,
      notebookType: "jupyter-notebook",
      version: 1,
      cells: cells.map((_, index) => ({ kind: 2, document: addressOf(index) })),
    },
    cellTextDocuments: cells.map((text, index) => ({
      uri: addressOf(index),
      languageId: "typescript",
      version: 1,
      text,
    })),
  });
}

function at(cell: number, position: Position) {
  return { textDocument: { uri: addressOf(cell) }, position };
}

Deno.test("cells have the library's documentation on hover, completions across cells, and options with what they mean", async () => {
  const cells = [
    `import { audit, dumbbellX, loadReport, openReport } from "report";\nconst report = await loadReport();`,
    `audit(report).su`,
    `const opened = await openReport(undefined, {  });`,
    `opened.judge({  });\ndumbbellX([], {  });`,
  ];
  await using server = new LanguageServer(denoSettings);
  await openNotebook(server, cells);
  const hover = async (cell: number, character: number) =>
    JSON.stringify(
      await server.request("textDocument/hover", at(cell, { line: 0, character })),
    );
  const offered = async (cell: number, line: number, before = "{  }") => {
    const character = cells[cell].split("\n")[line].indexOf(before) + 2;
    const position = at(cell, { line, character });
    return JSON.stringify(await server.request("textDocument/completion", position));
  };
  const loading = await hover(0, cells[0].indexOf("loadReport"));
  assertStringIncludes(loading, "function loadReport(edition?: string): Promise<Report>");
  assertStringIncludes(loading, "Reads an edition and validates all of it");
  assertStringIncludes(await offered(1, 0, "su"), `"label":"summary"`);
  assertStringIncludes(await offered(2, 0), `"label":"language`);
  const judged = await offered(3, 0);
  for (const option of ["kind", "result", "operands", "rule"]) {
    assertStringIncludes(judged, `"label":"${option}`);
  }
  const marked = await offered(3, 1);
  for (const option of ["x1", "x2", "ends"]) assertStringIncludes(marked, `"label":"${option}`);
  assertStringIncludes(await hover(3, 9), "The verdict on a claim of one's own.");
});

Deno.test("the editor's settings turn Deno on, and leave the formatting of notebooks to the project", async () => {
  assertEquals(denoSettings, { enable: true, lint: true });
  const { fmt } = JSON.parse(await Deno.readTextFile("deno.json"));
  assert(fmt.exclude.includes("notebooks"));
  assertEquals(settings["notebook.formatOnSave.enabled"], false);
  assertEquals(settings["notebook.formatOnCellExecution"], false);
  assertEquals(settings["editor.rulers"], [fmt.lineWidth]);
  const { recommendations } = await readSettings(".vscode/extensions.json");
  assertEquals(recommendations, ["denoland.vscode-deno", "ms-toolsai.jupyter"]);
});
