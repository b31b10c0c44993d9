import * as column from "./columns.ts";
import type { Label, Named } from "./label.ts";

/** What a finding asserts. */
export const findingKinds = [
  "quantity",
  "trend",
  "comparison",
  "norm",
  "cause",
  "need",
  "practice",
  "evaluation",
  "forecast",
] as const;

/** The table `findings.csv`. */
export const findings = column.table("Everything that the report asserts, in numbers or in words", {
  id: column.code("Code of the finding"),
  lines: column.lines("Lines of the source that state it, ascending, parted by one space"),
  kind: column.oneOf(findingKinds, "What it asserts"),
  values: column.codes("The observations that the sentence itself prints", "observations"),
  claims: column.codes("The claims, after expansion, that bear on it", "claims"),
  records: column.matching(
    "The initiatives that bear on it: conditions on their fields, all of which must hold",
    /^([a-z_]+=[^\s=]+( [a-z_]+=[^\s=]+)*)?$/,
    'expected conditions such as "section=online kind=blog|social-page"',
  ),
  caveat: column.texts(
    "What is doubtful about it: mixed scopes or age bands, what a premise is laid on",
    "alike",
  ),
  needed: column.texts("What a test would need and the report does not print", "alike"),
  topic: column.topic(),
  statement: column.texts("The finding, restated"),
}, {
  check({ values, claims, needed }, complain) {
    if (values.length + claims.length > 0 || needed.en !== "") return;
    complain(
      "needed",
      "expected what a test would need, where there are neither values nor claims",
    );
  },
});

/** One row of `findings.csv`: one thing that the report asserts, in numbers or in words. */
export interface Finding<Text = Label> {
  /** Code of the finding. */
  readonly id: string;
  /** Lines of the source that state it, ascending. */
  readonly lines: readonly number[];
  /** What it asserts. */
  readonly kind: typeof findingKinds[number];
  /** Ids of the observations that the sentence itself prints. */
  readonly values: readonly string[];
  /** Ids of the claims that bear on it. */
  readonly claims: readonly string[];
  /** The initiatives that bear on it: conditions on their fields, such as `section=online kind=blog`. */
  readonly records: string;
  /** What is doubtful about it. */
  readonly caveat: Text;
  /** What a test would need and the report does not print. */
  readonly needed: Text;
  /** What of the report it speaks of. */
  readonly topic: string;
  /** What it says, restated. */
  readonly statement: Text;
}

/** The table `topics.csv`. */
export const topics = column.table("What the report speaks of, and where it turns to it", {
  id: { ...column.topic("Code of the topic"), refersTo: undefined },
  lines: column.lines(
    "The lines at which the report turns to it, ascending, parted by one space",
  ),
  label: column.texts("Name"),
});

/** What a stretch of the report, or several, speaks of. */
export interface Topic<Text = Label> extends Named<Text> {
  /** The lines at which the report turns to it, ascending. */
  readonly lines: readonly number[];
}

/** The table `numerals.csv`. */
export const numerals = column.table(
  "Every numeral of the source: digits, Roman numerals and counts in words",
  {
    line: column.key(column.line("Line of the source text, from 1")),
    offset: column.key(column.naturalNumber("Characters of the line before the numeral")),
    printed: column.text("The numeral as the source prints it, in digits, Roman or a word"),
    value: column.decimal("The number that it stands for"),
    class: column.code(
      "What it counts or, if it counts nothing, what it marks, such as date or age-bound",
    ),
    ref: column.optionalCode("Code of the observation, norm or claim that carries it"),
  },
);

/** One row of `numerals.csv`: one numeral of the source, accounted for. */
export interface Numeral {
  /** Line of the source text, from 1. */
  readonly line: number;
  /** Characters of the line before it. */
  readonly offset: number;
  /** As the source prints it: in digits, Roman or a word. */
  readonly printed: string;
  /** The number that it stands for. */
  readonly value: number;
  /** What it counts or, if it counts nothing, what it marks, such as `date`. */
  readonly class: string;
  /** Id of the observation, norm or claim that carries it; `""` for none. */
  readonly ref: string;
}
