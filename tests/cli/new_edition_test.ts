import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { audit } from "../../lib/audit/audit.ts";
import { loadReport } from "../../lib/load/load_report.ts";
import { runTask } from "./run_task.ts";

const tables: [name: string, text: string, relations: number][] = [
  [
    "budget.csv",
    "Item;2022;2023;2024 Q1\nTaxes;1 200,5;1 310,2;330,1\nFees;300,0;290,8;80,0\n" +
    "Total income;1 500,5;1 601,0;410,1\nWages;900,0;950,0;200,0\nOther;500,5;600,0;150,0\n" +
    "Total expenditure;1 400,5;1 550,0;350,0\n",
    6,
  ],
  [
    "libraries.tsv",
    "Authority\tPopulation 2022\tPopulation 2023\tChange\tChange %\tLibraries\n" +
    "Ashford\t120,000\t121,000\t+1,000\t0.8\t12\nBarnet\t390,000\t388,000\t-2,000\t-0.5\t20\n" +
    "Camden\t210,000\t213,000\t+3,000\t1.4\t15\nDover\t110,000\t111,500\t+1,500\t1.4\tn/a\n" +
    "Total\t830,000\t833,500\t+3,500\t0.4\t47\n",
    14,
  ],
  [
    "funds.csv",
    "Source;2021, %;2022, %;2023, %;Total, thousand\nFederal;12.5;13.1;12.9;4500\n" +
    "Regional;60.2;58.7;59.4;20100\nMunicipal;20.1;21.3;20.0;7000\nPaid services;7.2;6.9;7.7;2400\n",
    3,
  ],
];

for (const [name, text, relations] of tables) {
  Deno.test(`new-edition makes an edition of ${name} that loads and agrees`, async () => {
    const folder = await Deno.makeTempDir();
    await Deno.writeTextFile(`${folder}/${name}`, text);
    const args: [string, ...string[]] = [
      "new-edition",
      `${folder}/made`,
      "--table",
      `${folder}/${name}`,
    ];
    const { code, stdout, stderr } = await runTask(args);
    assertEquals([code, stderr], [0, ""]);
    assertStringIncludes(stdout, "relations between them");
    const report = await loadReport(`${folder}/made`);
    assertEquals(report.claims.length, relations);
    const { verdicts } = audit(report);
    assertEquals(verdicts.filter(({ kind }) => kind === "contradicts"), []);
    assert(verdicts.filter(({ kind }) => kind === "agrees").length >= relations - 1);
    const again = await runTask(args);
    assertEquals(again.code, 1);
    assertStringIncludes(again.stderr, "is there already");
    await Deno.remove(folder, { recursive: true });
  });
}

Deno.test("new-edition says what it cannot read", async () => {
  const { code, stderr } = await runTask(["new-edition", "./nowhere", "--table", "no.csv"]);
  assertEquals([code, stderr], [1, "Cannot read the file: 1 problem\nno.csv: no such file\n"]);
});

