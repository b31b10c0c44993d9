import { isObjectCell, parseCell } from "./parse_cell.ts";

const key = "report.lastValue";

/**
 * The code of a cell as it is run: the value of its last expression is kept besides, because the kernel (Deno 2.9.6) gives
 * NaN, infinities, −0, BigInts and null for `undefined`, and shows nothing. Lines stay as they are.
 *
 * @param source The code of the cell.
 */
export function keepingLastValue(source: string): string {
  const parsed = parseCell(source);
  const last = parsed.isCode ? parsed.program.body.at(-1) : undefined;
  const isKept = parsed.isCode && last?.type === "ExpressionStatement" &&
    last.directive === undefined &&
    !isObjectCell(parsed.program);
  if (!isKept) return source;
  const [start, end] = last.range;
  const value = source.slice(start, end).replace(/;$/, "");
  return `${source.slice(0, start)}globalThis[Symbol.for("${key}")] = (${value});${
    source.slice(end)
  }`;
}

/** Part of what a kernel runs before the first cell: it shows what {@link keepingLastValue} kept. */
export const showLastValues = `
  const kernel = Deno[Deno.internal]?.jupyter;
  const send = kernel?.broadcastResult;
  if (send) kernel.broadcastResult = (count, value) => {
    const last = globalThis[Symbol.for("${key}")];
    globalThis[Symbol.for("${key}")] = undefined;
    const isLost = value === undefined && (last === null || ["number", "bigint"].includes(typeof last));
    return send(count, isLost ? last : value);
  };`;
