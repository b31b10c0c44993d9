import { collectsLateOutputs, lastValue } from "../display/cell_contract.ts";
import { isObjectCell, parseCell, rangeOf } from "./parse_cell.ts";

const [isLate, last] = [collectsLateOutputs, lastValue].map(({ description }) =>
  `globalThis[Symbol.for("${description}")]`
);

/**
 * The code of a cell as it is run: the value of its last expression is kept besides, because the kernel (Deno 2.9.6) gives
 * NaN, infinities, −0, BigInts and null for `undefined`, and shows nothing. Lines stay as they are.
 *
 * @param source The code of the cell.
 */
export function keepLastValue(source: string): string {
  const { program } = parseCell(source);
  const statement = program?.body.at(-1);
  const isKept = statement?.type === "ExpressionStatement" && program && !isObjectCell(program);
  if (!isKept) return source;
  const [start, end] = rangeOf(statement);
  const value = source.slice(start, end).replace(/;$/, "");
  return `${source.slice(0, start)}${last} = (${value});${source.slice(end)}`;
}

/** What cells may do besides reading files and the environment, by Deno's names. */
export type Right = "net" | "write" | "run" | "import" | "sys" | "ffi";

/**
 * The code that takes rights from all cells after it, and from workers that they start, for good. Deno's kernel takes no
 * such flags; the right to read can be revoked only as a whole, and then no module is found.
 *
 * @param denied The rights.
 */
export function revokeRights(denied: readonly Right[]): string {
  return `for (const name of ${JSON.stringify(denied)}) Deno.permissions.revokeSync({ name });`;
}

/**
 * What a kernel runs before the first cell.
 *
 * An error that nobody awaits would count as success, so would a test that fails, and an error in a timer would stop the
 * kernel's event loop: all are published as errors of the cell that runs. The runner waits for late outputs itself, and
 * says so.
 */
export const preamble = `void (() => {
  ${isLate} = true;
  const kernel = Deno[Deno.internal]?.jupyter;
  const send = kernel?.broadcastResult;
  if (send) kernel.broadcastResult = (count, value) => {
    const last = ${last};
    ${last} = undefined;
    const isLost = value === undefined && (last === null || ["number", "bigint"].includes(typeof last));
    return send(count, isLost ? last : value);
  };
  const publish = (thrown) => {
    const { name, message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown));
    const traceback = String(stack).split("\\n");
    return Deno.jupyter.broadcast("error", { ename: name, evalue: message, traceback });
  };
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    publish(event.reason);
  });
  addEventListener("error", (event) => {
    event.preventDefault();
    publish(event.error);
  });
  const publishing = (test) => async function published(context) {
    const step = context && ((...given) => Reflect.apply(context.step, context, given.map(watched)));
    try {
      return await test(context && new Proxy(context, { get: (of, key) => key === "step" ? step : of[key] }));
    } catch (thrown) {
      await publish(thrown);
      throw thrown;
    }
  };
  const watched = (given) =>
    typeof given === "function"
      ? Object.defineProperty(publishing(given), "name", { value: given.name })
      : typeof given?.fn === "function"
      ? { ...given, name: given.name ?? given.fn.name, fn: publishing(given.fn) }
      : given;
  const watching = (register) =>
    new Proxy(register, {
      apply(of, self, given) {
        const more = Reflect.apply(of, self, given.map(watched));
        return typeof more === "function" ? watching(more) : more;
      },
      get: (of, key) => typeof of[key] === "function" ? watching(of[key]) : of[key],
    });
  Deno.test = watching(Deno.test);
})();`;
