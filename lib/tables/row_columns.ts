import type { Language } from "../model/label.ts";
import { type Aggregated, countRows } from "../rows/group_rows.ts";
import { type Words, words } from "../words/words.ts";
import { cellOf, type CellValue, type PlainRecord } from "./cell.ts";
import { findings } from "../model/claim_tables.ts";
import { initiatives, vocabularies } from "../model/initiative_tables.ts";
import { norms, observations } from "../model/number_tables.ts";
import type { TableDeclaration } from "../model/columns.ts";

/**
 * The columns in which rows are shown: for those of a report labels in place of codes, one language of two, and whatever
 * somebody added; the place of observations only where they differ in it. What was inferred stands in square brackets, as what
 * a cataloguer supplies does.
 *
 * @param rows The rows.
 * @param language Language of the headings.
 * @returns The columns in order, each with the field that it shows, what it is called, and its cell in a row; of rows that are
 *   none of a report all fields.
 */
export function rowColumns(rows: readonly PlainRecord[], language: Language) {
  const { headings } = words[language], keys = new Set(rows.flatMap(Object.keys));
  const shape = rowShapes.find(({ columns }) =>
    rows.every((row) => Object.keys(columns).every((key) => key in row))
  );
  const isTold = (key: string) =>
    key === "series"
      ? rows.some((row) => row[key] !== "")
      : key !== "territoryLabel" || new Set(rows.map((row) => row[key])).size > 1;
  const known = Object.entries(shape?.columns ?? {}).filter(([key]) => isTold(key))
    .map(([key, name]) => ({
      key,
      heading: headings[name],
      cell: (row: PlainRecord) => shapedCell(row, key, language),
    }));
  const own = [...keys].filter((key) => !shape || !isKnown(key, shape)).map((key) => ({
    key,
    heading: key,
    cell: (row: PlainRecord) => cellOf(row[key], language),
  }));
  const byHeading = new Map([...known, ...own].map((column) => [column.heading, column]));
  return [...byHeading.values()];
}

/** Of groups in which rows stand several times, how often these are counted; empty for all other rows. */
export function countsNote(rows: readonly PlainRecord[], language: Language): string {
  const groups = rows.filter((row) => "group" in row && Array.isArray(row.rows));
  const { kept, total } = countRows(groups as unknown as Aggregated<unknown>[]);
  return kept < total ? words[language].explorer.severally(kept, total) : "";
}

function shapedCell(row: PlainRecord, key: string, language: Language): CellValue {
  const value = row[key];
  if (key === "rows" && Array.isArray(value)) return value.length;
  const code = key === "themeLabels" ? "themes" : key.replace(/Labels?$/, "");
  const cell = Array.isArray(value) ? value.join(", ") || "–" : cellOf(value, language);
  if (typeof cell !== "string" || cell === "–") return cell;
  const isInferred = Array.isArray(row.inferred) && row.inferred.includes(code);
  const text = isInferred ? `[${cell}]` : key === "period" ? cell.replace("/", "–") : cell;
  const number = numberOf(row, key);
  return typeof number === "number" ? { text, value: number } : text;
}

/** How a printed string gives its value in figures. */
const inFigures = new Set<unknown>(["number", "more-than", "less-than", "about"]);

/** The number that the text of a field stands for, if it stands for one. */
function numberOf({ form, value, low, high, ...row }: PlainRecord, key: string): unknown {
  const told = row[key];
  if (Array.isArray(told)) return told.length === 1 ? told[0] : undefined;
  if (key === "period") return /^\d{4}$/.test(String(told)) ? Number(told) : undefined;
  if (key === "printed") return inFigures.has(form) ? value : undefined;
  if (key !== "range") return undefined;
  return low === null || low === high ? high : high === null ? low : undefined;
}

function isKnown(key: string, { schema, hidden = [], columns }: RowShape): boolean {
  const fields = Object.keys(schema?.columns ?? {});
  return fields.includes(key) || hidden.includes(key) || key in columns || key === "label" ||
    /[a-z]Labels?$/.test(key);
}

/** What is shown of rows that have some fields. */
interface RowShape {
  /** Fields that all of them have, and what these are called; of others those are shown that somebody added. */
  readonly columns: Readonly<Record<string, keyof Words["headings"]>>;
  /** The table whose other fields are not shown. */
  readonly schema?: Pick<TableDeclaration, "columns">;
  /** More fields that are not shown. */
  readonly hidden?: readonly string[];
}

/** Fields of printed quantities that observations.csv does not have, of verdicts, and of what may have several values. */
const observed = ["decimals", "cell"], found = ["verdict", "how", "judged"];
const ranged = ["topic", "low", "high"];

/** The rows of a report that are shown by labels, those with more fields first. */
const rowShapes: readonly RowShape[] = [
  {
    schema: observations,
    hidden: [...observed, ...found, "claim", "topic", "relation", "result"],
    columns: {
      statement: "statement",
      printed: "printed",
      recomputed: "recomputed",
      difference: "difference",
      verdictLabel: "verdict",
      limit: "limit",
      lines: "lines",
    },
  },
  {
    schema: findings,
    hidden: [...found, "line"],
    columns: { statement: "finding", kindLabel: "kind", verdictLabel: "verdict", lines: "lines" },
  },
  {
    schema: observations,
    hidden: observed,
    columns: {
      indicatorLabel: "quantity",
      populationLabel: "ofWhom",
      scopeLabel: "countedOver",
      territoryLabel: "place",
      period: "when",
      printed: "printed",
      unitLabel: "unit",
      line: "line",
    },
  },
  {
    schema: initiatives,
    columns: {
      name: "initiative",
      kindLabel: "kind",
      systemLabels: "systems",
      audienceLabels: "forWhom",
      themeLabels: "themes",
      channelLabel: "channel",
      outcome: "outcome",
      line: "line",
    },
  },
  {
    schema: norms,
    columns: {
      label: "norm",
      low: "low",
      high: "high",
      printed: "printed",
      source: "source",
      line: "line",
    },
  },
  {
    schema: vocabularies.kinds,
    columns: { id: "code", label: "name", definition: "definition", rule: "rule" },
  },
  {
    hidden: [...ranged, "id", "unit", "inferred"],
    columns: { statement: "quantity", range: "value", unitLabel: "unit", lines: "lines" },
  },
  {
    hidden: [...ranged, "question", "line", "outcome", "answer", "survives", "candidate"],
    columns: {
      questionLabel: "question",
      outcomeLabel: "verdict",
      answerLabel: "candidate",
      range: "gives",
      survivesLabel: "survives",
    },
  },
  { columns: { group: "group", series: "part", value: "value", rows: "rows" } },
  {
    hidden: ["repair"],
    columns: { claims: "claims", condition: "wouldMend", slips: "slips", cost: "cost" },
  },
];
