import { assertEquals } from "@std/assert";
import {
  ConnectionFile,
  leftKernels,
  newConnection,
} from "../../../lib/notebook/kernel/connection_file.ts";
import { scratchFolder } from "../../../lib/notebook/scratch_folder.ts";

Deno.test("a connection file is its owner's alone, and gone afterwards", async () => {
  await using folder = await scratchFolder("report-test");
  const connection = newConnection();
  {
    using file = new ConnectionFile(connection, folder.path);
    assertEquals(Deno.statSync(file.path).mode! & 0o777, 0o600);
    assertEquals(JSON.parse(Deno.readTextFileSync(file.path)), { ...connection });
    file.isFor(7);
    const { key, control_port } = connection;
    assertEquals(await leftKernels(folder.path), [{
      connection: { key, control_port },
      process: 7,
    }]);
  }
  assertEquals(await leftKernels(folder.path), []);
});

Deno.test("a connection file that was not written to its end is none", async () => {
  await using folder = await scratchFolder("report-test");
  await Deno.writeTextFile(`${folder.path}/half.json`, `{"key": "a`);
  assertEquals(await leftKernels(folder.path), []);
});

Deno.test("every connection has ports and a secret of its own", () => {
  const { key, transport: _, ip: __, signature_scheme: ___, ...ports } = newConnection();
  assertEquals(new Set(Object.values(ports)).size, 5);
  assertEquals(newConnection().key === key, false);
});
