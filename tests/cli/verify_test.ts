import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { z } from "zod";
import { audit } from "../../lib/audit/audit.ts";
import { definitionVerdictKinds } from "../../lib/audit/infer.ts";
import { auditText, complaints, judgeAll } from "../../lib/cli/verify/audit_text.ts";
import { runProgram } from "../../lib/input/run_program.ts";
import { loadReport } from "../../lib/load/load_report.ts";
import { claimBases, findingKinds } from "../../lib/model/claim_tables.ts";
import { relationKinds } from "../../lib/model/relation.ts";
import { roundingModes, verdictHows, verdictKinds } from "../../lib/model/verdict.ts";
import { changedEdition, nextLine, replaced, withLine } from "../load/changed_edition.ts";
import { runTask } from "./run_task.ts";

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const interval = z.strictObject({
  low: decimal.nullable(),
  high: decimal.nullable(),
  text: z.string().regex(/^[[(](-?\d+(\.\d+)?|-inf), (-?\d+(\.\d+)?|inf)[\])]$/),
});

const brief = z.strictObject({
  id: z.string(),
  verdict: z.enum(verdictKinds),
  how: z.enum(verdictHows).nullable(),
});
/** The contract of `verify --json`. */
const contract = z.strictObject({
  edition: z.literal("kuzbass-2016"),
  summary: z.strictObject(Object.fromEntries(verdictKinds.map((kind) => [kind, z.int().min(0)]))),
  undeclared: z.array(z.string()),
  unlisted: z.array(z.strictObject({ finding: z.string(), claim: z.string() })),
  stale: z.array(z.string()),
  claims: z.array(z.strictObject({
    id: z.string(),
    kind: z.enum(relationKinds),
    basis: z.enum(claimBases),
    statement: z.string().min(1),
    statement_ru: z.string().min(1),
    printed: z.string(),
    operands: z.array(
      z.strictObject({ id: z.string(), printed: z.string(), line: z.int().min(1) }),
    ),
    computed: decimal.nullable(),
    interval: z.strictObject({ computed: interval.nullable(), printed: interval.nullable() }),
    verdict: z.enum(verdictKinds),
    how: z.enum(verdictHows).nullable(),
    limit: z.string().nullable(),
    difference: decimal.nullable(),
    slack: decimal.nullable(),
    rounding: z.array(z.enum(roundingModes)),
    missing: z.array(z.string()),
    power: z.strictObject({ tried: z.int().min(0), caught: z.int().min(0) }),
    line: z.int().min(1).nullable(),
    lines: z.array(z.int().min(1)),
    topic: z.string().min(1),
  })),
  findings: z.array(z.strictObject({
    id: z.string(),
    kind: z.enum(findingKinds),
    statement: z.string().min(1),
    statement_ru: z.string().min(1),
    verdict: z.enum(verdictKinds),
    how: z.enum(verdictHows).nullable(),
    line: z.int().min(1),
    lines: z.array(z.int().min(1)).min(1),
    values: z.array(z.string()),
    claims: z.array(z.string()),
    decisive: z.array(brief),
    premises: z.array(brief),
    touched: z.array(z.string()),
    checked: z.array(z.string()),
    unchecked: z.array(z.string()),
    missing: z.array(z.string()),
    needed: z.string(),
    caveat: z.string(),
    records: z.array(z.string()),
    topic: z.string().min(1),
  })),
  repairs: z.array(z.strictObject({
    violated: z.array(z.string()).min(1),
    consistentIf: z.array(z.strictObject({
      statement: z.string().startsWith("consistent if "),
      cost: z.number(),
      slips: z.array(z.array(z.string())),
    })),
  })),
  implied: z.array(z.strictObject({
    id: z.string(),
    statement: z.string(),
    interval: interval.nullable(),
    unit: z.string(),
    lines: z.array(z.int()),
  })),
  definitions: z.array(z.strictObject({
    id: z.string(),
    question: z.string(),
    verdict: z.enum(definitionVerdictKinds),
    candidates: z.array(z.strictObject({
      id: z.string(),
      label: z.string(),
      gives: interval.nullable(),
      survives: z.boolean().nullable(),
    })),
  })),
});

Deno.test("verify --json prints every verdict as JSON on stdout and nothing else", async () => {
  const { code, stdout, stderr } = await runTask(["verify", "--json"]);
  assertEquals([code, stderr], [0, ""]);
  const { summary, claims, undeclared, stale } = contract.parse(JSON.parse(stdout));
  const report = await loadReport();
  const found = audit(report);
  assertEquals(summary, { ...found.summary });
  assertEquals(claims.map(({ id }) => id), report.claims.map(({ id }) => id));
  assertEquals(claims.map(({ verdict }) => verdict), found.verdicts.map(({ kind }) => kind));
  assertEquals([undeclared, stale], [[], []]);
  const visits = claims.find(({ id }) => id === "table1.visits.2016.sum");
  assertEquals(
    [visits?.printed, visits?.computed, visits?.difference, visits?.interval.computed?.text],
    ["2  188 449", "2187738", "711", "[2187738, 2187738]"],
  );
  assertEquals(claims.find(({ id }) => id === "youth.users.same")?.line, 101);
  assertEquals(claims.filter(({ line }) => line === null), []);
});

