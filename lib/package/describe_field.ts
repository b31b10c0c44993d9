import type { Column } from "../model/columns.ts";

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

/** A column of a file as a field of a Table Schema. */
export function describeField(name: string, column: Column): FieldDescriptor {
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
