import { z } from "zod";
import { code, naturalNumber, type TableSchema } from "./table_schema.ts";

const farMessage = "expected a whole number from 0 to 99";

function isNear(place: number): boolean {
  return place < 100;
}

const row = z.strictObject({
  territory: code("The territory"),
  column: naturalNumber("Place from the west, from 0").refine(isNear, farMessage),
  row: naturalNumber("Place from the north, from 0").refine(isNear, farMessage),
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
