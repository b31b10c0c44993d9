import * as all from "npm:zod@4.6.7";

/** The parts of zod that an edition is read with: its namespace has every language's messages, a quarter of the whole bundle. */
export const z = {
  array: all.array,
  boolean: all.boolean,
  coerce: all.coerce,
  discriminatedUnion: all.discriminatedUnion,
  enum: all.enum,
  int: all.int,
  iso: all.iso,
  json: all.json,
  literal: all.literal,
  null: all.null,
  number: all.number,
  object: all.object,
  record: all.record,
  strictObject: all.strictObject,
  string: all.string,
  tuple: all.tuple,
  union: all.union,
  unknown: all.unknown,
  url: all.url,
  ZodObject: all.ZodObject,
};
