import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fingerprint } from "../notebook/staleness/run_record.ts";

/** The project's folder. */
export const project = fileURLToPath(new URL("../../", import.meta.url));

/** What was made of the same things is not made again; it is kept beside the kernels' files. */
export async function makeOnce<Made>(
  name: string,
  of: string,
  make: () => Promise<Made>,
): Promise<Made> {
  const folder = join(project, ".jupyter", "book");
  const path = join(folder, `${name}-${fingerprint(of)}.json`);
  try {
    return JSON.parse(await Deno.readTextFile(path));
  } catch {
    const made = await make();
    await Deno.mkdir(folder, { recursive: true });
    for await (const { name: file } of Deno.readDir(folder)) {
      // Another build may do the same at this moment.
      if (file.startsWith(`${name}-`)) await Deno.remove(join(folder, file)).catch(() => {});
    }
    const temporary = join(folder, `${crypto.randomUUID()}.tmp`);
    await Deno.writeTextFile(temporary, JSON.stringify(made));
    await Deno.rename(temporary, path);
    return made;
  }
}
