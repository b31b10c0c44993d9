import * as z from "zod";
import { code, line, oneOf, optionalText, table, texts, topic, unit } from "./columns.ts";
import type { Label } from "./label.ts";
import { operandsCell, parseRelation, referenceCell } from "./relation.ts";
import { type RelationKind, relationKinds } from "./relation_shapes.ts";

const ruleDescription = "For norm, bound and mixture one of their sides, for trend the word";
const topicDescription = "What of the report it speaks of";

/** The table `inferences.csv`. */
export const inferences = table(
  "inferences",
  "Quantities that the report does not print but implies, with the relations that bound them",
  z.strictObject({
    id: code("Code of the quantity that is inferred; later rows may compute with it"),
    kind: oneOf(relationKinds, "The relation that holds between it and printed values"),
    result: referenceCell("expected a code").meta({ description: "Result of the relation" }),
    operands: operandsCell().meta({
      description:
        "Operands of the relation; just one value of it, marked with ?, is the one inferred",
    }),
    rule: optionalText(ruleDescription),
    unit: unit("Unit of the quantity that is inferred"),
    topic: topic(topicDescription),
    statement: texts("What the quantity is"),
  }).superRefine((cells, context) => {
    const { relation, missing } = parseRelation(cells);
    const places = [relation.result, ...relation.operands, ...relation.divisors];
    const times = places.filter((id) => id === cells.id).length;
    if (missing.length !== 1 || missing[0] !== cells.id || times !== 1) {
      const message = `expected ?${cells.id} once, and no other ?`;
      context.addIssue({ code: "custom", path: ["operands"], message });
    }
  }),
);

/** One row of `inferences.csv`: a quantity that is not printed, with the relation that bounds it. */
export interface Inference<Text = Label> {
  /** Code of the quantity; later rows may compute with it. */
  readonly id: string;
  /** The relation that holds between it and printed values. */
  readonly kind: RelationKind;
  /** Id of the result; `?` stands before what is inferred. */
  readonly result: string;
  /** Ids of the operands, those that divide after a `/`; `?` stands before what is inferred. */
  readonly operands: string;
  /** For a norm, bound or mixture one of their sides, for a trend the word; `""` for others. */
  readonly rule: string;
  /** Unit of the quantity. */
  readonly unit: string;
  /** What of the report it speaks of. */
  readonly topic: string;
  /** What the quantity is. */
  readonly statement: Text;
}

/** The table `definitions.csv`. */
export const definitions = table(
  "definitions",
  "Questions of definition that the report leaves open: who, over what, counted how",
  z.strictObject({
    id: code("Code of the question"),
    result: referenceCell("expected the code of an observation").meta({
      description: "The observation that a definition must give; ? marks one that is not printed",
    }),
    unit: code("Unit of the result"),
    line: line("Line of the source where the definition is left open"),
    topic: topic(topicDescription),
    question: texts("What the report leaves open"),
  }),
);

/** One row of `definitions.csv`: a question of definition that the report leaves open. */
export interface Definition<Text = Label> {
  /** Code of the question. */
  readonly id: string;
  /** Id of the observation that a definition must give; `?` stands before one that is not printed. */
  readonly result: string;
  /** Unit of the result. */
  readonly unit: string;
  /** Line of the source where the definition is left open. */
  readonly line: number;
  /** What of the report it speaks of. */
  readonly topic: string;
  /** What the report leaves open. */
  readonly question: Text;
}

/** The table `candidates.csv`. */
export const candidates = table(
  "candidates",
  "Definitions that could have given a result, each as a relation",
  z.strictObject({
    id: code("Code of the candidate"),
    definition: code("The question that it would answer", "definitions"),
    kind: oneOf(relationKinds, "The relation by which it would give the result"),
    operands: operandsCell().meta({
      description: "What it would be computed from, printed or inferred; ? marks what is neither",
    }),
    rule: optionalText(ruleDescription),
    label: texts("The definition"),
  }),
);

/** One row of `candidates.csv`: a definition that could have given a printed result. */
export interface Candidate<Text = Label> {
  /** Code of the candidate. */
  readonly id: string;
  /** Id of the question that it would answer. */
  readonly definition: string;
  /** The relation by which it would give the result. */
  readonly kind: RelationKind;
  /** Ids of what it would be computed from, those that divide after a `/`; `?` stands before what is not printed. */
  readonly operands: string;
  /** For a norm, bound or mixture one of their sides, for a trend the word; `""` for others. */
  readonly rule: string;
  /** The definition. */
  readonly label: Text;
}
