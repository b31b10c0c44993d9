import { join } from "node:path";
import { editionFolder } from "../load/edition_folder.ts";
import type { Column } from "../model/cell_kinds.ts";
import { namesOf, type TableSchema } from "../model/columns.ts";
import type { LoadedReport } from "../load/load_report.ts";
import type { PrintedCells } from "../load/printed_cells.ts";
import { unspecified } from "../model/observation.ts";
import { derivedFiles, joinTarget } from "./derived_tables.ts";

/** A file that follows from the others of an edition. */
export interface DescribedFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Describes an edition for other tools.
 *
 * @param edition Its id or path.
 * @param loaded The edition, with its tables as they were read.
 * @returns The descriptor, and with the derived tables as files, of which `datapackage.json` is the last.
 */
export function describeEdition(edition: string, loaded: LoadedReport) {
  const folder = editionFolder(edition), derived = derivedFiles(loaded.report);
  const descriptor = describePackage(loaded, derived);
  const files: readonly DescribedFile[] = [
    ...derived.map(({ schema: { name }, csv }) => ({ path: `${name}.csv`, content: csv })),
    { path: "datapackage.json", content: JSON.stringify(descriptor, null, 2) + "\n" },
  ].map(({ path, content }) => ({ path: join(folder, path), content }));
  return { descriptor, files };
}

/** A data package descriptor, version 2. */
export type PackageDescriptor = ReturnType<typeof describePackage>;

/** A table of a data package, with its schema. */
export type ResourceDescriptor = ReturnType<typeof describeResource>;

/** A field of a Table Schema; a column of a printed table that measures nothing is not described. */
export type FieldDescriptor =
  & Omit<ReturnType<typeof describeField>, "description">
  & { readonly description?: string };

/**
 * The `datapackage.json` of an edition, derived from the schemas that the loader validates against: the tables that it has, each
 * with the columns of its file.
 *
 * A column of codes is a list; where its codes refer to another table, a derived table has them one a row, since no foreign key
 * can start from a list.
 */
function describePackage(
  { report: { edition }, tables, printed }: LoadedReport,
  derived: ReturnType<typeof derivedFiles>,
) {
  const { created, keywords, contributors, homepage, license, source, producer, title } = edition;
  const described = [
    ...Object.values(tables).filter(({ header }) => header.length > 0),
    ...derived,
  ];
  const author = edition.author === undefined ? "" : `${edition.author.ru}. `;
  // A key leads to a file that has every row: not to one of which printed tables add some.
  const joinable = new Set(
    described.filter((table) => !("isAdded" in table && table.isAdded))
      .map(({ schema }) => schema.name),
  );
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: edition.id,
    title: edition.title.en,
    description:
      `Facts and figures of "${edition.title.ru}" (${edition.producer.ru}), with the line that prints each.`,
    version: edition.version,
    ...(created && { created }),
    ...(keywords && { keywords }),
    ...(contributors && { contributors }),
    ...(homepage && { homepage }),
    ...(license && { licenses: [license] }),
    sources: [{
      title: `${author}${title.ru} / ${producer.ru}`,
      ...(edition.address && { path: edition.address }),
      ...(source && { file: source.file, sha256: source.sha256 }),
    }],
    resources: [
      ...described.map(({ schema, header }) => {
        const { name, title, primaryKey, columns } = schema;
        const byName = new Map(
          Object.entries(columns).flatMap(([field, column]) =>
            namesOf(field, column, edition.languages).map((name) => [name, column] as const)
          ),
        );
        const fields = header.map((name) => describeField(name, byName.get(name)!));
        const keys = { primaryKey, ...describeKeys(schema, joinable) };
        return describeResource({ name, title, path: `${name}.csv` }, fields, keys);
      }),
      ...printed.map(describePrinted),
    ],
  };
}

/** The columns of a table whose codes lead to one of those that can be joined. */
function describeKeys({ name, columns }: TableSchema, joinable: ReadonlySet<string>) {
  const foreignKeys = Object.entries(columns).flatMap(([field, { refersTo, isList }]) => {
    const target = refersTo && joinTarget(refersTo);
    if (!target || !joinable.has(target) || isList) return [];
    const resource = target === name ? {} : { resource: target };
    return [{ fields: [field], reference: { ...resource, fields: ["id"] } }];
  });
  return foreignKeys.length > 0 ? { foreignKeys } : {};
}

function describeResource(
  named: { readonly name: string; readonly title: string; readonly path: string },
  fields: readonly FieldDescriptor[],
  keys: { readonly primaryKey?: readonly string[] } & ReturnType<typeof describeKeys> = {},
) {
  const { name, title, path } = named;
  return {
    name,
    title,
    type: "table",
    path,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: { lineTerminator: "\n" },
    schema: { fields, ...keys, missingValues: [""] },
  };
}

/** A table as printed: its cells are the strings of the print. */
function describePrinted({ name, file, header, columns }: PrintedCells) {
  const fields = header.map((column) => {
    const measured = columns.find(({ name }) => name === column)?.dimensions;
    const told = [measured?.indicator, measured?.population, measured?.period]
      .filter((code) => code !== unspecified.id);
    const description = measured && { description: `As printed: ${told.join(", ")}` };
    return { name: column, type: "string", ...description, constraints: {} };
  });
  const title = `${file.value.title?.en ?? name}, as printed`, path = `tables/${name}.csv`;
  return describeResource({ name: `printed-${name}`, title, path }, fields);
}

/** A column of a file as a field of a Table Schema; a list tells what parts its items, and what they are. */
function describeField(name: string, column: Column) {
  const { texts, type, isList, pattern, words, minimum } = column;
  const language = texts ? ` (${name.slice(name.lastIndexOf("_") + 1)})` : "";
  const isRequired = !pattern.test("");
  return {
    name,
    type: isList ? "list" : type,
    ...(isList && { delimiter: " ", itemType: type === "integer" ? type : "string" }),
    description: column.description + language,
    constraints: {
      ...(isRequired && { required: true }),
      ...(words && { enum: words }),
      ...(type === "string" && !words && !isList && !texts && { pattern: pattern.source }),
      ...(minimum !== undefined && { minimum }),
    },
  };
}
