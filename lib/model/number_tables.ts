/**
 * How a printed string gives its value: as a number, as a limit (more than, less than), as about a number, as a range,
 * as a dash or blank that is nil, in words, as a Roman numeral, or as a list of names to be counted.
 */
export const printedForms = [
  "number",
  "more-than",
  "less-than",
  "about",
  "range",
  "nil",
  "words",
  "roman",
  "names",
] as const;

/**
 * How printed numbers of an indicator relate to the quantity: a count is exact to the unit,
 * a measure was rounded to the decimals that it is printed with, or more coarsely, as 748 000 to thousands.
 */
export const precisions = [
  "count",
  "rounded",
  "rounded-to-10",
  "rounded-to-100",
  "rounded-to-1000",
  "rounded-to-10000",
  "rounded-to-100000",
  "rounded-to-1000000",
] as const;

/** The table `observations.csv`. */
export const observations = {
  title: "Quantities of the report that stand in no printed table, as printed and as numbers",
  columns: {
    /** Code of the observation. */
    id: ["code", "Code of the observation"],
    /** Id of what was observed. */
    indicator: ["code", "What was observed", "indicators"],
    /** Id of whom it concerns. */
    population: ["code", "Whom it concerns", "populations"],
    /** Id of the institutions, residents or programme over which it is counted. */
    scope: ["code", "Over which institutions, residents or programme", "scopes"],
    /** Id of where. */
    territory: ["code", "Where", "territories"],
    /** A year, half, quarter, month, day or school year, or two of a change, such as `2015/2016`. */
    period: ["period", "A year, half, quarter, month, day or school year, or two of a change"],
    /** The number; of a range its lower end. */
    value: ["decimal", "The number, with a dot and without groups; of a range its lower end"],
    /** Code of the unit, the indicator's. */
    unit: ["unit", "Unit, the indicator's"],
    /** How the printed string gives the value. */
    form: [printedForms, "How the printed string gives the value"],
    /** The string as the report prints it; `""` only where it is nil. */
    printed: ["text?", "The string as the report prints it; empty only where it is nil"],
    /** Line of the source text, where the edition declares one; else `null`. */
    line: ["line", "Line of the source text, from 1"],
  },
} as const;

/** The table `indicators.csv`. */
export const indicators = {
  title: "Quantities that the report gives, with their units",
  columns: {
    /** Its code. */
    id: ["code", "Code of the indicator"],
    /** Its name. */
    label: ["texts", "Name"],
    /** Code of the unit of every observation of it. */
    unit: ["code", "Unit of every observation of this indicator"],
    /** How precisely its numbers are printed. */
    precision: [
      precisions,
      "count: exact to the unit; rounded: known to the decimals printed; rounded-to-1000: known to thousands",
    ],
    /** Its unit as it is written. */
    unitLabel: ["texts", "Unit as it is written", "each", "unit"],
    /** What is counted or computed, in one sentence. */
    definition: ["texts", "What is counted or computed, in one sentence", "any"],
  },
} as const;

/** The table `populations.csv`. */
export const populations = {
  title: "Groups of people, with the age bands that the report prints",
  columns: {
    /** Its code. */
    id: ["code", "Code of the population"],
    /** Its name. */
    label: ["texts", "Name"],
    /** In whole years, both ends included, such as `15-29` or `-30`; `""` where none is printed. */
    age_band: [
      "age-band",
      "Age band in whole years, both ends included; -30 is up to 30, empty where none is printed",
    ],
    /** Where and how the report draws the band. */
    note: ["texts", "Where and how the report draws the band", "any"],
  },
} as const;

/** The table `scopes.csv`. */
export const scopes = {
  title: "Sets of institutions, residents and programmes over which numbers are counted",
  columns: {
    /** Its code. */
    id: ["code", "Code of the scope"],
    /** Its name. */
    label: ["texts", "Name"],
    /** What it is, such as `residents`, `institutions` or `programme`. */
    kind: ["code", "What it is, such as residents, institutions or programme"],
    /** What belongs to it. */
    definition: ["texts", "What belongs to the scope", "any"],
  },
} as const;

/** The table `territories.csv`. */
export const territories = {
  title: "The areas that the report speaks of, and which belongs to which",
  columns: {
    /** Its code. */
    id: ["code", "Code of the territory"],
    /** Its name. */
    label: ["texts", "Name"],
    /** What it is, such as `region` or `municipal-district`. */
    kind: ["code", "What it is, such as region or municipal-district"],
    /** Id of the territory that it belongs to; `""` for none. */
    part_of: ["code?", "The territory that this one belongs to, if any", "territories"],
    /** Its code in the classifier of municipalities OK 033-2013; `""` where not established. */
    oktmo: [
      "oktmo",
      "Code in the classifier of municipalities OK 033-2013; empty where not established",
    ],
  },
} as const;

/** The table `norms.csv`. */
export const norms = {
  title: "Recommended values, each with its source",
  columns: {
    /** Its code. */
    id: ["code", "Code of the norm"],
    /** Its name. */
    label: ["texts", "Name"],
    /** Id of the indicator that it speaks of. */
    indicator: ["code", "The indicator that the norm speaks of", "indicators"],
    /** Least recommended value, in its unit; `null` for no limit. */
    low: ["decimal?", "Least recommended value, in the indicator's unit; empty for no limit"],
    /** Greatest recommended value; `null` for no limit. */
    high: ["decimal?", "Greatest recommended value; empty for no limit"],
    /** Code of its unit. */
    unit: ["unit", "Unit of the norm"],
    /** Who recommends it, and where. */
    source: ["texts", "Who recommends it, and where"],
    /** As the report prints it. */
    printed: ["text", "The norm as the report prints it"],
    /** Line of the source text, from 1. */
    line: ["line", "Line of the source text, from 1"],
  },
} as const;

/** The table `tiles.csv`. */
export const tiles = {
  title: "Places of the territories in a map of equal tiles, roughly as they lie",
  key: ["column", "row"],
  columns: {
    /** Id of the territory. */
    territory: ["code", "The territory", "territories"],
    /** Place from the west, from 0. */
    column: ["place", "Place from the west, from 0"],
    /** Place from the north, from 0. */
    row: ["place", "Place from the north, from 0"],
  },
} as const;