Deno.test("verify prints a scoreboard, and of each contradiction the lines and the reason", async () => {
  const { code, stdout, stderr } = await runTask(["verify", "--edition", "kuzbass-2016"]);
  assertEquals([code, stderr], [0, ""]);
  assertMatch(
    stdout,
    /^Library and information service .*\n\d+ claims\n {2}agrees +\d+ {2}\d+ exact, \d+ within rounding\n/,
  );
  assertMatch(stdout, /\n {2}contradicts +3\n/);
  assertMatch(stdout, /\n\d+ findings\n {2}agrees +\d+ /);
  assertStringIncludes(stdout, "711 apart; lines 25, 50, 56, 61");
  assertStringIncludes(stdout, "  The parts and the total of visits of 2016 disagree;");
});

Deno.test("verify fails on an undeclared contradiction and says which, with JSON still alone on stdout", async () => {
  await using edition = await changedEdition({
    "errata.csv": (text) =>
      text.split("\n").filter((line) => !line.startsWith("youth.")).join("\n"),
  });
  const { folder } = edition;
  const { code, stdout, stderr } = await runTask(["verify", "--json", "--edition", folder]);
  assertEquals(code, 1);
  assertEquals(contract.parse(JSON.parse(stdout)).undeclared, ["youth.users.same"]);
  assertMatch(
    stderr,
    /^Undeclared contradiction "youth\.users\.same": .* the difference 235 .*\n$/,
  );
});

/** What verify complains of, of the report with one file changed. */
async function complaintsOf(changes: Parameters<typeof changedEdition>[0]) {
  await using edition = await changedEdition(changes);
  const judged = judgeAll(await loadReport(edition.folder));
  return { judged, said: complaints(judged) };
}

Deno.test("an erratum that no longer occurs is complained of", async () => {
  const { judged, said } = await complaintsOf({
    "errata.csv": withLine("youth-units.sum,1,а,a"),
  });
  assertEquals(judged.audit.summary.contradicts, 3);
  assertEquals(said.length, 1);
  assertMatch(said[0], /^Stale erratum "youth-units\.sum": .*contradict the print by 1\. /);
});

Deno.test("a finding that prints what a claim contradicts that it does not list is complained of", async () => {
  const { judged, said } = await complaintsOf({
    "findings.csv": withLine("x,101,quantity,youth.users,,,,,,,youth,а,a"),
  });
  assertEquals(judged.findings.find(({ finding }) => finding.id === "x")?.kind, "contradicts");
  assertMatch(
    said.at(-1) ?? "",
    /^Unlisted contradiction of finding "x": claim "youth\.users\.same" /,
  );
});

Deno.test("an erratum of another difference is complained of, and so is the contradiction", async () => {
  const { said } = await complaintsOf({
    "errata.csv": replaced("youth.users.same,235,", "youth.users.same,234,"),
  });
  assertEquals(said.length, 2);
  assertMatch(said[0], /^Undeclared .*the difference 235/);
  assertMatch(said[1], /^Stale .*by 234/);
});

Deno.test("verify refuses malformed input with every problem on stderr, exit code 1 and nothing on stdout", async () => {
  await using edition = await changedEdition({
    "scopes.csv": null,
    "edition.json": replaced('"language": "ru"', '"language": "German"'),
    "errata.csv": withLine("nothing,,а"),
  });
  const { folder } = edition;
  const found = await runTask(["verify", "--json", "--edition", folder]);
  assertEquals([found.code, found.stdout], [1, ""]);
  assertEquals(found.stderr.split("\n"), [
    `Cannot read edition "${folder}": 3 problems`,
    `${folder}/edition.json:13:15: language: expected the code of a language such as "en", found "German"`,
    `${folder}/observations.csv:2:31: scope: unknown code "residents"; expected an id of scopes.csv, which is not there; 60 codes refer to it`,
    `${folder}/errata.csv:${nextLine("errata.csv")}:11: expected 4 fields, found 3`,
    "",
  ]);
});

Deno.test("verify refuses an unknown edition and names those that exist", async () => {
  const { code, stdout, stderr } = await runTask(["verify", "--edition", "atlantis-1"]);
  assertEquals([code, stdout], [1, ""]);
  assertMatch(
    stderr,
    /^Cannot read edition "atlantis-1": 1 problem\ndata\/atlantis-1: expected .*; did you mean .*"kuzbass-2016"/,
  );
});

