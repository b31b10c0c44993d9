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
  { format, names, isSimple = () => false }: {
    /** The signs of numbers, and words in their place. */
    readonly format: NumberFormat;
    /** Index of the column that names the rows, kept as `name`; none unless a relation excepts some. */
    readonly names?: number;
    /**
     * Whether a column holds digits only, with at most one decimal sign and a minus; what it holds beside them is read as
     * {@linkcode states} `other`. @default No column does.
     */
    readonly isSimple?: (column: number) => boolean;
  },
): string {
  const fields = columns.flatMap((column) => {
    const cases = casesOf(`t${column}`, format, isSimple(column));
    const choose = (at: 1 | 2, otherwise: number) =>
      `  CASE ${
        cases.map((one) => `WHEN ${one[0]} THEN ${one[at]}`).join(" ")
      } ELSE ${otherwise} END`;
    return [`${choose(1, 0)} AS u${column}`, `${choose(2, states.other)} AS d${column}`];
  });
  const named = names === undefined ? [] : [`trim(coalesce(c${names + 1}, '')) AS name`];
  const texts = columns.map((column) => `trim(coalesce(c${column}, '')) AS t${column}`);
  const kept = ["  n", ...named.map(() => "  name"), ...fields].join(",\n");
  return `CREATE TEMPORARY TABLE cells AS SELECT\n${kept}\n` +
    `FROM (SELECT ${["n", ...texts, ...named].join(", ")} FROM printed) AS texts;`;
}

/** A test of a text, with the number's units and decimals where it holds. */
type Case = readonly [test: string, units: string, decimals: string | number];

/** The plainest numbers; and, unless they are all, words, blanks and numbers of the format. */
function casesOf(text: string, format: NumberFormat, isSimple: boolean): Case[] {
  const { decimal, group, minus, plus, words } = format;
  const sign = minus.includes("-") ? "-?" : "";
  const number = (digits: string) => `CAST(${digits} AS BIGINT)`;
  const matches = (pattern: string) => `${text} ~ ${quoteSql(`^${pattern}$`)}`;
  const simple: Case[] = [
    [matches(`${sign}[0-9]{1,${mostDigits}}`), number(text), 0],
    ...decimal.map((comma): Case => [
      matches(`${sign}[0-9]{1,10}[${comma}][0-9]{1,5}`),
      number(`replace(${text}, ${quoteSql(comma)}, '')`),
      `length(${text}) - position(${quoteSql(comma)} IN ${text})`,
    ]),
  ];
  if (isSimple) return simple;
  const meanings = Object.entries({ ...printedWords, ...words });
  const isWord = (word: PrintedWord) => {
    const texts = meanings.filter(([, means]) => means === word).map(([text]) => quoteSql(text));
    return `lower(${text}) IN (${texts.join(", ")})`;
  };
  const digits = (text: string) => `regexp_replace(${text}, '[^0-9]', '', 'g')`;
  const comma = `[${classOf(decimal)}]`;
  const grouped = group.length > 0 ? `[0-9]{1,3}([${classOf(group)}]+[0-9]{3})+|` : "";
  const plain = `([${classOf([...minus, ...plus])}] ?)?(${grouped}[0-9]+)(${comma}[0-9]+)?( ?%)?`;
  const after = digits(`regexp_replace(${text}, ${quoteSql(`^.*${comma}`)}, '')`);
  return [
    ...simple,
    [isWord("nil"), "0", states.nil],
    [isWord("not-told"), "0", states.notTold],
    [`${text} = ''`, "0", states.blank],
    [
      `${matches(plain)} AND length(${digits(text)}) <= ${mostDigits}`,
      `(CASE WHEN ${matches(`[${classOf(minus)}].*`)} THEN -1 ELSE 1 END) * ${
        number(digits(text))
      }`,
      `CASE WHEN ${matches(`.*${comma}.*`)} THEN length(${after}) ELSE 0 END`,
    ],
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
