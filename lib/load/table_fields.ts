import { type TableSchema, traitsOf } from "../model/columns.ts";
import type { Records } from "./parse_records.ts";

/** A field of a row, and the columns of the file that it is read from; of texts one for each language. */
export interface Field {
  readonly name: string;
  readonly columns: readonly number[];
  readonly languages?: readonly string[];
}

/** How many unknown columns are named one by one. */
const mostUnknown = 50;

/** The fields of a table, with every problem of its header. */
export function fieldsOf(
  { row }: TableSchema,
  { header, at }: Records,
  languages: readonly string[] | undefined,
): Field[] {
  const prefixes = Object.entries(row.shape).flatMap(([name, column]) => {
    const { texts } = traitsOf(column);
    return texts ? texts.column ?? name : [];
  });
  const found = new Set(
    header.flatMap((name) => {
      const [, prefix, language] = /^(.+)_([a-z]{2,3})$/.exec(name) ?? [];
      return prefixes.includes(prefix) ? language : [];
    }),
  );
  const expected: string[] = [], optional: string[] = [];
  const fields = Object.entries(row.shape).map(([name, column]): Field => {
    const { texts } = traitsOf(column);
    if (texts === undefined) {
      expected.push(name);
      return { name, columns: [header.indexOf(name)] };
    }
    const all = languages ?? [...found];
    const namesOf = all.map((language) => `${texts.column ?? name}_${language}`);
    (texts.given === "each" ? expected : optional).push(...namesOf);
    const there = all.filter((_, index) => header.includes(namesOf[index]));
    return {
      name,
      columns: there.map((language) => header.indexOf(`${texts.column ?? name}_${language}`)),
      languages: there,
    };
  });
  const known = [...expected, ...optional];
  if (header.length > known.length + mostUnknown) {
    const count = header.length.toLocaleString("en");
    at(0, 0, `expected the columns ${known.join(", ")}, found ${count} columns`);
    return fields;
  }
  for (const name of expected) {
    if (!header.includes(name)) at(0, header.length, `expected a column "${name}", found none`);
  }
  for (const [field, name] of header.entries()) {
    if (!known.includes(name)) {
      at(0, field, `unknown column "${name}"; expected ${known.join(", ")}`);
    } else if (header.indexOf(name) !== field) at(0, field, `column "${name}" stands twice`);
  }
  return fields;
}
