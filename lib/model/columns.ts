import { type CellKind, type Column, type Kind, kinds } from "./cell_kinds.ts";

/** How a table of an edition is declared: as data, of which the types of its rows, its reading and its description follow. */
export interface TableDeclaration {
  /** What it holds. */
  readonly title: string;
  /** The columns that are its key. @default ["id"] */
  readonly key?: readonly string[];
  /** Whether its codes are looked up in no other table. */
  readonly isFree?: true;
  /** Its columns by the names of their fields. */
  readonly columns: Readonly<Record<string, ColumnDeclaration>>;
}

/**
 * How a column is declared: what its cells are, or the words that there are, and what it says; of texts in which languages they
 * must stand and how their columns begin, of others the table to whose `id` its codes refer.
 */
export type ColumnDeclaration =
  | readonly ["texts", string, given?: "each" | "alike" | "any", prefix?: string]
  | readonly [Exclude<CellKind, "texts"> | readonly string[], string, refersTo?: string];

/** What a table of an edition must look like. */
export interface TableSchema {
  /** File name without `.csv`, and the name of the resource in `datapackage.json`. */
  readonly name: string;
  readonly title: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly primaryKey: readonly string[];
}

/** What is expected of a cell that it is not; `undefined` if it is sound. */
export function refusal({ pattern, expected, refuse }: Column, cell: string): string | undefined {
  return pattern.test(cell) ? refuse?.(cell) : expected;
}

/** What a column is called in a file: one of texts has a column for each language. */
export function namesOf(
  field: string,
  { texts }: Column,
  languages: readonly string[],
): readonly string[] {
  return texts ? languages.map((language) => `${texts.prefix}_${language}`) : [field];
}

/** A table by its declaration. */
export function toSchema(
  name: string,
  { title, key = ["id"], isFree, columns }: TableDeclaration,
): TableSchema {
  const entries = Object.entries(columns).map(([field, declared]) => {
    const column = toColumn(declared, field);
    return [field, isFree ? { ...column, refersTo: undefined } : column];
  });
  return { name, title, columns: Object.fromEntries(entries), primaryKey: key };
}

/** A column by its declaration, and the field that it is read into. */
export function toColumn(declared: ColumnDeclaration, field: string): Column {
  const [pattern, expected, more] = kindOf(declared), [, description] = declared;
  const read = (cell: string) => cell;
  const column: Column = { description, type: "string", pattern, expected, read, ...more };
  if (declared[0] !== "texts") return { ...column, refersTo: declared[2] };
  const [, , given = "each", prefix = field] = declared;
  return { ...column, texts: { given, prefix } };
}

function kindOf([kind, , more = "each"]: ColumnDeclaration): Kind<unknown> {
  if (kind === "texts") return kinds[more === "each" ? "text" : "text?"];
  if (typeof kind === "string") return kinds[kind];
  const expected = `expected one of ${kind.map((word) => `"${word}"`).join("|")}`;
  return [new RegExp(`^(${kind.join("|")})$`), expected, { words: kind }];
}
