import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { editionFolder, findEdition } from "../../lib/load/edition_folder.ts";
import { loadReport } from "../../lib/load/load_report.ts";
import { InputError } from "../../lib/errors/problem.ts";
import { changedEdition } from "./changed_edition.ts";

Deno.test("an id names a folder of data/, relative to the working directory", () => {
  assertEquals(editionFolder("kuzbass-2016"), "data/kuzbass-2016");
});

Deno.test("a path stays a path, without slashes at its end", () => {
  assertEquals(editionFolder("./data/kuzbass-2016//"), "data/kuzbass-2016");
  assertEquals(editionFolder("../other/edition/"), "../other/edition");
  assertEquals(editionFolder("/"), "/");
  assertEquals(editionFolder("."), ".");
});

Deno.test("a path that holds the working directory in its middle is left whole", () => {
  const path = `/elsewhere${Deno.cwd()}/data`;
  assertEquals(editionFolder(path), path);
});

Deno.test("an id that holds what means something in a URL is taken as it is", () => {
  assertEquals(editionFolder("%2e%2e"), "data/%2e%2e");
  assertEquals(editionFolder("a?b#c"), "data/a?b#c");
  assertEquals(editionFolder("Кузбасс 2016"), "data/Кузбасс 2016");
});

for (
  const [edition, folder] of [
    ["kuzbass-1916", "data/kuzbass-1916"],
    ["", "data"],
    ["./nowhere", "nowhere"],
    ["data/kuzbass-2016/claims.csv", "data/kuzbass-2016/claims.csv"],
    ["data/kuzbass-2016/claims.csv/x", "data/kuzbass-2016/claims.csv/x"],
    ["%2e%2e", "data/%2e%2e"],
  ]
) {
  Deno.test(`no edition is found as "${edition}", and those that exist are named`, async () => {
    const { problems, message } = await assertRejects(() => findEdition(edition), InputError);
    assertStringIncludes(message, `Cannot read edition "${edition}": 1 problem\n`);
    assertEquals(problems.map(({ path }) => path), [folder]);
    assertStringIncludes(message, "expected a folder of an edition, found none; did you mean ");
    assertStringIncludes(message, "kuzbass-2016");
  });
}

Deno.test("an edition is read from a folder anywhere, whatever its name", async () => {
  await using edition = await changedEdition({});
  const there = await loadReport(edition.folder), here = await loadReport();
  assertEquals(there.observations, here.observations);
  assertEquals(there.claims, here.claims);
});

Deno.test("an edition is read from a folder with spaces and Cyrillic letters in its name", async () => {
  await using edition = await changedEdition({});
  const odd = `${edition.folder}/Кузбасс, год 2016`;
  await Deno.mkdir(odd);
  for await (const { name } of Deno.readDir(edition.folder)) {
    const path = `${edition.folder}/${name}`;
    if (path !== odd) await Deno.rename(path, `${odd}/${name}`);
  }
  assertEquals((await loadReport(`${odd}/`)).edition.id, "kuzbass-2016");
});
