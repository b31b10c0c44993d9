import { chosenLanguage } from "../words/language.ts";
import { display, isDisplayable } from "../model/displayable.ts";
import { letOutputLeave } from "./let_output_leave.ts";
import { richForm } from "./rich_form.ts";

/** The part of Deno's kernel that sends the value of a cell's last expression; the kernel awaits it. */
interface Kernel {
  broadcastResult?: (count: number, value: unknown) => Promise<void>;
}

/**
 * Lets the value of a cell's last expression reach every client, and shows it as `show` would.
 *
 * The kernel awaits the function that sends that value, so a wait at its end lets the value leave before the cell is done.
 * There is no documented place for that, so the function is wrapped; where there is none, as outside a notebook,
 * nothing happens, and `await show(value)` is what survives.
 *
 * @returns Whether results are kept.
 */
export function keepResults(): boolean {
  const kernel = kernelOf(Deno);
  const send = kernel?.broadcastResult;
  if (kernel === undefined || send === undefined) return false;
  if (kept.has(send)) return true;
  kernel.broadcastResult = async (count, value) => {
    await send(count, shownAs(value));
    await letOutputLeave();
  };
  kept.add(kernel.broadcastResult);
  return true;
}

/** What this module has put in place; the library and Plot's module both ask for it. */
const kept = new WeakSet<object>();

/**
 * What throws while it is drawn throws inside the kernel, which reports it. Whoever only looks at records wants no file of
 * them: their CSV is left out, by which `reproduce` knows a table.
 */
function shownAs(value: unknown): unknown {
  if (isDisplayable(value) || typeof value !== "object" || value === null) return value;
  const form = richForm(value);
  if (form === undefined) return value;
  return {
    [display]: () => {
      const { "text/csv": _, ...seen } = form(chosenLanguage())[display]();
      return seen;
    },
  };
}

function kernelOf(deno: object): Kernel | undefined {
  const internal: unknown = Reflect.get(deno, "internal");
  if (typeof internal !== "symbol") return undefined;
  const { jupyter }: { jupyter?: Kernel } = Reflect.get(deno, internal) ?? {};
  return jupyter;
}