Deno.test("verify says what to do about a folder that it may not read", async () => {
  await using edition = await changedEdition({});
  const command = ["run", "--no-prompt", "--allow-read=.", "lib/cli/verify.ts"];
  const asked = ["--edition", edition.folder];
  const { code, stdout, stderr } = await runProgram([Deno.execPath(), ...command, ...asked]);
  assertEquals([code, stdout], [1, ""]);
  assertMatch(stderr, /cannot be read: .*--allow-read/);
});

Deno.test("verify --help shows the options and ends well; an unknown option or argument does not", async () => {
  const help = await runTask(["verify", "--help"]);
  assertEquals([help.code, help.stderr], [0, ""]);
  for (const option of ["--edition", "--json", "--help"]) assertStringIncludes(help.stdout, option);
  for (
    const [argument, reason] of [["--jsn", "--jsn"], [
      "extra",
      "expected 0 arguments, found 1: extra",
    ]]
  ) {
    const { code, stdout, stderr } = await runTask(["verify", argument]);
    assertEquals([code, stdout], [1, ""]);
    assertStringIncludes(stderr, reason);
    assertStringIncludes(stderr, "--help");
    assert(!stderr.includes("at file:"), stderr);
  }
});

Deno.test("a problem of a command line is told in the language that it asks for", async () => {
  for (
    const [task, said] of [
      [
        "verify --jsn",
        'deno task verify --jsn: ожидался один из параметров, такого нет; может быть, "--json"',
      ],
      ["verify extra", "deno task verify: ожидалось значений: 0; найдено: 1: extra"],
      ["verify --claim", "deno task verify --claim: ожидалось: <id>; ничего не найдено"],
      ["verify-source", "deno task verify-source: ожидалось: <file>; ничего не найдено"],
      [
        "figure x",
        'deno task figure: ожидалось: тетрадь и ячейка, например 04_table_1/growth; найдено: "x"',
      ],
      [
        "check --translate de",
        'deno task check --translate: ожидалось: одно из en, ru; найдено: "de"',
      ],
    ]
  ) {
    const [name, ...rest] = task.split(" ");
    const { code, stderr } = await runTask([name, "--language", "ru", ...rest]);
    assertEquals(code, 1);
    assertStringIncludes(stderr, said);
    assertStringIncludes(stderr, "(параметры показывает --help)");
  }
});

Deno.test("verify --claim shows one claim with its operands, intervals, repairs and topic", async () => {
  const { code, stdout, stderr } = await runTask([
    "verify",
    "--claim",
    "table1.visits.2016.sum",
  ]);
  assertEquals([code, stderr], [0, ""]);
  assertMatch(stdout, /^ {2}Relation +table1\.visits\.2016 = table1\.visits-services\.2016 \+ /m);
  assertMatch(stdout, /^ {2,}table1\.visits-events\.2016 = "422 952" \(line 61\)$/m);
  assertMatch(stdout, /^ {2}Power +catches \d+ of \d+ slips on its cells$/m);
  assertStringIncludes(stdout, "consistent if table1.visits.2016 = 2,187,738");
  assertMatch(stdout, /^ {2}Topic +table-1$/m);
});

Deno.test("verify --claim names the claims like one that does not exist", async () => {
  const { code, stdout, stderr } = await runTask(["verify", "--claim", "provision.rurall"]);
  assertEquals([code, stdout], [1, ""]);
  assertMatch(
    stderr,
    /provision\.rurall: expected the id of a claim, found none of the edition; did you mean "provision\.\S+", /,
  );
});

Deno.test("of one claim the scoreboard says so, and of an edition without questions nothing of them", async () => {
  const report = await loadReport();
  const { audit: { verdicts, ...rest }, findings } = judgeAll(report);
  const one = {
    audit: { ...rest, verdicts: verdicts.slice(0, 1) },
    findings: findings.slice(0, 2),
  };
  const said = auditText({ ...report, definitions: [], candidates: [] }, one).split("\n");
  assertEquals(said.slice(1).map((line) => line.replace(/ +/g, " ")), [
    "1 claim",
    " holds 1 1 certain",
    "2 findings",
    " not for numbers 2",
  ]);
});

Deno.test("of many complaints the first two hundred are told, and how many more there are", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/tables`);
    const { title: _, ...kursk } = JSON.parse(
      await Deno.readTextFile("data/kursk-2017/edition.json"),
    );
    const rows = Array.from({ length: 205 }, (_, row) => `r${row},1,2,9\n`);
    const wrong = { each: "row", kind: "difference", result: "c", operands: ["b", "a"] };
    const table = { row: "n", columns: { a: {}, b: {}, c: {} }, relations: [wrong] };
    const files = {
      "edition.json": JSON.stringify({ ...kursk, title: { en: "Wrong" } }),
      "tables/t.csv": `n,a,b,c\n${rows.join("")}`,
      "tables/t.json": JSON.stringify({ ...table, indicator: "loans" }),
    };
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    const { code, stderr } = await runTask(["verify", "--edition", folder]);
    const lines = stderr.trimEnd().split("\n");
    assertEquals([code, lines.length, lines.at(-1)], [1, 201, "5 more; --json names all"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
