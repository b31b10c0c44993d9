import { join } from "node:path";
import { isOurs, ownName } from "../jupyter/kernelspec.ts";
import type { CheckResult } from "./check_result.ts";

/**
 * Where our kernelspec is installed, and whether the Deno that it names is still there.
 *
 * @param folders Jupyter folders to look into.
 */
export async function checkKernelspecs(folders: readonly string[]): Promise<CheckResult> {
  const name = "kernelspec";
  const installed: string[] = [];
  for (const folder of folders) {
    const path = join(folder, "kernels", ownName, "kernel.json");
    const text = await Deno.readTextFile(path).catch(() => "");
    if (!isOurs(text)) continue;
    const [program]: readonly string[] = JSON.parse(text).argv;
    if (!await Deno.stat(program).catch(() => undefined)) {
      const found = `${path} names ${program}, which is gone`;
      return { name, status: "note", found, advice: "deno task kernel writes it again" };
    }
    installed.push(path);
  }
  if (installed.length > 0) return { name, status: "ok", found: installed.join(", ") };
  const advice = "deno task lab installs it, deno task kernel --user for a Jupyter of your own";
  return { name, status: "note", found: "not installed", advice };
}
