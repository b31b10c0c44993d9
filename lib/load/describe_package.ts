import { z } from "zod";
import type { Edition } from "../model/edition.ts";
import { tables } from "../model/report.ts";
import type { TableSchema } from "../model/table_schema.ts";

/** A field of a Table Schema. */
export interface FieldDescriptor {
  readonly name: string;
  readonly type: "string" | "integer" | "number";
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
    readonly foreignKeys?: readonly unknown[];
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
  readonly sources: readonly {
    readonly title: string;
    readonly path: string;
    readonly sha256: string;
  }[];
  readonly resources: readonly ResourceDescriptor[];
}

/**
 * The `datapackage.json` of an edition, derived from the schemas that the loader validates against.
 *
 * @param edition The edition.
 * @returns A Data Package v2 descriptor.
 */
export function describePackage(edition: Edition): PackageDescriptor {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: edition.id,
    title: edition.title.en,
    description:
      `Facts and figures of "${edition.title.ru}" (${edition.producer.ru}), with the line that prints each.`,
    version: "1.0.0",
    licenses: [edition.license],
    sources: [{
      title: `${edition.producer.ru}. ${edition.title.ru}`,
      path: edition.source.file,
      sha256: edition.source.sha256,
    }],
    resources: tables.map(describeTable),
  };
}

function describeTable(table: TableSchema): ResourceDescriptor {
  const json = z.toJSONSchema(table.row, { io: "output" });
  const fields = Object.entries(json.properties ?? {}).map(([name, property]) =>
    describeField(name, property as JsonProperty)
  );
  const references = table.foreignKeys.map(({ field, table: resource }) => ({
    fields: [field],
    reference: { resource: resource === table.name ? "" : resource, fields: ["id"] },
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
