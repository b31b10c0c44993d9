import { findings } from "../model/finding.ts";
import type { Language } from "../model/label.ts";
import { norms, observations } from "../model/observation.ts";
import type { TableSchema } from "../model/columns.ts";
import { initiatives, vocabularies } from "../model/initiative.ts";
import { type Words, words } from "../words/words.ts";
import type { PlainRecord } from "./records_table.ts";

type Heading = keyof Words["headings"];

/** What is shown of the rows of a table, of which a report gives the labels too. */
interface Shape {
  /** Fields that are not shown, besides those of the columns. */
  readonly hidden: readonly string[];
  /** Fields that tell the rows from others. */
  readonly needed: readonly string[];
  readonly columns: Readonly<Record<string, Heading>>;
}

const shapes: readonly Shape[] = [
  {
    hidden: [
      ...[...fieldsOf(observations), "decimals", "claim", "topic", "relation", "result", "basis"],
      ...["verdict", "how", "judged"],
    ],
    needed: ["judged", "recomputed", "relationLabel"],
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
    hidden: [...fieldsOf(findings), "line", "verdict", "how", "judged"],
    needed: ["judged", "topicLabel", "kindLabel"],
    columns: { statement: "finding", kindLabel: "kind", verdictLabel: "verdict", lines: "lines" },
  },
  {
    hidden: [...fieldsOf(observations), "decimals"],
    needed: ["indicatorLabel", "printed", "line"],
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
    hidden: fieldsOf(initiatives),
    needed: ["kindLabel", "audienceLabels", "inferred"],
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
    hidden: fieldsOf(norms),
    needed: ["label", "low", "high", "source"],
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
    hidden: fieldsOf(vocabularies.kinds),
    needed: ["label", "definition", "rule"],
    columns: { id: "code", label: "name", definition: "definition", rule: "rule" },
  },
  {
    hidden: ["id", "topic", "unit", "low", "high", "inferred"],
    needed: ["range", "inferred", "statement"],
    columns: { statement: "quantity", range: "value", unitLabel: "unit", lines: "lines" },
  },
  {
    hidden: [
      ...["question", "topic", "line", "outcome", "answer", "low", "high", "survives"],
      "candidate",
    ],
    needed: ["range", "question", "candidate"],
    columns: {
      questionLabel: "question",
      outcomeLabel: "verdict",
      answerLabel: "candidate",
      range: "gives",
      survivesLabel: "survives",
    },
  },
  {
    hidden: [],
    needed: ["group", "series", "value", "rows"],
    columns: { group: "group", series: "part", value: "value", rows: "rows" },
  },
  {
    hidden: ["repair"],
    needed: ["condition", "slips", "repair"],
    columns: { claims: "claims", condition: "wouldMend", slips: "slips", cost: "cost" },
  },
];

/**
 * Rows of a report that have labels, as the records of a table in the language of these: labels for codes, one language of
 * two, and whatever somebody added; the place of observations only where they differ in it. What was inferred stands in square brackets, as what a cataloguer supplies does.
 *
 * @param rows The rows.
 * @param language Language of the headings.
 * @returns The records; the rows themselves if they are none of a report.
 */
export function labelledRows(rows: readonly PlainRecord[], language: Language): PlainRecord[] {
  const shape = shapes.find(({ needed }) => rows.every((row) => needed.every((key) => key in row)));
  if (!shape) return rows.map((row) => inOneLanguage(row, language));
  const { headings } = words[language];
  const columns = Object.entries(shape.columns).filter(([field]) => {
    if (field === "series") return rows.some((row) => row[field] !== "");
    return field !== "territoryLabel" || new Set(rows.map((row) => row[field])).size > 1;
  });
  return rows.map((row) => {
    const own = Object.entries(row).filter(([field]) => !isKnown(field, shape));
    const shown = columns.map(([field, name]) => [
      headings[name],
      textOf(shownValue(row, field), language),
    ]);
    return Object.fromEntries([...shown, ...own]);
  });
}

function shownValue(row: PlainRecord, field: string): unknown {
  const value = Array.isArray(row[field]) ? row[field].join(", ") || "–" : row[field];
  if (field === "period") return String(value).replace("/", "–");
  const code = field === "themeLabels" ? "themes" : field.replace(/Labels?$/, "");
  const isInferred = Array.isArray(row.inferred) && row.inferred.includes(code) && value !== "–";
  return isInferred ? `[${value}]` : value;
}

function isKnown(field: string, { hidden, columns }: Shape): boolean {
  return hidden.includes(field) || field in columns ||
    field === "label" || /[a-z]Labels?$/.test(field);
}

function fieldsOf({ row }: TableSchema): string[] {
  return Object.keys(row.shape);
}

/** A row whose labels are texts in one language. */
function inOneLanguage(row: PlainRecord, language: Language): PlainRecord {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [field, textOf(value, language)]),
  );
}

function textOf(value: unknown, language: Language): unknown {
  const isLabel = typeof value === "object" && value !== null && "ru" in value && "en" in value;
  return isLabel ? value[language] : value;
}
