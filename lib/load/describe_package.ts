import { z } from "zod";
import type { Edition } from "../model/edition.ts";
import { tables } from "../model/report.ts";
import { derivedTables, isList } from "./derived_tables.ts";
import type { TableSchema } from "../model/table_schema.ts";

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
    readonly primaryKey: readonly string[];
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
  readonly licenses: readonly Edition["license"][];
  readonly created?: string;
  readonly keywords?: readonly string[];
  readonly contributors?: Edition["contributors"];
  readonly homepage?: string;
  readonly sources: readonly {
    readonly title: string;
    readonly path?: string;
    readonly file: string;
    readonly sha256: string;
  }[];
  readonly resources: readonly ResourceDescriptor[];
}

/**
 * The `datapackage.json` of an edition, derived from the schemas that the loader validates against.
 *
 * A column of codes is a list; where its codes refer to another table, a derived table has them one a row, since no foreign key
 * can start from a list.
 *
 * @param edition The edition.
 * @returns A Data Package v2 descriptor.
 */
export function describePackage(edition: Edition): PackageDescriptor {
  const { created, keywords, contributors, homepage, source, producer, title } = edition;
  const author = edition.author === undefined ? "" : `${edition.author.ru}. `;
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
    licenses: [edition.license],
    sources: [{
      title: `${author}${title.ru} / ${producer.ru}`,
      ...(edition.address && { path: edition.address }),
      file: source.file,
      sha256: source.sha256,
    }],
    resources: [...tables, ...derivedTables.map(({ schema }) => schema)].map(describeTable),
  };
}

function describeTable(table: TableSchema): ResourceDescriptor {
  const json = z.toJSONSchema(table.row, { io: "output" });
  const fields = Object.entries(json.properties ?? {}).map(([name, property]) =>
    describeField(name, property as JsonProperty)
  );
  const references = table.foreignKeys.filter(({ field }) => !isList(table, field)).map((key) => ({
    fields: [key.field],
    reference: { ...(key.table === table.name ? {} : { resource: key.table }), fields: ["id"] },
  }));
  return {
    name: table.name,
    title: table.title,
    type: "table",
    path: `${table.name}.csv`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: { lineTerminator: "\n" },
    schema: {
      fields,
      primaryKey: table.primaryKey,
      ...(references.length ? { foreignKeys: references } : {}),
      missingValues: [""],
    },
  };
}

interface JsonProperty {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly JsonProperty[];
  readonly allOf?: readonly JsonProperty[];
  readonly description?: string;
  readonly items?: JsonProperty;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
}

function describeField(name: string, property: JsonProperty): FieldDescriptor {
  const parts = [property, ...property.anyOf ?? [], ...property.allOf ?? []];
  const last = <Key extends keyof JsonProperty>(key: Key) =>
    parts.findLast((part) => part[key] !== undefined)?.[key];
  const types = parts.flatMap((part) => part.type ?? []);
  const type = types.find((word) => word === "integer" || word === "number") ?? "string";
  const description = last("description"), pattern = last("pattern");
  if (types.includes("array")) {
    const itemType = last("items")?.type === "integer" ? "integer" : "string";
    const required = pattern !== undefined && !new RegExp(pattern, "u").test("");
    return {
      name,
      type: "list",
      delimiter: " ",
      itemType,
      ...(description ? { description } : {}),
      constraints: required ? { required } : {},
    };
  }
  const words = last("enum"), minimum = last("minimum");
  const mayBeEmpty = types.includes("null") ||
    (type === "string" && pattern !== undefined && new RegExp(pattern, "su").test(""));
  return {
    name,
    type,
    ...(description ? { description } : {}),
    constraints: {
      ...(mayBeEmpty ? {} : { required: true }),
      ...(words ? { enum: words } : {}),
      ...(pattern ? { pattern } : {}),
      ...(minimum === undefined ? {} : { minimum }),
    },
  };
}
