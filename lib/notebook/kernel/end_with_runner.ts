/**
 * A program beside a runner: it ends the process groups of kernels when the runner asks, and all that are left when the
 * runner is gone, however that ended; for a process that is killed can end nothing, and a kernel that is busy cannot
 * watch.
 *
 * Its input has one wish a line: `7` is a group to be ended with the runner, `-7` one to be ended now, and a folder one
 * whose kernels are to be ended, as an earlier runner left them. The last two it answers with the same line.
 */
const groups = new Set<number>();
let unread = "";

for await (const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
  const lines = (unread + text).split("\n");
  unread = lines.pop() ?? "";
  for (const line of lines) {
    const id = Number(line);
    if (id > 0) {
      groups.add(id);
      continue;
    }
    for (const group of id < 0 ? [-id] : kernelsOf(line)) end(group);
    await Deno.stdout.write(new TextEncoder().encode(`${line}\n`));
  }
}
for (const group of groups) end(group);

function end(group: number): void {
  groups.delete(group);
  try {
    if (Deno.build.os === "windows") run("taskkill", ["/T", "/F", "/PID", `${group}`]);
    else Deno.kill(-group, "SIGKILL");
  } catch (error) {
    const { NotFound, PermissionDenied } = Deno.errors;
    // Where all of a group have ended, some systems say that there is none, others that it may not be ended.
    if (!(error instanceof NotFound || error instanceof PermissionDenied)) throw error;
  }
}

/** The kernels whose connection file lies in a folder; each leads its group. None where no program can tell. */
function kernelsOf(folder: string): number[] {
  const processes = Deno.build.os === "windows" ? "" : run("ps", ["-eo", "pid=,args="]);
  const kernels = processes.split("\n").filter((line) =>
    line.includes(` --kernel --conn ${folder}`)
  );
  return kernels.map((line) => Number.parseInt(line)).filter((id) => id > 0);
}

function run(program: string, args: string[]): string {
  try {
    const { stdout } = new Deno.Command(program, { args, stderr: "null" }).outputSync();
    return new TextDecoder().decode(stdout);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}
