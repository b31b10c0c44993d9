import { assertEquals, assertNotEquals } from "@std/assert";
import { derivedTables } from "../lib/package/derived_tables.ts";
import { describeEdition, type PackageDescriptor } from "../lib/package/describe_package.ts";
import { loadReport, loadTables } from "../lib/load/load_report.ts";
import { changedEdition, replaced } from "./load/changed_edition.ts";
import { objections } from "./package_validator.ts";

const described = async () =>
  describeEdition("kuzbass-2016", await loadTables("kuzbass-2016")).descriptor;

const editions = (await Array.fromAsync(Deno.readDir("data")))
  .filter(({ isDirectory }) => isDirectory).map(({ name }) => name);

for (const edition of editions) {
  Deno.test(`datapackage.json of ${edition} is what the schemas of the library say, and its derived tables follow from the others`, async () => {
    const { descriptor, files } = describeEdition(edition, await loadTables(edition));
    const path = `data/${edition}/datapackage.json`;
    assertEquals(JSON.parse(await Deno.readTextFile(path)), descriptor);
    assertEquals(files.at(-1)?.path, path);
    for (const { path, content } of files) {
      assertEquals(await Deno.readTextFile(path), content, path);
    }
  });

  Deno.test(`an independent validator accepts the data package of ${edition}, its tables and their keys`, async () => {
    const descriptor = JSON.parse(await Deno.readTextFile(`data/${edition}/datapackage.json`));
    assertEquals(await objections(descriptor, `data/${edition}`), []);
  });
}

Deno.test("the data package describes every table and every column of its file", async () => {
  const { resources } = await described();
  for (const { name, path, schema } of resources) {
    const [header] = (await Deno.readTextFile(`data/kuzbass-2016/${path}`)).split("\n", 1);
    assertEquals(schema.fields.map((field) => field.name), header.split(","), name);
  }
});

Deno.test("every text in English stands beside the same in Russian", async () => {
  const { resources } = await described();
  const alone = resources.flatMap(({ name, schema }) => {
    const columns = new Set(schema.fields.map((field) => field.name));
    return [...columns].filter((column) =>
      column.endsWith("_en") && !columns.has(column.replace(/_en$/, "_ru"))
    ).map((column) => `${name}.${column}`);
  });
  assertEquals(alone, []);
});

Deno.test("a column of codes is a list parted as its cells are, never a key by itself", async () => {
  const { resources } = await described();
  const lists = resources.flatMap(({ name, schema }) =>
    schema.fields.filter(({ type }) => type === "list").map((field) => ({ name, schema, field }))
  );
  assertEquals(lists.map(({ name, field }) => `${name}.${field.name}`), [
    "topics.lines",
    "findings.lines",
    "findings.values",
    "findings.claims",
    "initiatives.system",
    "initiatives.audience",
    "initiatives.themes",
    "initiatives.platforms",
    "initiatives.inferred",
    "codings.audience",
    "codings.themes",
    "codings.platforms",
    "codings.system",
  ]);
  for (const { field, schema } of lists) {
    const itemType = field.name === "lines" ? "integer" : "string";
    assertEquals([field.delimiter, field.itemType], [" ", itemType]);
    const keys = (schema.foreignKeys ?? []).flatMap(({ fields }) => fields);
    assertEquals(keys.includes(field.name), false);
  }
});

Deno.test("the items of a list can be joined: derived rows give the list back, in its order", async () => {
  const report = await loadReport();
  for (const field of ["system", "audience", "themes", "platforms"] as const) {
    const derived = derivedTables.find(({ schema }) => schema.name === `initiatives-${field}`)!;
    const items = Map.groupBy(derived.rows(report), ({ id }) => id);
    for (const row of report.initiatives) {
      assertEquals((items.get(row.id) ?? []).map(({ code }) => code), [...row[field]]);
    }
  }
});

Deno.test("columns that may be empty are not required, and numbers are numbers", async () => {
  const { resources } = await described();
  const field = (table: string, column: string) => {
    const { fields } = resources.find(({ name }) => name === table)?.schema ?? { fields: [] };
    const { type, constraints } = fields.find(({ name }) => name === column) ?? {};
    return [type, constraints?.required ?? false];
  };
  assertEquals(field("observations", "value"), ["number", true]);
  assertEquals(field("observations", "line"), ["integer", true]);
  assertEquals(field("observations", "printed"), ["string", false]);
  assertEquals(field("observations", "id"), ["string", true]);
  assertEquals(field("norms", "high"), ["number", false]);
  assertEquals(field("claims", "line"), ["integer", false]);
  assertEquals(field("claims", "rule"), ["string", false]);
  assertEquals(field("territories", "part_of"), ["string", false]);
});

const committed: PackageDescriptor = JSON.parse(
  await Deno.readTextFile("data/kuzbass-2016/datapackage.json"),
);

Deno.test("the validator objects to a descriptor without resources", async () => {
  assertNotEquals(await objections({ ...committed, resources: undefined! }, "data"), []);
});

const spoilt: [behaviour: string, file: string, old: string, by: string][] = [
  ["a wrong type", "observations.csv", "2717627,persons", "many,persons"],
  [
    "an unknown code",
    "observations.csv",
    "population.all,population,all",
    "population.all,population,nobody",
  ],
  [
    "a word outside of its list",
    "indicators.csv",
    "population,persons,count",
    "population,persons,most",
  ],
  ["an empty cell", "territories.csv", "kuzbass,region,", ",region,"],
  ["a code twice", "territories.csv", "\nbelovo,", "\nkuzbass,"],
  ["an erratum of no claim", "errata.csv", "youth.users.same,", "youth.users.none,"],
  [
    "an unknown item of a list",
    "initiatives-system.csv",
    "novokuznetsk-litres-lending,1,novokuznetsk\n",
    "novokuznetsk-litres-lending,1,novokuznets\n",
  ],
];

for (const [behaviour, file, old, by] of spoilt) {
  Deno.test(`the validator objects to ${behaviour} in ${file}`, async () => {
    await using edition = await changedEdition({ [file]: replaced(old, by) });
    assertNotEquals(await objections(committed, edition.folder), []);
  });
}
