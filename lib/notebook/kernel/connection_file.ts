import { join } from "node:path";
import { z } from "zod";

/** How to reach a kernel, as its connection file says it. */
export interface ConnectionParameters {
  readonly transport: "tcp";
  readonly ip: "127.0.0.1";
  readonly signature_scheme: "hmac-sha256";
  readonly key: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
}

/** Ports that nobody listens on now, and a new secret. */
export function newConnection(): ConnectionParameters {
  const listeners = Array.from(
    { length: 5 },
    () => Deno.listen({ hostname: "127.0.0.1", port: 0 }),
  );
  const ports = listeners.map(({ addr }) => addr.transport === "tcp" ? addr.port : 0);
  for (const listener of listeners) listener.close();
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = ports;
  const key = crypto.randomUUID();
  return {
    transport: "tcp",
    ip: "127.0.0.1",
    signature_scheme: "hmac-sha256",
    key,
    shell_port,
    iopub_port,
    stdin_port,
    control_port,
    hb_port,
  };
}

/** A connection file that only its owner can read, and that is gone when disposed of. */
export class ConnectionFile implements Disposable {
  readonly path: string;
  readonly #processPath: string;

  /**
   * @param connection What the file says.
   * @param folder A folder that nobody else can read.
   */
  constructor(connection: ConnectionParameters, folder: string) {
    this.path = join(folder, `${crypto.randomUUID()}.json`);
    this.#processPath = processPath(this.path);
    Deno.writeTextFileSync(this.path, JSON.stringify(connection), { mode: 0o600 });
  }

  /** Notes beside it which process it is for, which {@link leftKernels} reads. */
  isFor(process: number): void {
    Deno.writeTextFileSync(this.#processPath, `${process}`);
  }

  [Symbol.dispose](): void {
    for (const path of [this.path, this.#processPath]) {
      try {
        Deno.removeSync(path);
      } catch (error) {
        if (!(error instanceof Deno.errors.NotFound)) throw error;
      }
    }
  }
}

/** A kernel whose runner is gone. */
export interface LeftKernel {
  readonly connection: Pick<ConnectionParameters, "key" | "control_port">;
  /** `undefined` if the runner ended before it noted it. */
  readonly process?: number;
}

const leftConnection = z.object({ key: z.string(), control_port: z.int().positive() });

/**
 * Reads what connection files a folder holds; a file that was not written to its end is none.
 *
 * @param folder The folder.
 */
export async function leftKernels(folder: string): Promise<LeftKernel[]> {
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  const files = names.filter((name) => name.endsWith(".json")).map((name) => join(folder, name));
  const kernels = await Promise.all(files.map(async (path): Promise<LeftKernel[]> => {
    const text = await Deno.readTextFile(path);
    const process = Number(await Deno.readTextFile(processPath(path)).catch(() => ""));
    try {
      const connection = leftConnection.parse(JSON.parse(text));
      return [{ connection, ...(process > 0 && { process }) }];
    } catch {
      return [];
    }
  }));
  return kernels.flat();
}

function processPath(connectionPath: string): string {
  return connectionPath.replace(/json$/, "process");
}
