import { z } from "zod";
import { code, naturalNumber, type TableSchema } from "./table_schema.ts";

const row = z.strictObject({
  territory: code("The territory"),
  column: naturalNumber("Place from the west, from 0"),
  row: naturalNumber("Place from the north, from 0"),
});

/** The place of a territory in a map of equal tiles. */
export type Tile = z.infer<typeof row>;

/** The table `tiles.csv`. */
export const tiles = {
  name: "tiles",
  title: "Places of the territories in a map of equal tiles, roughly as they lie",
  row,
  primaryKey: ["column", "row"],
  foreignKeys: [{ field: "territory", table: "territories" }],
} as const satisfies TableSchema;
