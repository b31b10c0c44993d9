import * as z from "zod";
import { traitsOf } from "../model/columns.ts";

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
