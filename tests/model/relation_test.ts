import { assert, assertEquals } from "@std/assert";
import { parseRelation, relationKinds, relationShapes } from "../../lib/model/relation.ts";

const documentation = await Deno.readTextFile("data/README.md");

Deno.test("data/README.md documents every kind of relation with every rule, and no other", () => {
  const rows = [...documentation.matchAll(/^\| `([a-z-]+)` +\| [^|]+ \| ([^|]*) \| [^|]+ \|$/gm)];
  assertEquals(rows.map(([, kind]) => kind), [...relationKinds]);
  for (const [, kind, rules] of rows) {
    const shape = relationShapes[kind as keyof typeof relationShapes];
    for (const rule of shape.rules ?? []) assert(rules.includes(`\`${rule}\``), `${kind} ${rule}`);
  }
});

Deno.test("a relation keeps what is not printed in its place, and names it", () => {
  const cells = { kind: "share", result: "r", operands: "a ?b / ?c", rule: "" } as const;
  assertEquals(parseRelation(cells), {
    relation: { kind: "share", result: "r", operands: ["a", "b"], divisors: ["c"], rule: "" },
    missing: ["b", "c"],
  });
  assertEquals(parseRelation({ ...cells, result: "?r", operands: "a" }).missing, ["r"]);
});
