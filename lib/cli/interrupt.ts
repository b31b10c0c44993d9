const interrupted = new Error("Interrupted; every file is as it was.");

const signals: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT", "SIGBREAK"]
  : ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Does work that Ctrl-C and its like give up, and sets the exit code to 130 if it was given up.
 *
 * @param work The work; its signal is aborted when the process is told to end.
 */
export async function abortOnSignal(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  const abort = () => controller.abort(interrupted);
  for (const name of signals) Deno.addSignalListener(name, abort);
  try {
    await work(controller.signal);
  } catch (error) {
    if (error !== interrupted) throw error;
    console.error(interrupted.message);
    Deno.exitCode = 130;
  } finally {
    for (const name of signals) Deno.removeSignalListener(name, abort);
  }
}
