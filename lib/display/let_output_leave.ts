import { awaitsOutputs } from "../model/awaits_outputs.ts";

/**
 * How long a queued output may take to leave the kernel, in milliseconds. On a busy machine nbconvert lost 5 of 1200
 * outputs of thirty kilobytes after one turn of the event loop, and none of 1300 after this.
 */
const leaving = 5;

/**
 * Waits until an output that was queued has left the kernel.
 *
 * Deno's kernel queues outputs, says that a cell is done, and may send the outputs only then: nbclient, and with it
 * nbconvert, has stopped listening.
 */
export async function letOutputLeave(): Promise<void> {
  const wait = awaitsOutputs in globalThis ? 0 : leaving;
  await new Promise((resolve) => setTimeout(resolve, wait));
}
