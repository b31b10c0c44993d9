import { relationKinds } from "./relation.ts";

/** Whether the report says it in so many words, or its numbers imply it. */
export const claimBases = ["stated", "implied"] as const;

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

/** The table `topics.csv`. */
export const topics = {
  title: "What the report speaks of, and where it turns to it",
  columns: {
    /** Its code. */
    id: ["topic", "Code of the topic"],
    /** The lines at which the report turns to it, ascending. */
    lines: ["lines", "The lines at which the report turns to it, ascending, parted by one space"],
    /** Its name. */
    label: ["texts", "Name"],
  },
} as const;

/** The table `claims.csv`. */
export const claims = {
  title: "What the report states or implies, as relations between its printed values",
  columns: {
    /** Its code, where a `*` of the table is filled in. */
    id: ["starred", "Code of the claim; each * is replaced by what that of the result matched"],
    /** The relation between the values. */
    kind: [relationKinds, "The relation between the printed values"],
    /** Whether the report says it in so many words, or its numbers imply it. */
    basis: [claimBases, "Said by the report in so many words, or implied by its numbers"],
    /** Id of the observation whose printed value is judged; `null` where the report prints none. */
    result: [
      "reference",
      "The observation that is judged; * makes one claim for each that matches, ? marks one that is not printed",
    ],
    /** Ids that are added up; for a share or ratio, the numerator. */
    operands: [
      "operands",
      "Observations and norms that it is computed from; those after / divide, ? marks one that is not printed",
    ],
    /** For a norm, bound or mixture one of their sides, for a trend the word; `""` for others. */
    rule: ["text?", "For norm, bound and mixture one of their sides, for trend the word"],
    /** Line of the source that states it, where one does. */
    line: ["line?", "Line of the source that states it; empty where the numbers imply it"],
    /** Id of the topic of the report. */
    topic: ["topic", "What of the report it speaks of", "topics"],
    /** What it states, in words. */
    statement: [
      "texts",
      "The claim, restated; {indicator}, {period}, {scope}, {territory} and {row} are the result's",
    ],
  },
} as const;

/** The table `trend-words.csv`. */
export const trendWords = {
  title: "Words for changes and comparisons, with the limits within which they hold",
  columns: {
    /** Its code. */
    id: ["code", "Code of the word"],
    /** Its name. */
    label: ["texts", "The word"],
    /** Which way the quantity went, or that it is a part of another. */
    direction: [
      ["increase", "decrease", "none", "part"],
      "Which way the quantity went, or that it is a part of another",
    ],
    /** Least size of the change or part, in per cent of the first or whole value; `null` for no limit. */
    min_percent: [
      "decimal?",
      "Least size of the change or of the part, in per cent of the first or whole value",
    ],
    /** The size stays under this, in per cent of the same; `null` for no limit. */
    max_percent: [
      "decimal?",
      "The size of the change or of the part stays under this, in per cent of the same",
    ],
    /** When the word is taken to hold, and why the limits are where they are. */
    definition: [
      "texts",
      "When the word is taken to hold, and why the limits are where they are",
      "any",
    ],
  },
} as const;

/** The table `unprinted.csv`. */
export const unprinted = {
  title: "Values that claims would need and the report does not print",
  columns: {
    /** Its code. */
    id: ["code", "Code of the value, which claims.csv marks with ?"],
    /** Its unit. */
    unit: ["unit", "Unit, one of indicators.csv"],
    /** Its name. */
    label: ["texts", "What is not printed, as it is named within a sentence"],
  },
} as const;

/** The table `errata.csv`. */
export const errata = {
  title: "Inconsistencies of the report that are known, each with its reason",
  key: ["claim"],
  columns: {
    /** Id of the claim that contradicts the print. */
    claim: ["text", "Code of the claim that contradicts the print", "claims"],
    /** Printed minus recomputed, such as `-3.5` or `5/3`; `null` for a norm, bound or trend. */
    difference: [
      "difference",
      "Printed minus recomputed, as a decimal or a fraction such as 5/3; empty for a norm, bound or trend. Another difference is another contradiction",
    ],
    /** What may explain it. */
    reason: ["texts", "What may explain it"],
  },
} as const;

