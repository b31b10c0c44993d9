import { z } from "zod";
import { type TableSchema, traitsOf } from "../model/columns.ts";

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

/** A column of a file as a field of a Table Schema. */
export function describeField(name: string, column: z.core.$ZodType): FieldDescriptor {
  const { texts, description: told } = traitsOf(column);
  if (texts) {
    const language = name.slice(name.lastIndexOf("_") + 1);
    const constraints = texts.given === "each" ? { required: true } : {};
    return { name, type: "string", description: `${told} (${language})`, constraints };
  }
  const property = z.toJSONSchema(column, { io: "output", unrepresentable: "any" }) as JsonProperty;
  const parts = [property, ...property.anyOf ?? [], ...property.allOf ?? []];
  const last = <Key extends keyof JsonProperty>(key: Key) =>
    parts.findLast((part) => part[key] !== undefined)?.[key];
  const types = parts.flatMap((part) => part.type ?? []);
  const description = last("description"), pattern = last("pattern");
  const meaning = description ? { description } : {};
  const mayBeEmpty = pattern !== undefined && new RegExp(pattern, "su").test("");
  if (types.includes("array")) {
    const itemType = last("items")?.type === "integer" ? "integer" : "string";
    const constraints = pattern === undefined || mayBeEmpty ? {} : { required: true };
    return { name, type: "list", delimiter: " ", itemType, ...meaning, constraints };
  }
  const type = types.find((word) => word === "integer" || word === "number") ?? "string";
  const words = last("enum"), minimum = last("minimum");
  const isOptional = types.includes("null") || (type === "string" && mayBeEmpty);
  return {
    ...{ name, type, ...meaning },
    constraints: {
      ...(!isOptional && { required: true }),
      ...(words && { enum: words }),
      ...(pattern && { pattern }),
      ...(minimum !== undefined && { minimum }),
    },
  };
}

/** The columns of a table as its file has them, texts in each language. */
export function columnsOf({ row }: TableSchema, languages: readonly string[]): string[] {
  return Object.entries(row.shape).flatMap(([field, column]) => {
    const { texts } = traitsOf(column);
    return texts ? languages.map((language) => `${texts.column ?? field}_${language}`) : field;
  });
}

/** Whether a column holds a list. */
export function isList(column: z.core.$ZodType): boolean {
  return z.toJSONSchema(column, { io: "output", unrepresentable: "any" }).type === "array";
}
