import { assertEquals } from "@std/assert";
import { distinctLabels, type NamingTables } from "../../lib/audit/distinct_labels.ts";
import { observation } from "./small_report.ts";

const definition = { en: "Those that lend", ru: "Те, что выдают" };
const labelled = (id: string, en: string) => ({ id, label: { en, ru: en } });
const tables = {
  indicators: [labelled("count", "Guests")],
  populations: [labelled("all", "Everybody"), labelled("old", "Older people")],
  scopes: [
    { ...labelled("night", "Ivanov night"), kind: "programme", definition },
    { ...labelled("clubs", "Reading clubs"), kind: "institutions", definition },
    { ...labelled("system", "CBS of Omsk"), kind: "institutions", definition },
    { ...labelled("row", "North"), kind: "library", definition: { en: "", ru: "" } },
  ],
  territories: [labelled("all", "Omsk")],
} as unknown as NamingTables;

function labelsOf(...rows: readonly (readonly [scope: string, population?: string])[]): string[] {
  const observations = rows.map(([scope, population = "all"], at) => ({
    ...observation(`row-${at}`, "1"),
    scope,
    population,
  }));
  return distinctLabels(observations, tables, { language: "en" });
}

Deno.test("labels say only what tells rows apart", () => {
  assertEquals(labelsOf(["night"], ["night"]), ["Guests", "Guests"]);
  assertEquals(labelsOf(["night"], ["night", "old"]), [
    "Guests, everybody",
    "Guests, older people",
  ]);
});

Deno.test("a set of institutions loses its capital within a label, a name keeps it", () => {
  assertEquals(labelsOf(["night"], ["clubs"], ["system"], ["row"]), [
    "Guests, Ivanov night",
    "Guests, reading clubs",
    "Guests, CBS of Omsk",
    "Guests, North",
  ]);
});
