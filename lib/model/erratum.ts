import * as z from "zod";
import { table, text, texts } from "./columns.ts";
import type { Wording } from "./label.ts";

/** The table `errata.csv`. */
export const errata = table(
  "errata",
  "Inconsistencies of the report that are known, each with its reason",
  z.strictObject({
    claim: text("").meta({
      description: "Code of the claim that contradicts the print",
      refersTo: "claims",
    }),
    difference: z.string()
      .regex(/^(-?\d+(\.\d+|\/[1-9]\d*)?)?$/, "expected a number such as -3.5 or 5/3, or nothing")
      .transform((cell) => cell === "" ? null : cell).pipe(z.string().nullable())
      .meta({
        description:
          "Printed minus recomputed, as a decimal or a fraction such as 5/3; empty for a norm, bound or trend. Another difference is another contradiction",
      }),
    reason: texts("What may explain it"),
  }),
  ["claim"],
);

/** A declared contradiction with its reason. */
export interface Erratum<Text = Wording> {
  /** Id of the claim that contradicts the print. */
  readonly claim: string;
  /** Printed minus recomputed, such as `-3.5` or `5/3`; `null` for a norm, bound or trend. */
  readonly difference: string | null;
  /** What may explain it. */
  readonly reason: Text;
}
