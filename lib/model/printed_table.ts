import * as z from "zod";
import { claimBases } from "./claim.ts";
import { codeExpected, codePattern } from "./columns.ts";
import { label } from "./edition.ts";
import { precisions } from "./indicator.ts";
import { isPeriod } from "./observation.ts";
import { computations, relationKinds } from "./relation.ts";

const code = z.string().regex(codePattern, codeExpected);
const name = z.string().min(1, "expected the name of a column or row");
const names = z.array(name);

/** What a number is besides its value; `{period}` and other names stand for what they match in a header. */
const dimensions = {
  indicator: z.string().optional(),
  population: z.string().optional(),
  scope: z.string().optional(),
  territory: z.string().optional(),
  period: z.string().refine(
    (period) => period.includes("{") || isPeriod(period),
    'expected a period such as "2016", "2016-Q1", "2016/17" or "2015/2016"',
  ).optional(),
};

/** What can be told of a table by the rows that it has. */
export const rowDimensions = ["indicator", "population", "scope", "territory"] as const;

/** How a printed table is to be read: the file `NAME.json` beside its `NAME.csv`. */
export const PrintedTable = z.strictObject({
  title: label.optional().describe("What the table is called"),
  row: name.describe("The column that names the rows"),
  rowIs: z.enum([...rowDimensions, "period"]).default("scope").describe("What a row is"),
  kind: code.default("row").describe("Which kind of scope or territory the rows are"),
  line: name.optional().describe("The column with the line of a row's first number in the text"),
  linePerCell: z.boolean().default(false).describe("Whether each number stands on its own line"),
  leftOut: names.default([]).describe("Columns that measure nothing"),
  topic: code.optional().describe("What of the report it speaks of; by default the table"),
  ...dimensions,
  columns: z.record(name, z.strictObject({ ...dimensions, id: code.optional() }))
    .describe("What each column measures, by its header, or a pattern such as {measure}_{period}"),
  indicators: z.record(
    code.describe("Code of the indicator"),
    z.strictObject({
      unit: code.default("units"),
      precision: z.enum(precisions).default("count"),
      label: label.optional(),
      unitLabel: label.optional(),
      definition: label.optional(),
    }),
  ).default({}).describe("The quantities, where indicators.csv does not have them"),
  labels: z.record(code, label).default({})
    .describe("What rows and codes are called, where that is not what the table prints"),
  relations: z.array(z.strictObject({
    each: z.enum(["row", "column"]).describe(
      "It holds between columns in each row, or the reverse",
    ),
    kind: z.enum(relationKinds),
    result: name,
    operands: z.union([names, z.literal("all others")]),
    but: names.default([]).describe("Those of all others that are no operands"),
    divisors: names.default([]),
    rule: z.string().default(""),
    except: names.default([]).describe("Rows or columns in which it does not hold by design"),
    computed: z.enum(computations).optional().describe(
      "Of what numbers: as printed, or before they were rounded; by default as their precision says",
    ),
    blank: z.enum(["nil", "not-told"]).default("not-told").describe("What a blank operand is"),
    id: z.string().regex(/^[a-z0-9-]*$/, "expected the end of a code, or nothing").optional()
      .describe("How the codes of its claims end; by default as its kind is called"),
    basis: z.enum(claimBases).default("implied"),
    line: z.int().min(1).optional(),
    statement: label.optional(),
  })).default([]).describe("Relations, each once for all rows or columns"),
});

/** How a printed table is to be read. */
export type PrintedTable = z.infer<typeof PrintedTable>;

/** One relation of a printed table, for all its rows or columns. */
export type TableRule = PrintedTable["relations"][number];
