import type { NumberFormat, PrintedWord } from "../model/edition.ts";
import { printedWords } from "../numbers/read_printed.ts";

/**
 * What a printed string is, where it is no plain number: below 0 in the column of decimals.
 *
 * `other` is what SQL does not read, such as `5–7` or `около 300`; the exact audit reads it.
 */
export const states = { nil: -1, blank: -2, notTold: -3, other: -4 } as const;

/** How many digits a plain number may have, so that products of three fit into 38. */
const mostDigits = 15;

/**
 * The statement that reads printed strings as numbers, for DuckDB and PostgreSQL alike.
 *
 * It reads `printed(n, c1, c2 …)` and makes `cells(n, u1, d1, …)`: a number in units of its last decimal, and how many
 * decimals it has, or one of {@linkcode states}.
 *
 * @param columns Which columns, from 1.
 * @param options How to read them.
 */
export function cellsSql(
  columns: readonly number[],
  { format, names, isSimple = () => false }: CellsOptions,
): string {
  const fields = columns.flatMap((column) => {
    const cases = casesOf(`t${column}`, format, isSimple(column));
    return [
      `  ${choice(cases.map(([test, units]) => [test, units]), "0")} AS u${column}`,
      `  ${
        choice(cases.map(([test, , decimals]) => [test, decimals]), String(states.other))
      } AS d${column}`,
    ];
  });
  const kept = names === undefined ? ["  n"] : ["  n", "  name"];
  return `CREATE TEMPORARY TABLE cells AS SELECT\n${[...kept, ...fields].join(",\n")}\nFROM ${
    trimTexts(columns, names)
  };`;
}

/** How printed strings are read as numbers. */
export interface CellsOptions {
  /** The signs of numbers, and words in their place. */
  readonly format: NumberFormat;
  /** Index of the column that names the rows, kept as `name`; none unless a relation excepts some. */
  readonly names?: number;
  /**
   * Whether a column holds digits only, with at most one decimal sign and a minus; what it holds beside them is read as
   * {@linkcode states} `other`. @default No column does.
   */
  readonly isSimple?: (column: number) => boolean;
}

function choice(cases: readonly (readonly string[])[], otherwise: string): string {
  const tests = cases.map(([test, value]) => `WHEN ${test} THEN ${value}`);
  return `CASE ${tests.join(" ")} ELSE ${otherwise} END`;
}

/** The texts of columns without blanks around them. */
function trimTexts(columns: readonly number[], names: number | undefined): string {
  const text = (column: number) => `trim(coalesce(c${column}, ''))`;
  const fields = [
    ...columns.map((column) => `${text(column)} AS t${column}`),
    ...(names === undefined ? [] : [`${text(names + 1)} AS name`]),
  ];
  return `(SELECT n, ${fields.join(", ")} FROM printed) AS texts`;
}

/** A test of a text, with the number's units and decimals where it holds. */
type Case = readonly [test: string, units: string, decimals: string];

/** The plainest numbers; and, unless they are all, words, blanks and numbers of the format. */
function casesOf(text: string, format: NumberFormat, isSimple: boolean): Case[] {
  const sign = format.minus.includes("-") ? "-?" : "";
  const number = (digits: string) => `CAST(${digits} AS BIGINT)`;
  const simple: Case[] = [
    [`${text} ~ '^${sign}[0-9]{1,${mostDigits}}$'`, number(text), "0"],
    ...format.decimal.map((comma): Case => [
      `${text} ~ ${quoteSql(`^${sign}[0-9]{1,10}[${comma}][0-9]{1,5}$`)}`,
      number(`replace(${text}, ${quoteSql(comma)}, '')`),
      `length(${text}) - position(${quoteSql(comma)} IN ${text})`,
    ]),
  ];
  if (isSimple) return simple;
  const minus = `${text} ~ ${quoteSql(`^[${classOf(format.minus)}].*$`)}`;
  const comma = `[${classOf(format.decimal)}]`;
  const after = digits(`regexp_replace(${text}, ${quoteSql(`^.*${comma}`)}, '')`);
  return [
    ...simple,
    ...testsOfWords(text, format).map(([test, state]): Case => [test, "0", String(state)]),
    [`${text} = ''`, "0", String(states.blank)],
    [
      plainTest(text, format),
      `(CASE WHEN ${minus} THEN -1 ELSE 1 END) * ${number(digits(text))}`,
      `CASE WHEN ${text} ~ ${quoteSql(`^.*${comma}.*$`)} THEN length(${after}) ELSE 0 END`,
    ],
  ];
}

function digits(text: string): string {
  return `regexp_replace(${text}, '[^0-9]', '', 'g')`;
}

/** Whether a text is a plain number of the format, of no more digits than can be computed with. */
function plainTest(text: string, { decimal, group, minus, plus }: NumberFormat): string {
  const grouped = group.length > 0 ? `[0-9]{1,3}([${classOf(group)}]+[0-9]{3})+|` : "";
  const number = `^([${classOf([...minus, ...plus])}] ?)?(${grouped}[0-9]+)` +
    `([${classOf(decimal)}][0-9]+)?( ?%)?$`;
  return `${text} ~ ${quoteSql(number)} AND length(${digits(text)}) <= ${mostDigits}`;
}

/** Tests for words that stand for no number, with what each means. */
function testsOfWords(text: string, { words = {} }: NumberFormat): [test: string, state: number][] {
  const meaning = Object.entries({ ...printedWords, ...words });
  const texts = (word: PrintedWord) =>
    meaning.flatMap(([text, means]) => means === word ? [quoteSql(text)] : []).join(", ");
  return [
    [`lower(${text}) IN (${texts("nil")})`, states.nil],
    [`lower(${text}) IN (${texts("not-told")})`, states.notTold],
  ];
}

/** Characters within the brackets of a pattern. */
function classOf(characters: readonly string[]): string {
  const others = characters.filter((character) => character !== "-");
  const escaped = others.map((character) => character.replace(/[\\\]^[]/, "\\$&"));
  return escaped.join("") + (others.length < characters.length ? "-" : "");
}

/** A text as SQL writes it. */
export function quoteSql(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
