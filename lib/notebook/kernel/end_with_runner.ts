/**
 * A program beside a runner: it ends the process groups of kernels when the runner asks, and all that are left when the
 * runner is gone, however that ended; for a process that is killed can end nothing, and a kernel that is busy cannot
 * watch.
 *
 * Its input has one group a line: `7` is to be ended with the runner, `-7` now, which it answers with the same line.
 */
const groups = new Set<number>();
let unread = "";

for await (const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
  const lines = (unread + text).split("\n");
  unread = lines.pop() ?? "";
  for (const id of lines.map(Number)) {
    if (id > 0) groups.add(id);
    else {
      end(-id);
      await Deno.stdout.write(new TextEncoder().encode(`${id}\n`));
    }
  }
}
for (const group of groups) end(group);

function end(group: number): void {
  groups.delete(group);
  try {
    if (Deno.build.os === "windows") endTree(group);
    else Deno.kill(-group, "SIGKILL");
  } catch (error) {
    const { NotFound, PermissionDenied } = Deno.errors;
    // Where all of a group have ended, some systems say that there is none, others that it may not be ended.
    if (!(error instanceof NotFound || error instanceof PermissionDenied)) throw error;
  }
}

function endTree(root: number): void {
  new Deno.Command("taskkill", {
    args: ["/T", "/F", "/PID", `${root}`],
    stdout: "null",
    stderr: "null",
  }).outputSync();
}
