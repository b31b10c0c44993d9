import { join } from "node:path";

/**
 * Writes a kernelspec for this Deno, which stops an endless cell by a message and not by a signal:
 * a signal would end the kernel.
 *
 * @param folder A folder of Jupyter's data, as on `JUPYTER_PATH`.
 */
export async function writeKernelspec(folder: string): Promise<void> {
  const kernel = join(folder, "kernels", "deno");
  await Deno.mkdir(kernel, { recursive: true });
  const spec = {
    argv: [Deno.execPath(), "jupyter", "--kernel", "--conn", "{connection_file}"],
    display_name: "Deno",
    language: "typescript",
    interrupt_mode: "message",
    env: { NO_COLOR: "1" },
  };
  await Deno.writeTextFile(join(kernel, "kernel.json"), JSON.stringify(spec));
}
