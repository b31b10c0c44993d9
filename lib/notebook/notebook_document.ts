import { z } from "zod";

const text = z.union([z.string(), z.array(z.string())], { error: "expected a text or its lines" })
  .transform((lines) => typeof lines === "string" ? lines : lines.join(""));

const metadata = z.record(z.string(), z.json());

const jsonType = /^application\/(.*\+)?json$/;
const mimeBundle = z.record(z.string(), z.json()).transform((bundle) => {
  const entries = Object.entries(bundle)
    .map(([type, value]) => [type, jsonType.test(type) ? value : joinLines(value)] as const);
  return Object.fromEntries(entries);
});

const count = z.int().min(0).nullable();

/** What an output of a code cell must look like. */
export const outputSchema = z.discriminatedUnion("output_type", [
  z.strictObject({ output_type: z.literal("stream"), name: z.string(), text }),
  z.strictObject({ output_type: z.literal("display_data"), data: mimeBundle, metadata }),
  z.strictObject({
    output_type: z.literal("execute_result"),
    execution_count: count,
    data: mimeBundle,
    metadata,
  }),
  z.strictObject({
    output_type: z.literal("error"),
    ename: z.string(),
    evalue: z.string(),
    traceback: z.array(z.string()),
  }),
]);

const ofEvery = {
  id: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/, {
    error: 'expected 1 to 64 letters, digits, "-" or "_"',
  }),
  metadata,
  source: text,
};
const attachments = z.record(z.string(), mimeBundle).optional();

const cell = z.discriminatedUnion("cell_type", [
  z.strictObject({
    cell_type: z.literal("code"),
    ...ofEvery,
    outputs: z.array(outputSchema),
    execution_count: count,
  }),
  z.strictObject({ cell_type: z.literal("markdown"), ...ofEvery, attachments }),
  z.strictObject({ cell_type: z.literal("raw"), ...ofEvery, attachments }),
]);

/** What a notebook file must look like: nbformat 4.5 or a later 4. */
export const notebookSchema = z.strictObject({
  nbformat: z.literal(4),
  nbformat_minor: z.int().min(5),
  metadata,
  cells: z.array(cell),
});

/** A notebook in memory: nbformat 4.5, with every text as one string. */
export type NotebookDocument = z.infer<typeof notebookSchema>;

/** A cell of a notebook: code, Markdown or raw. */
export type NotebookCell = NotebookDocument["cells"][number];

/** A cell that the kernel runs. */
export type CodeCell = Extract<NotebookCell, { cell_type: "code" }>;

/** An output of a code cell: a stream, a display, a result or an error. */
export type CellOutput = CodeCell["outputs"][number];

function joinLines(value: z.core.util.JSONType): z.core.util.JSONType {
  const isLines = Array.isArray(value) && value.every((line) => typeof line === "string");
  return isLines ? value.join("") : value;
}

/** How deep values may lie in one another; what goes deeper breaks those who read it. */
export const deepest = 100;

/** Whether a value of JSON nests deeper than anybody writes. */
export function nestsTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((one) =>
      typeof one === "object" && one !== null ? Object.values(one) : []
    );
  }
  return false;
}