/** The table `inferences.csv`. */
export const inferences = {
  title:
    "Quantities that the report does not print but implies, with the relations that bound them",
  columns: {
    /** Code of the quantity; later rows may compute with it. */
    id: ["code", "Code of the quantity that is inferred; later rows may compute with it"],
    /** The relation that holds between it and printed values. */
    kind: [relationKinds, "The relation that holds between it and printed values"],
    /** Id of the result; `?` stands before what is inferred. */
    result: ["reference", "Result of the relation"],
    /** Ids of the operands, those that divide after a `/`; `?` stands before what is inferred. */
    operands: [
      "operands",
      "Operands of the relation; just one value of it, marked with ?, is the one inferred",
    ],
    /** For a norm, bound or mixture one of their sides, for a trend the word; `""` for others. */
    rule: ["text?", "For norm, bound and mixture one of their sides, for trend the word"],
    /** Unit of the quantity. */
    unit: ["unit", "Unit of the quantity that is inferred"],
    /** What of the report it speaks of. */
    topic: ["topic", "What of the report it speaks of", "topics"],
    /** What the quantity is. */
    statement: ["texts", "What the quantity is"],
  },
} as const;

/** The table `definitions.csv`. */
export const definitions = {
  title: "Questions of definition that the report leaves open: who, over what, counted how",
  columns: {
    /** Code of the question. */
    id: ["code", "Code of the question"],
    /** Id of the observation that a definition must give; `?` stands before one that is not printed. */
    result: [
      "reference",
      "The observation that a definition must give; ? marks one that is not printed",
    ],
    /** Unit of the result. */
    unit: ["code", "Unit of the result"],
    /** Line of the source where the definition is left open. */
    line: ["line", "Line of the source where the definition is left open"],
    /** What of the report it speaks of. */
    topic: ["topic", "What of the report it speaks of", "topics"],
    /** What the report leaves open. */
    question: ["texts", "What the report leaves open"],
  },
} as const;

/** The table `candidates.csv`. */
export const candidates = {
  title: "Definitions that could have given a result, each as a relation",
  columns: {
    /** Its code. */
    id: ["code", "Code of the candidate"],
    /** Its name. */
    label: ["texts", "The definition"],
    /** Id of the question that it would answer. */
    definition: ["code", "The question that it would answer", "definitions"],
    /** The relation by which it would give the result. */
    kind: [relationKinds, "The relation by which it would give the result"],
    /** Ids of what it would be computed from, those that divide after a `/`; `?` stands before what is not printed. */
    operands: [
      "operands",
      "What it would be computed from, printed or inferred; ? marks what is neither",
    ],
    /** For a norm, bound or mixture one of their sides, for a trend the word; `""` for others. */
    rule: ["text?", "For norm, bound and mixture one of their sides, for trend the word"],
  },
} as const;

/** The table `findings.csv`. */
export const findings = {
  title: "Everything that the report asserts, in numbers or in words",
  columns: {
    /** Code of the finding. */
    id: ["code", "Code of the finding"],
    /** Lines of the source that state it, ascending. */
    lines: ["lines", "Lines of the source that state it, ascending, parted by one space"],
    /** What it asserts. */
    kind: [findingKinds, "What it asserts"],
    /** Ids of the observations that the sentence itself prints. */
    values: ["codes", "The observations that the sentence itself prints", "observations"],
    /** Ids of the claims that bear on it. */
    claims: ["codes", "The claims, after expansion, that bear on it", "claims"],
    /** The initiatives that bear on it: conditions on their fields, such as `section=online kind=blog`. */
    records: [
      "conditions",
      "The initiatives that bear on it: conditions on their fields, all of which must hold",
    ],
    /** What is doubtful about it. */
    caveat: [
      "texts",
      "What is doubtful about it: mixed scopes or age bands, what a premise is laid on",
      "alike",
    ],
    /** What a test would need and the report does not print. */
    needed: ["texts", "What a test would need and the report does not print", "alike"],
    /** What of the report it speaks of. */
    topic: ["topic", "What of the report it speaks of", "topics"],
    /** What it says, restated. */
    statement: ["texts", "The finding, restated"],
  },
} as const;

/** The table `numerals.csv`. */
export const numerals = {
  title: "Every numeral of the source: digits, Roman numerals and counts in words",
  key: ["line", "offset"],
  columns: {
    /** Line of the source text, from 1. */
    line: ["line", "Line of the source text, from 1"],
    /** Characters of the line before it. */
    offset: ["natural", "Characters of the line before the numeral"],
    /** As the source prints it: in digits, Roman or a word. */
    printed: ["text", "The numeral as the source prints it, in digits, Roman or a word"],
    /** The number that it stands for. */
    value: ["decimal", "The number that it stands for"],
    /** What it counts or, if it counts nothing, what it marks, such as `date`. */
    class: [
      "code",
      "What it counts or, if it counts nothing, what it marks, such as date or age-bound",
    ],
    /** Id of the observation, norm or claim that carries it; `""` for none. */
    ref: ["code?", "Code of the observation, norm or claim that carries it"],
  },
} as const;
