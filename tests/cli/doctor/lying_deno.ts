import { fileURLToPath } from "node:url";

/** A program that stands for Deno, and goes when it falls out of scope. */
export interface LyingDeno extends AsyncDisposable {
  readonly program: string;
}

/** A Deno whose kernel says of every cell that it ran well. */
export async function lyingDeno(): Promise<LyingDeno> {
  const folder = await Deno.makeTempDir();
  const program = `${folder}/deno`;
  const kernel = fileURLToPath(new URL("./lying_kernel.ts", import.meta.url));
  const config = fileURLToPath(new URL("../../../deno.json", import.meta.url));
  const script = `#!/bin/sh
exec "${Deno.execPath()}" run --quiet --no-prompt --allow-read --allow-net=127.0.0.1 \\
  --config "${config}" "${kernel}" "$@"
`;
  await Deno.writeTextFile(program, script, { mode: 0o755 });
  return { program, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}
