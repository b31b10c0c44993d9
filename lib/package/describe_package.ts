import { join } from "node:path";
import { editionFolder } from "../load/edition_folder.ts";
import type { Edition } from "../model/edition.ts";
import type { Column, TableSchema } from "../model/columns.ts";
import type { LoadedReport } from "../load/load_report.ts";
import type { PrintedCells } from "../load/printed_cells.ts";
import { type DerivedFile, derivedFiles, joinTarget } from "./derived_tables.ts";

/** A field of a Table Schema. */
export interface FieldDescriptor {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "list";
  /** Of a list: what parts its items, and what they are. */
  readonly delimiter?: string;
  readonly itemType?: "string" | "integer";
  readonly description?: string;
  readonly constraints: Readonly<Record<string, unknown>>;
}

/** A table of a data package, with its schema. */
export interface ResourceDescriptor {
  readonly name: string;
  readonly title: string;
  readonly type: "table";
  readonly path: string;
  readonly format: "csv";
  readonly mediatype: "text/csv";
  readonly encoding: "utf-8";
  readonly dialect: { readonly lineTerminator: string };
  readonly schema: {
    readonly fields: readonly FieldDescriptor[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
    }[];
    readonly missingValues: readonly string[];
  };
}

/** A data package descriptor, version 2. */
export interface PackageDescriptor {
  readonly $schema: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly licenses?: readonly Edition["license"][];
  readonly created?: string;
  readonly keywords?: readonly string[];
  readonly contributors?: Edition["contributors"];
  readonly homepage?: string;
  readonly sources: readonly {
    readonly title: string;
    readonly path?: string;
    readonly file?: string;
    readonly sha256?: string;
  }[];
  readonly resources: readonly ResourceDescriptor[];
}

/** What describes an edition for other tools. */
export interface DescribedEdition {
  readonly descriptor: PackageDescriptor;
  /** The descriptor and the derived tables as files: `datapackage.json` is the last. */
  readonly files: readonly DescribedFile[];
}

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
 */
export function describeEdition(edition: string, loaded: LoadedReport): DescribedEdition {
  const folder = editionFolder(edition), derived = derivedFiles(loaded.report);
  const descriptor = describePackage(loaded, derived);
  const files = derived.map(({ schema: { name }, csv }) => [`${name}.csv`, csv]);
  files.push(["datapackage.json", JSON.stringify(descriptor, null, 2) + "\n"]);
  return {
    descriptor,
    files: files.map(([name, content]) => ({ path: join(folder, name), content })),
  };
}

/**
 * The `datapackage.json` of an edition, derived from the schemas that the loader validates against: the tables that it has, each
 * with the columns of its file.
 *
 * A column of codes is a list; where its codes refer to another table, a derived table has them one a row, since no foreign key
 * can start from a list.
 */
function describePackage(
  { report, tables, printed }: LoadedReport,
  derived: readonly DerivedFile[],
): PackageDescriptor {
  const { edition } = report;
  const { created, keywords, contributors, homepage, license, source, producer, title } = edition;
  const described = [
    ...Object.values(tables).filter(({ header }) => header.length > 0),
    ...derived,
  ];
  const author = edition.author === undefined ? "" : `${edition.author.ru}. `;
  // A key leads to a file that has every row: not to one of which printed tables add some.
  const joinable = new Set(
    described.filter((table) => !("isAdded" in table && table.isAdded)).map(nameOf),
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
      ...described.map((table) => describeTable(table, joinable)),
      ...printed.map(describePrinted),
    ],
  };
}

interface DescribedTable {
  readonly schema: TableSchema;
  readonly header: readonly string[];
}

function nameOf({ schema }: DescribedTable): string {
  return schema.name;
}

function describeTable(
  { schema: table, header }: DescribedTable,
  named: ReadonlySet<string>,
): ResourceDescriptor {
  const columns = Object.entries(table.columns);
  const fields = header.flatMap((name) => {
    const found = columns.find(([field, { texts }]) =>
      texts
        ? name.replace(/_[a-z]{2,3}$/, "") === (texts.column ?? field) && name.includes("_")
        : field === name
    );
    return found ? describeField(name, found[1]) : [];
  });
  const references = columns.flatMap(([field, { refersTo, isList }]) => {
    const target = refersTo && joinTarget(refersTo);
    if (!target || !named.has(target) || isList) return [];
    const own = target === table.name;
    return [{
      fields: [field],
      reference: { ...(own ? {} : { resource: target }), fields: ["id"] },
    }];
  });
  const { name, title, primaryKey } = table;
  const foreignKeys = references.length > 0 ? { foreignKeys: references } : {};
  const schema = { fields, primaryKey, ...foreignKeys, missingValues };
  return { name, title, type: "table", path: `${name}.csv`, ...csv, schema };
}

const csv = {
  format: "csv",
  mediatype: "text/csv",
  encoding: "utf-8",
  dialect: { lineTerminator: "\n" },
} as const;
const missingValues = [""];

/** A table as printed: its cells are the strings of the print. */
function describePrinted({ name, file, header, columns }: PrintedCells): ResourceDescriptor {
  const fields = header.map((column) => {
    const measured = columns.find(({ name }) => name === column);
    const told = [measured?.indicator, measured?.population, measured?.period]
      .filter((code) => code !== undefined && code !== "all");
    const description = measured ? { description: `As printed: ${told.join(", ")}` } : {};
    return { name: column, type: "string" as const, ...description, constraints: {} };
  });
  const title = `${file.value.title?.en ?? name}, as printed`, path = `tables/${name}.csv`;
  const schema = { fields, missingValues };
  return { name: `printed-${name}`, title, type: "table", path, ...csv, schema };
}

/** A column of a file as a field of a Table Schema. */
function describeField(name: string, column: Column): FieldDescriptor {
  const { texts, type, isList, pattern, words, minimum } = column;
  const description = texts
    ? `${column.description} (${name.slice(name.lastIndexOf("_") + 1)})`
    : column.description;
  const isRequired = texts ? texts.given === "each" : !pattern.test("");
  return {
    name,
    type: isList ? "list" : type,
    ...(isList && { delimiter: " ", itemType: type === "integer" ? type : "string" }),
    description,
    constraints: {
      ...(isRequired && { required: true }),
      ...(words && { enum: words }),
      ...(type === "string" && !words && !isList && !texts && { pattern: pattern.source }),
      ...(minimum !== undefined && { minimum }),
    },
  };
}
