import type { Kept, WrittenInterval } from "./words.ts";

/** Headings of tables and cards, and what legends say. */
export const headings = {
  abovePrint: "More than printed",
  acquired: "Acquired",
  ageBand: "Age band",
  all: "All",
  basis: "What decides it",
  belowPrint: "Less than printed",
  byHowMuch: "by how much",
  candidate: "Candidate",
  changedDigit: "Another digit",
  changePrinted: "Printed change",
  changeThen: "Change would be",
  channel: "Where",
  checked: "Checked",
  children: "Children",
  claim: "Claim",
  claims: "Claims",
  code: "Code",
  computedFrom: "Computed from",
  consistentIf: "Consistent if",
  cost: "Cost",
  count: "a count, exact to the unit",
  countedOver: "Counted over",
  definition: "Definition",
  difference: "Difference",
  doubts: "Doubts",
  eachCaught: "each is caught",
  evidence: "What it rests on",
  examples: "Examples told",
  fails: "does not hold",
  field: "Field",
  finding: "Finding",
  formula: "Formula",
  forWhom: "For whom",
  gives: "Gives",
  high: "At most",
  holds: "holds",
  indicator: "Indicator",
  inferred: "Inferred",
  initiative: "Initiative",
  initiatives: "initiatives",
  items: "items",
  kappa: "Cohen's kappa",
  kind: "Kind",
  leftOver: "Left over",
  less: "Less than recomputed",
  limit: "Limit",
  line: "Line",
  lines: "Lines",
  loansPerUser: "Loans per user",
  low: "At least",
  mentions: "Mentions",
  more: "More than recomputed",
  name: "Name",
  no: "no",
  noneCaught: "none is caught",
  norm: "Norm",
  notebook: "Notebook",
  notPrinted: "Not printed",
  number: "Number",
  observedAgreement: "Agreement, %",
  ofWhom: "Of whom",
  oneClaim: "claim",
  oneFinding: "finding",
  oneInitiative: "initiative",
  oneLibrary: "library",
  oneNumber: "number",
  oneUnit: "unit",
  oneUnitOff: "One unit more or less",
  others: "All others",
  outcome: "Outcome as told",
  pairs: "Pairs",
  partlyProtected: "partly",
  persons: "persons",
  perUser: "per user a year",
  precision: "Precision",
  premises: "Premises",
  printed: "Printed",
  printedValues: "Values of the print",
  protected: "protected",
  quantity: "Quantity",
  question: "Question",
  reason: "Declared reason",
  recommended: "Recommended",
  recomputed: "Recomputed",
  recomputedValues: "Recomputed values",
  relation: "Relation",
  residents: "Residents",
  rounded: "rounded to the decimals printed",
  rounding: "Fits if rounded",
  rows: "Rows",
  rule: "Coding rule",
  share: "Share, %",
  slack: "Apart by",
  slips: "Slip that would explain it",
  source: "Source",
  standsAlone: "alone",
  statement: "What the report says or implies",
  sumHoldsWith: "Sum holds with",
  sumOfParts: "Sum of its parts",
  survives: "Fits the print",
  swappedDigits: "Two digits swapped",
  systems: "Library systems",
  table: "Table",
  themes: "Themes",
  told: "Told",
  total: "Total",
  touched: "Contradicted elsewhere",
  unchecked: "Not checked",
  unit: "Unit",
  untested: "cannot be tested",
  users: "Users",
  value: "Value",
  verdict: "Verdict",
  visitsPerUser: "Visits per user",
  when: "When",
  wouldChange: "What would change it",
  wouldMend: "Repair",
  year: "Year",
  yes: "yes",
  youth: "Youth",
};

/** What each verdict is called. */
export const verdicts = {
  agrees: "agrees",
  holds: "holds",
  "in-part": "in part",
  contradicts: "contradicts",
  stated: "stated",
  "base-missing": "base missing",
  "not-for-numbers": "not for numbers",
};

/** How an equality agrees, and how a comparison holds. */
export const hows = {
  exact: "exact",
  "within-rounding": "within rounding",
  "other-rounding": "other rounding",
  certain: "certain",
  possible: "possible",
};

/** What of each kind of relation is recomputed and held against the print, or against a limit. */
export const judged = {
  part: "a part",
  sum: "a sum",
  difference: "a difference",
  share: "a share",
  shares: "a remainder to 100",
  ratio: "a quotient",
  product: "a product",
  growth: "a growth",
  "roll-forward": "a balance",
  mixture: "a weighted mean",
  same: "a second print",
  mean: "a value",
  norm: "a value",
  bound: "a printed value",
  trend: "a change",
};

/** Slips of the pen. */
export const slips = {
  "swapped-digits": "two digits swapped",
  "changed-digit": "another digit",
  "doubled-digit": "a digit doubled",
  "dropped-digit": "a digit dropped",
  "surplus-digit": "a digit too many",
  "surplus-digits": "two digits too many",
  sign: "another sign",
  "shifted-decimal": "the decimal shifted",
};

/** What the print leaves of the candidates for a definition. */
export const definitions = {
  determined: "determined",
  ambiguous: "ambiguous",
  none: "none fits",
};

