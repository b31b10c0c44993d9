import type { Claim, ClaimRow } from "./claim.ts";
import type { Edition } from "./edition.ts";
import type { editionTables, RowOf, TableName } from "./edition_tables.ts";
import type { Label, Wording } from "./label.ts";
import type { Observation, ObservationRow } from "./observation.ts";

/** One edition with all its tables, validated; a table that the edition lacks has no rows. */
export type Report<Text = Label> =
  & {
    /** What the edition is: title, producer, period, area. */
    readonly edition: Edition;
  }
  & {
    readonly [Name in keyof typeof editionTables]: readonly (
      Name extends "observations" ? Observation : Name extends "claims" ? Claim : RowOf<Name, Text>
    )[];
  };

/** The rows of each table as they are read. */
export type TableRows = {
  readonly [Name in TableName]: Name extends "observations" ? ObservationRow
    : Name extends "claims" ? ClaimRow
    : RowOf<Name>;
};

/** What is computed with: the numbers and claims of a report, also of one that was opened in a language. */
export type ReportNumbers = Pick<
  Report<Wording>,
  "observations" | "claims" | "indicators" | "norms" | "trendWords" | "errata"
>;
