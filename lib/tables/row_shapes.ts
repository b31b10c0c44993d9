import { findings } from "../model/finding.ts";
import { initiatives } from "../model/initiative.ts";
import { norms } from "../model/norm.ts";
import { observations } from "../model/observation.ts";
import type { TableSchema } from "../model/table_schema.ts";
import { kinds } from "../model/vocabulary.ts";
import type { Words } from "../words/words.ts";

/** What is shown of rows that have some fields. */
export interface RowShape {
  /** Fields that all of them have, and what these are called; of others those are shown that somebody added. */
  readonly columns: Readonly<Record<string, keyof Words["headings"]>>;
  /** The table whose other fields are not shown. */
  readonly schema?: TableSchema;
  /** More fields that are not shown. */
  readonly hidden?: readonly string[];
}

/** The rows of a report that are shown by labels, those with more fields first. */
export const rowShapes: readonly RowShape[] = [
  {
    schema: observations,
    hidden: ["decimals", "claim", "topic", "relation", "result", "verdict", "how", "judged"],
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
    hidden: ["line", "verdict", "how", "judged"],
    columns: { statement: "finding", kindLabel: "kind", verdictLabel: "verdict", lines: "lines" },
  },
  {
    schema: observations,
    hidden: ["decimals"],
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
    schema: kinds,
    columns: { id: "code", label: "name", definition: "definition", rule: "rule" },
  },
  {
    hidden: ["id", "topic", "unit", "low", "high", "inferred"],
    columns: { statement: "quantity", range: "value", unitLabel: "unit", lines: "lines" },
  },
  {
    hidden: [
      ...["question", "topic", "line", "outcome", "answer", "low", "high", "survives"],
      "candidate",
    ],
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