/** What each computed indicator and its unit are called, what it means, and how it is computed. */
export const indicators = {
  collectionTurnover: {
    label: "Collection turnover",
    unit: "loans per item",
    definition: "Loans of the year divided by the stock at its end, as in ISO 11620",
    formula: "loans ÷ stock",
  },
  coverage: {
    label: "Coverage",
    unit: "%",
    definition: "Users per hundred residents; both must have one age band",
    formula: "100 · users ÷ residents",
  },
  growth: {
    label: "Growth",
    unit: "%",
    definition: "The change from the first value to the second, per hundred of the first",
    formula: "100 · (to ÷ from − 1)",
  },
  loansPerUser: {
    label: "Loans per user",
    unit: "loans per user",
    "definition":
      "Loans of the year divided by the users of the year; ISO 11620 divides by population",
    formula: "loans ÷ users",
  },
  renewalRate: {
    label: "Renewal rate",
    unit: "%",
    definition: "Items acquired in the year per hundred items of stock at its end",
    formula: "100 · acquisitions ÷ stock",
  },
  share: {
    label: "Share",
    unit: "%",
    definition: "A part per hundred of its whole",
    formula: "100 · part ÷ whole",
  },
  stockPerResident: {
    label: "Stock per resident",
    unit: "items per resident",
    definition: "Stock at the end of the year divided by the residents whom it is meant for",
    formula: "stock ÷ residents",
  },
  stockPerUser: {
    label: "Stock per user",
    unit: "items per user",
    definition: "Stock at the end of the year divided by the users of the year",
    formula: "stock ÷ users",
  },
  visitsPerUser: {
    label: "Visits per user",
    unit: "visits per user",
    definition: "Visits of the year divided by the users of the year",
    formula: "visits ÷ users",
  },
};

/** What an explorer says. */
export const explorer = {
  measure: "Measure",
  statistic: "Statistic",
  group: "Group by",
  series: "Colour by",
  chart: "Chart",
  order: "Order",
  limit: "Groups shown",
  filter: "Filter by",
  none: "none",
  all: "all",
  count: "count",
  sum: "sum",
  mean: "mean",
  median: "median",
  each: "every row",
  bars: "bars",
  dots: "dots",
  line: "line",
  table: "table",
  most: "greatest first",
  least: "least first",
  name: "by name",
  rows: "as in the rows",
  rowCount: "Number of rows",
  value: "Value",
  source: "Source",
  copy: "Copy Plot code",
  copied: "Copied: paste it into a cell below",
  copyByHand: "Select the code below and copy it",
  code: "Plot code of what is shown",
  clear: "Clear filter",
  shown: ({ kept, total }: Kept) => `${kept} of ${total} rows`,
  groupsShown: ({ kept, total }: Kept) => `${kept} of ${total} groups`,
  nothing: "No row passes the filter",
  explorer: "Explorer",
  still: "The chart can be changed where scripts run.",
  by: (measure: string, group: string) => `${measure} by ${group}`,
  byTwo: (measure: string, group: string, series: string) => `${measure} by ${group} and ${series}`,
};

/** What is said of numbers and of what lies between them. */
export const phrases = {
  /** What follows what lies there, such as `of 5 or more`. */
  interval: ({ low, high, includesLow, includesHigh }: WrittenInterval): string => {
    if (low !== null && high !== null) {
      if (low === high) return `of ${low}`;
      return `${includesLow ? "from" : "above"} ${low} ${
        includesHigh ? "to" : "and below"
      } ${high}`;
    }
    if (low !== null) return includesLow ? `of ${low} or more` : `above ${low}`;
    if (high === null) return "of any size";
    return includesHigh ? `of ${high} or less` : `below ${high}`;
  },
  otherThan: (number: string) => `other than ${number}`,
  either: ", or ",
  ours: (limits: readonly string[]) => `the limit of ${limits.join(" and ")} is ours`,
  ifPrinted: (names: readonly string[]) => `a print of ${names.join(", ")}`,
  notPrinted: (names: readonly string[]) => `not printed: ${names.join(", ")}`,
  consistentIf: (conditions: readonly string[]) => `consistent if ${conditions.join(" and ")}`,
  noSlip: "no single one",
  dataNeeded: (data: string) => `data: ${data}`,
  examples: (records: number, systems: number) =>
    `${records} (${systems} library system${systems === 1 ? "" : "s"})`,
  firstRows: ({ kept, total }: Kept) => `The first ${kept} of ${total} rows`,
  moreRows: (rest: number) => `… ${rest} more`,
};

/** The few words that figures add to the labels that they are given. */
export const figures = {
  source: "Source",
  increase: "Increase",
  decrease: "Decrease",
  same: "No change",
  total: "Total",
  all: "total",
  value: "Value",
  interval: "Possible values",
  norm: "Norm",
  data: "Data",
  label: "What",
  whole: "Whole",
  part: "Part",
  low: "At least",
  high: "At most",
  kind: "Kind",
  change: "Change",
  notFromZero: "The axis does not start at zero but at",
  figure: "Figure",
  firstRows: (shown: number, all: number) => `first ${shown} of ${all} rows`,
};

/** How the source is cited. */
export const sources = {
  source: (cited: string) => `Source: ${cited}`,
  lines: (lines: readonly number[]) =>
    `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`,
  topics: (labels: readonly string[]) => labels.join("; "),
};

/** What each kind of relation between printed values is called. */
export const relations = {
  part: "Part",
  "sum": "Sum",
  "difference": "Difference",
  "share": "Share",
  "shares": "Shares of a whole",
  "ratio": "Ratio",
  "product": "Product",
  "growth": "Growth",
  "roll-forward": "Balance",
  "mixture": "Weighted mean",
  "same": "Printed twice",
  "mean": "Mean",
  "norm": "Norm",
  "bound": "Bound",
  "trend": "Change",
};

/** What a finding may assert. */
export const findingKinds = {
  "quantity": "Quantity",
  "trend": "Change",
  "comparison": "Comparison",
  "norm": "Norm",
  "cause": "Cause",
  "need": "Need",
  "practice": "Practice",
  "evaluation": "Evaluation",
  "forecast": "Forecast",
};
