import type { Apart, Kept, Sizes, WrittenInterval } from "./words.ts";

/** Headings of tables and cards, and what legends say. */
export const headings = {
  basis: "What decides it",
  candidate: "Candidate",
  channel: "Where",
  checked: "Checked",
  claim: "Claim",
  claims: "Claims",
  code: "Code",
  computedFrom: "Computed from",
  cost: "Cost",
  count: "a count, exact to the unit",
  countedOver: "Counted over",
  definition: "Definition",
  difference: "Difference",
  doubts: "Doubts",
  evidence: "What it rests on",
  examples: "Examples told",
  finding: "Finding",
  formula: "Formula",
  forWhom: "For whom",
  gives: "Gives",
  group: "Group",
  high: "At most",
  indicator: "Indicator",
  initiative: "Initiative",
  kind: "Kind",
  limit: "Limit",
  line: "Line",
  lines: "Lines",
  low: "At least",
  name: "Name",
  no: "no",
  norm: "Norm",
  notPrinted: "Not printed",
  ofWhom: "Of whom",
  outcome: "Outcome as told",
  part: "Part",
  place: "Place",
  precision: "Precision",
  premises: "Premises",
  printed: "Printed",
  printedValues: "Values of the print",
  quantity: "Quantity",
  question: "Question",
  reason: "Declared reason",
  recomputed: "Recomputed",
  recomputedValues: "Recomputed values",
  relation: "Relation",
  rounded: "rounded to the decimals printed",
  rounding: "Fits if rounded",
  rows: "Rows",
  rule: "Coding rule",
  slack: "Apart by",
  slips: "Slip that would explain it",
  source: "Source",
  statement: "What the report says or implies",
  survives: "Fits the print",
  systems: "Library systems",
  table: "Table",
  themes: "Themes",
  touched: "Contradicted elsewhere",
  unchecked: "Not checked",
  unit: "Unit",
  untested: "cannot be tested",
  value: "Value",
  verdict: "Verdict",
  when: "When",
  wouldChange: "What would change it",
  wouldMend: "Repair",
  yes: "yes",
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
  shares: "shares of each group",
  matrix: "matrix",
  others: "Others",
  rowCount: "Number of rows",
  value: "Value",
  copy: "Copy Plot code",
  copied: "Copied: paste it into a cell below",
  copyStart: "Copy what is chosen",
  startCopied: "Copied: paste it beside the other options",
  download: (format: string) => `Download ${format}`,
  copyByHand: "Select the code below and copy it",
  code: "Plot code of what is shown",
  clear: "Clear filter",
  shown: ({ kept, total }: Kept) => `${kept} of ${total} rows`,
  share: (measure: string) => `${measure}, % of each group`,
  severally: ({ kept, total }: Kept) =>
    `a row with several values counts for each: ${kept} rows, counted ${total} times`,
  filtered: (title: string, values: string) => `${title} (${values})`,
  more: (rest: number) => `${rest} more`,
  groupsShown: ({ kept, total }: Kept) => `${kept} of ${total} groups`,
  nothing: "No row passes the filter",
  explorer: "Explorer",
  still: "The chart can be changed where scripts run.",
  by: (measure: string, groups: string) =>
    `${measure}${/^(of|for|counted|when|where)\b/.test(groups) ? ":" : " by"} ${groups}`,
  and: (group: string, series: string) => `${group} and ${series}`,
};

/** What is said of numbers and of what lies between them. */
export const phrases = {
  several: (count: number) => `${count} different ones`,
  notTold: "not told",
  noOneNumber: (printed: string, id: string) => `no one number: "${printed}" of "${id}"`,
  partAboveWhole: "the part is larger than the whole",
  differs: {
    population: (over: string, under: string) => `population differs: "${over}" over "${under}"`,
    scope: (over: string, under: string) => `scope differs: "${over}" over "${under}"`,
    territory: (over: string, under: string) => `territory differs: "${over}" over "${under}"`,
    period: (over: string, under: string) => `period differs: "${over}" over "${under}"`,
  },
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
  noRows: "No rows.",
  noSlip: "no single one",
  dataNeeded: (data: string) => `data: ${data}`,
  examples: (records: number, systems: number) =>
    `${records} (${systems} library system${systems === 1 ? "" : "s"})`,
  firstRows: ({ kept, total }: Kept) => `The first ${kept} of ${total} rows`,
  moreRows: (rest: number) => `… ${rest} more`,
};

