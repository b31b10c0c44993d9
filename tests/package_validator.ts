import { Ajv, type SchemaObject } from "ajv";
import { parse } from "@std/csv";
import type { FieldDescriptor, PackageDescriptor } from "../lib/package/describe_package.ts";

const text = { type: "string", minLength: 1 };
const listOf = (items: SchemaObject) => ({ type: "array", minItems: 1, items });
type Properties = Readonly<Record<string, SchemaObject>>;

const objectOf = (needed: Properties, optional: Properties = {}) => ({
  type: "object",
  required: Object.keys(needed),
  properties: { ...needed, ...optional },
});

/** What Data Package 2.0 asks of a descriptor with tabular resources. */
const profile = objectOf({
  $schema: { const: "https://datapackage.org/profiles/2.0/datapackage.json" },
  name: { type: "string", pattern: "^[a-z0-9._-]+$" },
  resources: listOf(objectOf({
    name: { type: "string", pattern: "^[a-z0-9._-]+$" },
    path: { type: "string", pattern: "^(?!/|.*\\.\\.).+\\.csv$" },
    type: { const: "table" },
    schema: objectOf({
      fields: listOf(objectOf({
        name: text,
        type: { enum: ["string", "integer", "number", "list"] },
        constraints: { type: "object" },
      }, { delimiter: text, itemType: { enum: ["string", "integer"] } })),
      missingValues: listOf({ type: "string" }),
    }, {
      primaryKey: listOf(text),
      foreignKeys: listOf(objectOf({
        fields: listOf(text),
        reference: objectOf({ fields: listOf(text) }, { resource: text }),
      })),
    }),
  })),
}, {
  version: text,
  title: text,
  description: text,
  created: text,
  homepage: text,
  licenses: listOf(objectOf({ name: text }, { title: text, path: text })),
  sources: listOf(objectOf({ title: text })),
  contributors: listOf(objectOf({ title: text, roles: listOf(text) })),
  keywords: listOf(text),
});

/** What a cell must be, by its field. */
function cellSchema({ type, constraints }: FieldDescriptor): SchemaObject {
  const { enum: words, pattern, required, minimum } = constraints;
  const patterns = [
    ...pattern === undefined ? [] : [String(pattern)],
    ...type === "integer" ? ["^-?\\d+$"] : type === "number" ? ["^-?\\d+(\\.\\d+)?$"] : [],
  ];
  const filled = {
    ...(patterns.length > 0 && { allOf: patterns.map((pattern) => ({ pattern })) }),
    ...(words !== undefined && { enum: words }),
    ...(minimum === 1 && { not: { pattern: "^(0|-.*)$" } }),
  };
  return required === true ? { minLength: 1, ...filled } : { anyOf: [{ const: "" }, filled] };
}

const ajv = new Ajv({ allErrors: true, strict: false });

/**
 * The problems of a data package, by the standard and not by this library: in its descriptor, in the cells of its tables, and
 * in their keys.
 *
 * @param descriptor The content of `datapackage.json`.
 * @param folder Where its tables lie.
 */
export async function objections(descriptor: PackageDescriptor, folder: string): Promise<string[]> {
  if (!ajv.validate(profile, descriptor)) return [ajv.errorsText()];
  const found: string[] = [];
  const tables = new Map<string, Record<string, string>[]>();
  for (const { name, path, schema: { fields, primaryKey } } of descriptor.resources) {
    const [header, ...records] = parse(await Deno.readTextFile(`${folder}/${path}`));
    if (header.join() !== fields.map(({ name }) => name).join()) found.push(`${name}: header`);
    const rows = records.map((record) =>
      Object.fromEntries(header.map((column, index) => [column, record[index] ?? ""]))
    );
    tables.set(name, rows);
    const validate = ajv.compile(objectOf(Object.fromEntries(
      fields.map((field) => [field.name, cellSchema(field)]),
    )));
    for (const [index, row] of rows.entries()) {
      if (!validate(row)) {
        found.push(`${name}, row ${index + 1}: ${ajv.errorsText(validate.errors)}`);
      }
    }
    const keys = rows.map((row, at) =>
      JSON.stringify(primaryKey?.map((field) => row[field]) ?? at)
    );
    if (new Set(keys).size < keys.length) found.push(`${name}: a key stands twice`);
  }
  for (const { name, schema: { foreignKeys = [] } } of descriptor.resources) {
    for (const { fields: [field], reference } of foreignKeys) {
      const target = tables.get(reference.resource ?? name) ?? [];
      const known = new Set(target.map((row) => row[reference.fields[0]]));
      for (const row of tables.get(name) ?? []) {
        if (row[field] !== "" && !known.has(row[field])) {
          found.push(`${name}.${field}: ${row[field]}`);
        }
      }
    }
  }
  return found;
}
