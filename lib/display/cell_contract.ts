import { tellUnknown } from "../errors/did_you_mean.ts";

/**
 * The property of a kernel's global object by which a client says that it collects outputs that come late, as this
 * project's runner does: for it nobody need wait inside the kernel.
 */
export const collectsLateOutputs: unique symbol = Symbol.for("report.collectsLateOutputs");

/** The property under which the runner keeps the value of a cell's last expression, where the kernel drops it. */
export const lastValue: unique symbol = Symbol.for("report.lastValue");

/** The message by which a kernel tells this project's runner which folder a report was opened from. */
export const reportOpened = "report_opened";

/**
 * Tells the runner, where there is one, which edition a cell opened: what the cell shows follows from it.
 *
 * @param folder The folder of the edition, absolute.
 */
export async function tellOpened(folder: string): Promise<void> {
  if (!(collectsLateOutputs in globalThis) || !("jupyter" in Deno)) return;
  await Deno.jupyter.broadcast(reportOpened, { folder });
}

/** What `reproduce` writes as a file beside the notebook, by the media type that makes it one. */
export const fileTypes = { "image/svg+xml": "figure", "text/csv": "table" } as const;

/**
 * How long a queued output may take to leave the kernel, in milliseconds. On a busy machine nbconvert lost 5 of 1200
 * outputs of thirty kilobytes after one turn of the event loop; after 5 ms 1 of 750 with ten processes to a core, and 1 of
 * 3000 with two.
 */
const leaving = 10;

/** How long one waits at most where the machine is so busy that timers are late, also in milliseconds. */
const longest = 80;

/**
 * Waits until an output that was queued has left the kernel.
 *
 * Deno's kernel queues outputs, says that a cell is done, and may send the outputs only then: nbclient, and with it
 * nbconvert, has stopped listening. Nothing tells when they have been sent; but where this wait ends late, the kernel had to
 * wait for the machine, too, and gets twice the time.
 */
export async function flushOutput(): Promise<void> {
  const pause = (wait: number) => new Promise((resolve) => setTimeout(resolve, wait));
  if (collectsLateOutputs in globalThis) return void await pause(0);
  for (let wait = leaving, late = true; late && wait <= longest; wait *= 2) {
    const start = performance.now();
    await pause(wait);
    late = performance.now() - start > wait + leaving;
  }
}

/** How Deno's kernel sends the value of a cell's last expression, which it awaits. */
type Send = (count: number, value: unknown) => Promise<void>;

/** What this module has put in place: a report and Plot's module both ask for it. */
const patched = new WeakSet<Send>();

/**
 * Lets the value of a cell's last expression reach every client.
 *
 * The kernel awaits the function that sends that value, so a wait at its end lets the value leave before the cell is done.
 * There is no documented place for that, so the function is wrapped; where there is none, as outside a notebook,
 * nothing happens, and `await show(value)` is what survives.
 *
 * @param look What is sent in place of a value.
 */
export function patchResults(look: (value: unknown) => unknown): void {
  const internal: unknown = Reflect.get(Deno, "internal");
  if (typeof internal !== "symbol") return;
  const { jupyter: kernel }: { jupyter?: { broadcastResult?: Send } } =
    Reflect.get(Deno, internal) ?? {};
  const send = kernel?.broadcastResult;
  if (kernel === undefined || send === undefined || patched.has(send)) return;
  kernel.broadcastResult = async (count, value) => {
    await send(count, look(value));
    await flushOutput();
  };
  patched.add(kernel.broadcastResult);
}

/** Whether a kernel runs this: outside `deno jupyter` the name-space exists and throws when it is read. */
export function inNotebook(): boolean {
  try {
    return Deno.jupyter !== undefined;
  } catch {
    return false;
  }
}

/**
 * Tells a cell that imports from `"report"` a name which is not there what was probably meant; `undefined` outside a kernel.
 *
 * Deno's kernel reads `import { a } from "report"` as `const { a } = await import("report")`, which leaves a misspelt name
 * undefined; but where a module has a `then`, that says what awaiting it gives. Its type is no function's, so that the module
 * keeps its own for whoever imports it.
 */
export const then: undefined = (inNotebook() ? giveExports : undefined) as undefined;

function giveExports(this: object, give: (exported: object) => void): void {
  const { then: _, ...exported } = this as { readonly then?: unknown };
  give(tellUnknown(exported, 'import from "report"'));
}