Deno.test("new-edition names quantities without the year, and says what is left to edit", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(
    `${folder}/plan.csv`,
    "Item;Users 2023, persons;Users 2024, persons;Share of 2024, %\nA;10;12;40\nB;15;18;60\n",
  );
  await Deno.writeTextFile(
    `${folder}/sizes.csv`,
    "Hall;Floor, m\u00b2;Seats\u00b9\nA;10;12\nB;15;18\n",
  );
  const made = (name: string, ...more: string[]) =>
    runTask(["new-edition", `${folder}/${name}`, "--table", `${folder}/${name}.csv`, ...more]);
  const plan = await made("plan", "--title", "Plan", "--area", "Town");
  assertStringIncludes(plan.stdout, "\nEdit producer; then deno task verify");
  assertStringIncludes(plan.stdout, "relations between them; period 2024\n");
  const { indicators } = await loadReport(`${folder}/plan`);
  assertEquals(indicators.map(({ label }) => label.en), ["Users, persons", "Share, %"]);
  const lost = await made("sizes");
  assertEquals([lost.code, lost.stdout], [1, ""]);
  assertStringIncludes(lost.stderr, "--period: expected the year that it speaks of, found none");
  const sizes = await made("sizes", "--period", "2016");
  assertStringIncludes(sizes.stdout, "\nEdit title, producer, area; then");
  const { indicators: measures } = await loadReport(`${folder}/sizes`);
  assertEquals(measures.map(({ id }) => id), ["floor-m2", "seats"]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("new-edition is told what numbers leave open, as preflight is", async () => {
  const folder = await Deno.makeTempDir();
  const table = `${folder}/density.csv`;
  await Deno.writeTextFile(table, "Place;2022;2023\nA;1,234;2,345\nB;3,456;4,567\n");
  const valuesBy = async (sign: string) => {
    const made = `${folder}/${sign}`;
    const { code, stderr } = await runTask(
      ["new-edition", made, "--table", table, "--decimal", sign],
    );
    assertEquals([code, stderr], [0, ""]);
    return (await loadReport(made)).observations.map(({ value }) => value);
  };
  assertEquals(await valuesBy("comma"), [1.234, 2.345, 3.456, 4.567]);
  assertEquals(await valuesBy("dot"), [1234, 2345, 3456, 4567]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("new-edition takes rows that are years for periods, and a unit from a sign", async () => {
  const folder = await Deno.makeTempDir();
  const table = `${folder}/school.csv`;
  await Deno.writeTextFile(
    table,
    ";Year;Head;Pupils;Boys;Girls;Share of girls [%];«A» and «B»;Late [\u2030]\n" +
      ";2022;A. Lee;40;22;18;45,0;3;1,5\n;2023;A. Lee;50;20;30;60,0;4;1,25\n;2024*;B. Orr;60;33;27;45,0;5;1,5\n",
  );
  const { code, stdout } = await runTask(["new-edition", `${folder}/made`, "--table", table]);
  assertEquals(code, 0);
  assertStringIncludes(stdout, "; period 2024\n");
  const { observations, claims, indicators } = await loadReport(`${folder}/made`);
  assertEquals(
    observations.filter(({ indicator }) => indicator === "pupils")
      .map(({ id, period, scope, value }) => [id, period, scope, value]),
    [["school.2022.pupils", "2022", "all", 40], ["school.2023.pupils", "2023", "all", 50], [
      "school.2024.pupils",
      "2024",
      "all",
      60,
    ]],
  );
  assertEquals(claims[0].statement.en, "Share of girls [%], 2022");
  assertEquals(indicators.map(({ label, unit }) => [label.en, unit]), [
    ["Pupils", "units"],
    ["Boys", "units"],
    ["Girls", "units"],
    ["Share of girls [%]", "percent"],
    ["«A» and «B»", "units"],
    ["Late [\u2030]", "per-mille"],
  ]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("new-edition takes what has a period in a header for no period of another", async () => {
  const folder = await Deno.makeTempDir();
  const table = `${folder}/taxes.csv`, made = `${folder}/made`;
  await Deno.writeTextFile(
    table,
    "Tax;2023: all;2023: federal;2023: local;In % of 2022: all;In % of 2022: federal;In % of 2022: local\n" +
      "All;36182;19637;16545;107,7;101,1;116,9\nProfit;7922;1918;6004;124,6;114,9;128,1\n" +
      "Income;6537;159;6378;114,1;107,0;114,3\nVAT;7792;7700;92;113,1;112,2;119,5\n",
  );
  assertEquals((await runTask(["new-edition", made, "--table", table])).code, 0);
  const report = await loadReport(made);
  const { verdicts } = audit(report);
  assertEquals(verdicts.map(({ claim, kind }) => [claim.result?.split(".")[2], kind]), [
    ...Array.from({ length: 4 }, () => ["2023-all", "agrees"]),
  ]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("new-edition says how to go on where a cell holds no number, and then it is read", async () => {
  const folder = await Deno.makeTempDir();
  const table = `${folder}/profit.csv`, made = `${folder}/profit-2024`;
  await Deno.writeTextFile(
    table,
    "\u0413\u043e\u0434;\u041f\u0440\u0438\u0431\u044b\u043b\u044c;\u0412 %\n2023;10;\u0432 2,6\u0440.\n2024;12;120,0\n",
  );
  const { code, stdout } = await runTask(["new-edition", made, "--table", table]);
  assertEquals(code, 1);
  const [words] = /\{"\u0432 2,6\u0440\.":"not-told"\}/.exec(stdout) ?? [""];
  const edition = JSON.parse(await Deno.readTextFile(`${made}/edition.json`));
  edition.numberFormat.words = JSON.parse(words);
  await Deno.writeTextFile(`${made}/edition.json`, JSON.stringify(edition));
  assertEquals((await loadReport(made)).observations.length, 3);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("new-edition writes nothing for a language or a period that is none", async () => {
  const args = ["./nowhere", "--table", "data/kuzbass-2016/tables/table1.csv"] as const;
  const told = async (...more: string[]) =>
    (await runTask(["new-edition", ...args, ...more])).stderr;
  assertStringIncludes(
    await told("--language", "deutsch"),
    '--language: expected the code of a language such as "en", found "deutsch"',
  );
  assertStringIncludes(
    await told("--period", "24"),
    '--period: expected a year such as "2016", found "24"',
  );
});
