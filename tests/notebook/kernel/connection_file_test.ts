import { assertEquals } from "@std/assert";
import { ConnectionFile, newConnection } from "../../../lib/notebook/kernel/connection_file.ts";
import { scratchFolder } from "../../../lib/notebook/scratch_folder.ts";

Deno.test("a connection file is its owner's alone, and gone afterwards", async () => {
  await using folder = await scratchFolder("report-test");
  const connection = newConnection();
  let path: string;
  {
    using file = new ConnectionFile(connection, folder.path);
    assertEquals(Deno.statSync(file.path).mode! & 0o777, 0o600);
    assertEquals(JSON.parse(Deno.readTextFileSync(file.path)), { ...connection });
    path = file.path;
  }
  assertEquals(await Deno.stat(path).catch(() => "gone"), "gone");
});

Deno.test("every connection has ports and a secret of its own", () => {
  const { key, transport: _, ip: __, signature_scheme: ___, ...ports } = newConnection();
  assertEquals(new Set(Object.values(ports)).size, 5);
  assertEquals(newConnection().key === key, false);
});
