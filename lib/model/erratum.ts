import { column, key, table, text, texts } from "./columns.ts";
import type { Wording } from "./label.ts";

/** The table `errata.csv`. */
export const errata = table(
  "errata",
  "Inconsistencies of the report that are known, each with its reason",
  {
    claim: key({ ...text("Code of the claim that contradicts the print"), refersTo: "claims" }),
    difference: {
      ...column(
        "Printed minus recomputed, as a decimal or a fraction such as 5/3; empty for a norm, bound or trend. Another difference is another contradiction",
        /^(-?\d+(\.\d+|\/[1-9]\d*)?)?$/,
        "expected a number such as -3.5 or 5/3, or nothing",
      ),
      read: (cell: string) => cell || null,
    },
    reason: texts("What may explain it"),
  },
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
