import { join } from "node:path";
import { editionFolder } from "../load/edition_folder.ts";
import type { Edition } from "../model/edition.ts";
import type { TableSchema } from "../model/columns.ts";
import type { LoadedReport } from "../load/load_report.ts";
import type { PrintedCells } from "../load/printed_cells.ts";
import { describeField, type FieldDescriptor } from "./describe_field.ts";
import { columnsOf, derivedCsv, derivedTablesOf, joinTarget } from "./derived_tables.ts";

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

/**
 * The `datapackage.json` of an edition, derived from the schemas that the loader validates against: the tables that it has, each
 * with the columns of its file.
 *
 * A column of codes is a list; where its codes refer to another table, a derived table has them one a row, since no foreign key
 * can start from a list.
 *
 * @param loaded The edition, with its tables as they were read.
 * @returns A Data Package v2 descriptor.
 */
export function describePackage({ report, tables, printed }: LoadedReport): PackageDescriptor {
  const { edition } = report, { languages } = edition;
  const { created, keywords, contributors, homepage, license, source, producer, title } = edition;
  const derived = derivedTablesOf(report).map(({ schema }) => ({
    schema,
    header: columnsOf(schema, languages),
  }));
  const described = [...Object.values(tables), ...derived].filter(({ header }) =>
    header.length > 0
  );
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

/** A file that follows from the others of an edition. */
export interface DescribedFile {
  readonly path: string;
  readonly content: string;
}

/**
 * The files that describe an edition for other tools: its derived tables, and at the end `datapackage.json`.
 *
 * @param edition Its id or path.
 * @param loaded The edition as it was read.
 */
export function describeFiles(edition: string, loaded: LoadedReport): DescribedFile[] {
  const folder = editionFolder(edition);
  const derived = derivedTablesOf(loaded.report).map((table) => ({
    path: join(folder, `${table.schema.name}.csv`),
    content: derivedCsv(table, loaded.report),
  }));
  const content = JSON.stringify(describePackage(loaded), null, 2) + "\n";
  return [...derived, { path: join(folder, "datapackage.json"), content }];
}
