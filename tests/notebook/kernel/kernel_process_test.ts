import { assertEquals } from "@std/assert";
import { newConnection } from "../../../lib/notebook/kernel/kernel_process.ts";

Deno.test("every connection has ports and a secret of its own", () => {
  const { key, transport: _, ip: __, signature_scheme: ___, ...ports } = newConnection();
  assertEquals(new Set(Object.values(ports)).size, 5);
  assertEquals(newConnection().key === key, false);
});
