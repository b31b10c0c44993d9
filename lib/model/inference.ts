import * as column from "./columns.ts";
import type { Label, Named } from "./label.ts";
import * as relations from "./relation.ts";

/** The table `inferences.csv`. */
export const inferences = column.table(
  "Quantities that the report does not print but implies, with the relations that bound them",
  {
    id: column.code("Code of the quantity that is inferred; later rows may compute with it"),
    kind: column.oneOf(
      relations.relationKinds,
      "The relation that holds between it and printed values",
    ),
    result: relations.reference("Result of the relation"),
    operands: relations.operands(
      "Operands of the relation; just one value of it, marked with ?, is the one inferred",
    ),
    rule: relations.rule(),
    unit: column.unit("Unit of the quantity that is inferred"),
    topic: column.topic(),
    statement: column.texts("What the quantity is"),
  },
  {
    check(cells, complain) {
      const { relation, missing } = relations.parseRelation(cells);
      const places = [relation.result, ...relation.operands, ...relation.divisors];
      const times = places.filter((id) => id === cells.id).length;
      if (missing.length !== 1 || missing[0] !== cells.id || times !== 1) {
        complain("operands", `expected ?${cells.id} once, and no other ?`);
      }
    },
  },
);

/** One row of `inferences.csv`: a quantity that is not printed, with the relation that bounds it. */
export interface Inference<Text = Label> {
  /** Code of the quantity; later rows may compute with it. */
  readonly id: string;
  /** The relation that holds between it and printed values. */
  readonly kind: relations.RelationKind;
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
export const definitions = column.table(
  "Questions of definition that the report leaves open: who, over what, counted how",
  {
    id: column.code("Code of the question"),
    result: relations.reference(
      "The observation that a definition must give; ? marks one that is not printed",
    ),
    unit: column.code("Unit of the result"),
    line: column.line("Line of the source where the definition is left open"),
    topic: column.topic(),
    question: column.texts("What the report leaves open"),
  },
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
export const candidates = column.table(
  "Definitions that could have given a result, each as a relation",
  {
    ...column.named("candidate", "The definition"),
    definition: column.code("The question that it would answer", "definitions"),
    kind: column.oneOf(relations.relationKinds, "The relation by which it would give the result"),
    operands: relations.operands(
      "What it would be computed from, printed or inferred; ? marks what is neither",
    ),
    rule: relations.rule(),
  },
);

/** One row of `candidates.csv`: a definition that could have given a printed result. */
export interface Candidate<Text = Label> extends Named<Text> {
  /** Id of the question that it would answer. */
  readonly definition: string;
  /** The relation by which it would give the result. */
  readonly kind: relations.RelationKind;
  /** Ids of what it would be computed from, those that divide after a `/`; `?` stands before what is not printed. */
  readonly operands: string;
  /** For a norm, bound or mixture one of their sides, for a trend the word; `""` for others. */
  readonly rule: string;
}
