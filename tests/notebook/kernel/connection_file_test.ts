import { assertEquals, assertThrows } from "@std/assert";
import { ConnectionFile, newConnection } from "../../../lib/notebook/kernel/connection_file.ts";

Deno.test("a connection file is its owner's alone, and gone afterwards", () => {
  const connection = newConnection();
  let path: string;
  {
    using file = new ConnectionFile(connection);
    path = file.path;
    assertEquals(Deno.statSync(path).mode! & 0o777, 0o600);
    assertEquals(JSON.parse(Deno.readTextFileSync(path)), { ...connection });
  }
  assertThrows(() => Deno.statSync(path), Deno.errors.NotFound);
});

Deno.test("every connection has ports and a secret of its own", () => {
  const { key, transport: _, ip: __, signature_scheme: ___, ...ports } = newConnection();
  assertEquals(new Set(Object.values(ports)).size, 5);
  assertEquals(newConnection().key === key, false);
});