/** The few words that figures add to the labels that they are given. */
export const figures = {
  data: "Data",
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

/** What keeps numbers of two reports apart. */
export const breaks = {
  definition: "definition",
  unit: "unit",
  population: "of whom",
  scope: "counted over",
  territory: "area",
  period: "period",
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

/** What commands print. */
export const commands = {
  claims: (count: number) => countOf(count, "claim"),
  findings: (count: number) => countOf(count, "finding"),
  questions: (count: number, kinds: string) =>
    `${countOf(count, "question")} of definition: ${kinds}`,
  printedAndRecomputed: ({ printed, recomputed, apart, lines, cell }: Apart) =>
    `printed "${printed}", recomputed ${recomputed}, ${apart} apart` +
    (lines !== ""
      ? `; ${lines.includes(",") ? "lines" : "line"} ${lines}`
      : cell
      ? `; table ${cell.table}, row "${cell.row}", column "${cell.column}"`
      : ""),
  anInterval: "an interval",
  notDeclared: "not declared",
  undeclared: (claim: string, statement: string, difference: string | null) =>
    `Undeclared contradiction "${claim}": ${statement}. Check the transcription; if the source prints it so, declare it in errata.csv with ${
      difference === null ? "" : `the difference ${difference} and `
    }a reason.`,
  staleErratum: (claim: string, difference: string | null) =>
    `Stale erratum "${claim}": the claim does not contradict the print${
      difference === null ? "" : ` by ${difference}`
    }. Mend it or remove it from errata.csv.`,
  unlisted: (finding: string, claim: string) =>
    `Unlisted contradiction of finding "${finding}": claim "${claim}" contradicts a value that it prints. Add it to the finding's claims in findings.csv.`,
  power: (caught: number, tried: number) => `catches ${caught} of ${tried} slips on its cells`,
  operand: (id: string, printed: string, line: number | null) =>
    `${id} = "${printed}"${line === null ? "" : ` (line ${line})`}`,
  notebooks: (count: number) => countOf(count, "notebook"),
  figures: (count: number) => countOf(count, "figure"),
  tables: (count: number) => countOf(count, "table"),
  ran: (ran: number, total: number) =>
    ran === total
      ? `${countOf(total, "notebook")} ran`
      : `${ran} of ${countOf(total, "notebook")} ran`,
  noneStale: (total: number) =>
    `none of ${countOf(total, "notebook")} is stale: their outputs follow from their inputs`,
  notStale: (count: number) => `${count} were not stale`,
  same: (figures: string, tables: string) => `${figures} and ${tables} are as they were`,
  changed: (things: string) => `${things} changed`,
  wouldChange: (things: string) => `${things} would change`,
  ranIn: (path: string, seconds: string) => `${path}: ran in ${seconds} s`,
  failedIn: (path: string, seconds: string) => `${path}: failed in ${seconds} s`,
  bar: "{bar} {value} of {total} cells, {duration_formatted} {notebook}",
  untranslated: (path: string, language: string) =>
    `${path}: no translations into "${language}"; its text stays as it is written`,
  stale: (count: number, total: number) => `${count} of ${total} notebooks are stale`,
  checked: (notebooks: number, errors: number, style: number) =>
    `${countOf(notebooks, "notebook")} checked: ${countOf(errors, "error")}, ${
      countOf(style, "matter")
    } of style`,
  wrote: (path: string) => `${path} wrote to its kernel's process`,
  mended: (path: string) => `Mended ${path}`,
  catalogue: (path: string) => `Wrote ${path}: put the translations there`,
  valid: ({ tables, observations, claims }: Sizes) =>
    `${tables} tables valid, ${observations} observations, ${claims} claims`,
  diff: (changed: number, total: number) => `${changed} of ${total} notebooks changed`,
  figuresIn: (folder: string) => `their figures are in ${folder}`,
  isNew: "is new",
  isGone: "is gone",
  isChanged: "changed",
  pixels: "its pixels",
  line: (number: number) => `line ${number}`,
  noLine: "no such line",
  firstRun: "its first outputs",
  runRecord: (parts: string) => `the record of its run (${parts})`,
  generatedTables: "its generated tables",
  thrownAt: (place: string) => `thrown at ${place}`,
  sourceChanged: "its source changed",
  column: (name: string) => `column "${name}"`,
  row: (name: string) => `row "${name}"`,
  table: (name: string) => `table "${name}"`,
  figure: (name: string) => `figure "${name}"`,
  otherForm: (name: string, types: string) => `${name} says the same in another form (${types})`,
  nothing: "nothing",
  noNotebook: "there is no such notebook",
  notRun: "it has not been run",
  unreadable: "it cannot be read",
  noRecord: "it keeps no record of a run",
  textChanged: "its text changed",
  outputsMoved: "its outputs are not those of its last run",
  otherProgram: "another program saved it in its own form",
  denoMoved: (was: string, is: string) => `Deno was ${was}, is ${is}`,
  languageMoved: (was: string, is: string) => `language was ${was}, is ${is}`,
  orderMoved: "the order of cells changed",
  whichMoved: (any: string) => `${any}; what of it, only a run on this machine can tell`,
  parts: {
    cells: { one: "", any: "its cells changed" },
    data: { one: "dataset ", any: "the data changed" },
    library: { one: "library ", any: "the library changed" },
    files: { one: "", any: "a figure or table beside it changed" },
  },
};

/** What `compare` prints. */
export const comparison = {
  comparable: (count: number) => `Can be compared: ${countOf(count, "number")}`,
  apart: (count: number) => `Cannot be compared, for what is named: ${countOf(count, "number")}`,
  breaks: "What differs, first and second:",
  only: (edition: string, count: number) =>
    `Only ${edition} has: ${countOf(count, "indicator")}, how often and of when`,
  numbers: (count: number, low: string, high: string) => `${count} numbers, ${low} to ${high}`,
  ratio: (times: string) => `ratio ${times}`,
};

/** What is said of one claim on a terminal, besides what headings say. */
export const claimLines = {
  relation: "relation",
  slack: "slack",
  rounding: "rounding",
  operand: "operand",
  wouldChange: "would change",
  power: "power",
  topic: "topic",
};

/** Ways of rounding. */
export const roundings = {
  "half-up": "half up",
  "half-even": "half to even",
  "half-down": "half down",
  down: "down",
  up: "up",
};

/** Whether the report says a claim in so many words, or its numbers imply it. */
export const bases = { stated: "stated", implied: "implied" };

function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** The sides of norms and bounds, and what mixtures weigh by. */
export const rules = {
  within: "within",
  below: "below",
  above: "above",
  "by-divisor": "by divisor",
  "by-numerator": "by numerator",
};

/** What the book says, besides what headings say. */
export const book = {
  language: "English",
  skip: "Skip to the text",
  book: "The report, read again",
  contents: "Contents",
  onThisPage: "On this page",
  pages: "Pages",
  previous: "Previous",
  next: "Next",
  notebooks: "Notebooks",
  findings: "Findings",
  data: "Data",
  whatIf: "What if",
  explorer: "Explorer",
  api: "Library",
  gallery: "Gallery of marks",
  lead:
    "Every number, finding and initiative of the report, recomputed and judged from the report's own print. Each page can be read as it stands, and its code can be run and changed in it.",
  leadOfData:
    "Every number of the report as data, with the relations between them recomputed and judged from the report's own print.",
  counted: (claims: string, findings: string) =>
    `What was found. Claims: ${claims}. Findings: ${findings}.`,
  noneFound: "none",
  noNotebooks: "No notebook was run for this edition.",
  noFindings: "This edition has no findings: nobody has noted what its text asserts.",
  noClaims: "This edition has no claims: nobody has said how its numbers hang together.",
  noTable: "This edition has no printed table.",
  licence:
    "Code: MIT. The licence of the data stands on their page. The report belongs to its publisher; its text is not here.",
  run: "Run this page",
  changed: "You changed this page: your changes come back when it runs.",
  needsEngine: (module: string) =>
    `This notebook does not run in a page: it imports ${module}. It runs in Jupyter.`,
  decided: "Findings that numbers decide",
  others: "All other findings",
  section: "Topic",
  any: "any",
  shown: "{kept} of {total} are shown",
  prints: "Printed",
  computation: "Computation",
  erratum: "Declared contradiction",
  repairs: "What would mend it",
  claimsLead:
    "A claim is one thing that the report states or implies, as a relation between printed values. Each is recomputed with every value that the print allows.",
  pdf: "All of it as PDF",
  printNext: "What to print next year",
  printNextLead:
    "Values that the report does not print, and the claims and findings that each would settle or help to settle. The first settle most.",
  alone: "settles alone",
  withOthers: "settles with others",
  ofFindings: "Findings",
  dataLead:
    "Each table as comma-separated values, as JSON, and for a spreadsheet in Russian: with semicolons, decimal commas and a mark of its encoding.",
  rows: (count: number) => `Rows: ${count}`,
  column: "Column",
  type: "Type",
  meaning: "Meaning",
  preview: "First rows",
  codebook: "Codebook",
  excel: "CSV for a Russian Excel",
  package: "Data Package",
  cite: "How to cite",
  whatIfLead:
    "Type another number where the report prints one. At once you see which relations break, and which cells an audit would suspect.",
  broken: "Relations that break",
  suspects: "Cells that an audit would suspect",
  whatIfStart: "Choose a number: first you see what is found as it is printed.",
  restore: "As printed",
  needsScript:
    "This needs a script. Without one, the notebooks and tables can be read as they stand.",
  explorerLead:
    "Choose what is counted, by what, and how it is drawn. The address of the page keeps your choice.",
  initiatives: "Initiatives",
  printedValues: "Printed values",
  initiativeColumns: {
    audienceLabels: "Audience",
    channelLabel: "Channel",
    kindLabel: "Kind",
    platformLabels: "Platforms",
    sectionLabel: "Section",
    territoryLabel: "Territory",
    themeLabels: "Themes",
  },
  claimColumns: { relationLabel: "Kind of relation", verdictName: "Verdict", topicLabel: "Topic" },
  apiLead:
    'What a cell can import from "report", from the library\'s own documentation, in English.',
  galleryLead: "What marks, scales and options draw, with the code of each, in English.",
  loading: "Loading…",
  runHint: "Change code or a printed value; Ctrl+Enter runs the page again.",
  changedValue: "Printed value to change",
  changedTo: "Printed instead",
  none: "none",
  runAgain: "Run",
  stop: "Stop",
  reset: "As it was",
  annotated: "The source, annotated",
  annotatedLead: (accounted: number) =>
    `${accounted} numerals of the text lead to what the workbench knows of them. This page is for you alone: the text belongs to its publisher.`,
  backToLine: (line: number) => `Back to line ${line}`,
  numeralClass: "What it is",
  numeralClasses: {
    date: "date",
    indicator: "indicator",
    ordinal: "ordinal number",
    event: "event",
    other: "other",
    network: "library network",
    "age-bound": "age bound",
    "legal-reference": "reference to a law",
    norm: "norm",
    footnote: "footnote",
  },
  observation: "Observation",
};

/** What the book's pages say while they run. */
export const live = {
  running: (cell: string) => `Runs: ${cell}`,
  ran: (cells: number, errors: number, changed: number) =>
    `Cells: ${cells}. Errors: ${errors}. Other than before: ${changed}.`,
  stopped: "Stopped. What was shown before stands.",
  failed: (line: number | undefined) =>
    line === undefined ? "This cell ended with an error" : `Error in line ${line} of this cell`,
  other: "other than before",
  codeOf: (cell: string) => `Code of ${cell}`,
  liveTitle: "Where the cells run",
  needsServer: "This page can only run where a server gives it.",
  nothingBroken: "All relations hold.",
  nothingSuspected: "No cell would be suspected.",
  malformed: "This is no number as the report prints numbers.",
  wide: "Scrolls sideways",
};

/** What is told of a command line that cannot be run. */
export const commandLine = {
  unknownOption: (near: string) =>
    `expected one of its options, found none of this name; did you mean ${near}?`,
  nothing: (expected: string) => `expected ${expected}, found nothing`,
  invalid: (expected: string, found: string) => `expected ${expected}, found "${found}"`,
  excess: (expected: string, found: string) => `expected ${expected} arguments, found ${found}`,
  oneOf: (choices: string) => `one of ${choices}`,
  wholeNumber: "a whole number above 0",
  number: "a number above 0",
  port: "a port, from 0 to 65535",
  parameter: "a name and a value",
  once: (name: string) => `one value of "${name}"`,
  cell: "a notebook and a cell, such as 04_table_1/growth",
  help: "(--help shows the options)",
};

/** What `check` finds, by its code, where it is not said as it is found. */
export const checks: Readonly<Record<string, string>> = {};

/** What `--help` says, by what it says in English. */
export const help: Readonly<Record<string, string>> = {};
