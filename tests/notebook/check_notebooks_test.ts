import { assertEquals, assertMatch } from "@std/assert";
import { fileURLToPath } from "node:url";
import { checkNotebooks, describeFinding } from "../../lib/notebook/check_notebooks.ts";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "./notebook_of.ts";

const config = fileURLToPath(new URL("../../deno.json", import.meta.url));

async function findingsOf(
  notebooks: Readonly<Record<string, Readonly<Record<string, string>> | string>>,
): Promise<string[]> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/notebooks`);
    const paths = [];
    for (const [name, cells] of Object.entries(notebooks)) {
      const text = typeof cells === "string" ? cells : serializeNotebook(notebookOf(cells));
      paths.push(`${folder}/notebooks/${name}.ipynb`);
      await Deno.writeTextFile(`${folder}/notebooks/${name}.ipynb`, text);
    }
    const findings = await checkNotebooks(paths, { config });
    assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["notebooks"]);
    return findings.map((finding) => describeFinding(finding).replaceAll(`${folder}/`, ""));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("wrong types, misspelt imports and what the linter finds are placed in their cells", async () => {
  const findings = await findingsOf({
    "01_a": {
      open: `import { loadReport, audti } from "report";\nconst report = await loadReport();`,
      growth: `// as printed\nconst period: number =\n  report.edition.period;\n`,
      last: `let never = period;\n[never, audti]`,
    },
    "02_b": { fine: `const answer = await Promise.resolve(42);`, trailing: `answer + 1` },
  });
  assertEquals(findings, [
    `notebooks/01_a.ipynb [cell "open"] 1:22: '"lib/mod.ts"' has no exported member named 'audti'. Did you mean 'audit'? (TS2724)\n` +
    `    import { loadReport, audti } from "report";`,
    `notebooks/01_a.ipynb [cell "growth"] 2:7: Type 'string' is not assignable to type 'number'. (TS2322)\n` +
    `    const period: number =`,
    `notebooks/01_a.ipynb [cell "last"] 1:5: \`never\` is never reassigned (prefer-const)\n` +
    `    let never = period;`,
  ]);
});

Deno.test("a syntax error and an import that leads nowhere are placed, a malformed file is said", async () => {
  const [unparsed, mistyped] = await findingsOf({
    "01_a": { one: `1`, two: `const = 2;` },
    "02_b": { one: `const a: number = "text";\na` },
  });
  assertMatch(
    unparsed,
    /^notebooks\/01_a\.ipynb \[cell "two"\] 1:7: SyntaxError: Unexpected token .*\n {4}const = 2;$/,
  );
  assertMatch(mistyped, /^notebooks\/02_b\.ipynb \[cell "one"\] 1:7: .* \(TS2322\)/);
  const [missing] = await findingsOf({ "01_a": { one: `1`, two: `import "nowhere-at-all";` } });
  assertEquals(missing.split(": ")[0], `notebooks/01_a.ipynb [cell "two"] 1:8`);
  const [malformed] = await findingsOf({ "01_a": `{` });
  assertEquals(malformed.split("\n")[1].split(": ")[0], "notebooks/01_a.ipynb:1:1");
});

Deno.test("a pasted cell may import again what the notebook imports, as it may on a kernel", async () => {
  const findings = await findingsOf({
    "01_a": {
      open: `import { loadReport, show } from "report";\nawait show(await loadReport());`,
      pasted:
        `import { markdown, show, table } from "report";\nawait show([markdown("a"), table]);`,
      again: `import {\n  markdown,\n} from "report";\nmarkdown("b"), none`,
    },
  });
  assertEquals(findings, [
    `notebooks/01_a.ipynb [cell "again"] 4:16: Cannot find name 'none'. (TS2304)\n` +
    `    markdown("b"), none`,
  ]);
});
