import { assertEquals, assertNotEquals } from "@std/assert";
import { Package } from "datapackage";
import { describePackage } from "../lib/load/describe_package.ts";
import { loadReport } from "../lib/load/load_report.ts";
import { tables } from "../lib/model/report.ts";
import { changedEdition, replaced } from "./load/changed_edition.ts";

/** What this test uses of `datapackage`, the validator of the Frictionless project, which ships no types. */
interface Validator {
  readonly valid: boolean;
  readonly errors: readonly Error[];
  readonly resources: readonly {
    readonly name: string;
    read(options: { relations: boolean }): Promise<readonly unknown[]>;
  }[];
}

const editions = (await Array.fromAsync(Deno.readDir("data")))
  .filter(({ isDirectory }) => isDirectory).map(({ name }) => name);

/** What the validator objects to, of the descriptor and of the rows of every table. */
async function objections(descriptor: unknown, folder: string): Promise<string[]> {
  const found: Validator = await Package.load(descriptor, { basePath: folder, strict: false });
  const messages = found.errors.map(String);
  for (const resource of found.resources) {
    await resource.read({ relations: true }).catch((error: Error & { errors?: Error[] }) => {
      const reasons = error.errors?.length ? error.errors : [error];
      messages.push(...reasons.map(({ message }) => `${resource.name}: ${message}`));
    });
  }
  return messages;
}

for (const edition of editions) {
  Deno.test(`datapackage.json of ${edition} is what the schemas of the library say`, async () => {
    const report = await loadReport(edition);
    const committed = JSON.parse(await Deno.readTextFile(`data/${edition}/datapackage.json`));
    assertEquals(committed, describePackage(report.edition));
  });

  Deno.test(`an independent validator accepts the data package of ${edition}, its tables and their keys`, async () => {
    const descriptor = JSON.parse(await Deno.readTextFile(`data/${edition}/datapackage.json`));
    assertEquals(await objections(descriptor, `data/${edition}`), []);
  });
}

Deno.test("the data package describes every table and every column of the model", async () => {
  const { resources } = describePackage((await loadReport()).edition);
  assertEquals(
    resources.map(({ name, schema }) => [name, schema.fields.map((field) => field.name)]),
    tables.map(({ name, row }) => [name, Object.keys(row.shape)]),
  );
});

Deno.test("columns that may be empty are not required, and numbers are numbers", async () => {
  const { resources } = describePackage((await loadReport()).edition);
  const field = (table: string, column: string) => {
    const { fields } = resources.find(({ name }) => name === table)?.schema ?? { fields: [] };
    const { type, constraints } = fields.find(({ name }) => name === column) ?? {};
    return [type, constraints?.required ?? false];
  };
  assertEquals(field("observations", "value"), ["number", true]);
  assertEquals(field("observations", "line"), ["integer", true]);
  assertEquals(field("observations", "printed"), ["string", true]);
  assertEquals(field("norms", "high"), ["number", false]);
  assertEquals(field("claims", "line"), ["integer", false]);
  assertEquals(field("claims", "rule"), ["string", false]);
  assertEquals(field("territories", "part_of"), ["string", false]);
});

const committed = JSON.parse(await Deno.readTextFile("data/kuzbass-2016/datapackage.json"));

Deno.test("the validator objects to a descriptor without resources", async () => {
  assertNotEquals(await objections({ ...committed, resources: undefined }, "data"), []);
});

const spoilt: [behaviour: string, file: string, old: string, by: string][] = [
  ["a wrong type", "observations.csv", "2717627,persons", "many,persons"],
  [
    "an unknown code",
    "observations.csv",
    "population.all,population,all",
    "population.all,population,nobody",
  ],
  ["a word outside of its list", "territories.csv", "kuzbass,region,", "kuzbass,country,"],
  ["an empty cell", "territories.csv", "kuzbass,region,", ",region,"],
  ["a code twice", "territories.csv", "\nbelovo,", "\nkuzbass,"],
];

for (const [behaviour, file, old, by] of spoilt) {
  Deno.test(`the validator objects to ${behaviour} in ${file}`, async () => {
    await using edition = await changedEdition({ [file]: replaced(old, by) });
    assertNotEquals(await objections(committed, edition.folder), []);
  });
}
