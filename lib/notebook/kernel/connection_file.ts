import { join } from "node:path";

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

  /**
   * @param connection What the file says.
   * @param folder A folder that nobody else can read.
   */
  constructor(connection: ConnectionParameters, folder: string) {
    this.path = join(folder, `${crypto.randomUUID()}.json`);
    Deno.writeTextFileSync(this.path, JSON.stringify(connection), { mode: 0o600 });
  }

  [Symbol.dispose](): void {
    Deno.removeSync(this.path);
  }
}
