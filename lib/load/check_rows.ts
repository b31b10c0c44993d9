import type { RowOf, TableName } from "../model/edition_tables.ts";
import { inferredFields } from "../model/initiative.ts";
import { parseRelation } from "../model/relation.ts";
import type { Complain, LoadedTable, LoadedTables } from "./loaded_table.ts";

/** Complains of a row whose cells are sound one by one, but do not fit each other. */
export interface RowCheck<Row> {
  check(row: Row, complain: Complain<Row>): void;
}

/** What is checked of the cells of a row beside each other. */
export const rowChecks: { readonly [Name in TableName]?: RowCheck<RowOf<Name>>["check"] } = {
  claims({ id, result, operands }, complain) {
    const stars = (cell: string) => cell.split("*").length - 1;
    if (stars(id) !== stars(result)) complain("id", "expected a * for each that the result has");
    if (operands.includes("*") && stars(result) === 0) {
      complain("operands", "expected no * where the result has none");
    }
  },
  trendWords({ direction, min_percent: min, max_percent: max }, complain) {
    if (min !== null && min < 0) complain("min_percent", "expected 0 or more");
    if (max !== null && max <= (min ?? 0)) {
      complain("max_percent", "expected more than 0 and than min_percent");
    }
    if (direction !== "none") return;
    if (min !== null) complain("min_percent", "expected nothing for direction none");
    if (max === null) complain("max_percent", "expected a limit for direction none");
  },
  norms({ low, high }, complain) {
    if (low === null && high === null) complain("low", "expected a low or a high limit");
    if (low !== null && high !== null && low > high) {
      complain("high", "expected no less than the low limit");
    }
  },
  findings({ values, claims, needed }, complain) {
    if (values.length + claims.length > 0 || needed.en !== "") return;
    complain(
      "needed",
      "expected what a test would need, where there are neither values nor claims",
    );
  },
  inferences(cells, complain) {
    const { relation, missing } = parseRelation(cells);
    const places = [relation.result, ...relation.operands, ...relation.divisors];
    const times = places.filter((id) => id === cells.id).length;
    if (missing.length !== 1 || missing[0] !== cells.id || times !== 1) {
      complain("operands", `expected ?${cells.id} once, and no other ?`);
    }
  },
  initiatives({ named, name, printed }, complain) {
    if (printed === "" || (named === "yes" && printed !== name)) return;
    complain("printed", "expected another form of a proper name, or nothing");
  },
};

type Row = Readonly<Record<string, unknown>>;

/**
 * Checks what columns declare: that codes, also in lists, refer to a row of another table, that no row is a part of itself,
 * that a unit is that of the indicator, or of one, and that a line is one of the source.
 *
 * An empty code is no reference; nothing is said of a table whose own codes cannot be read.
 *
 * @param tables Every table of the edition.
 * @param context Ids of the claims, expanded, and how many lines the source text has; `undefined` where that is not known.
 */
export function checkColumns(
  tables: LoadedTables,
  { claims, lines = Infinity }: {
    readonly claims: ReadonlySet<string> | undefined;
    readonly lines: number | undefined;
  },
): void {
  const all = Object.values<LoadedTable<unknown>>(tables) as LoadedTable<Row>[];
  const named = new Map(all.map((table) => [table.schema.name, table]));
  const { indicators, observations } = tables;
  const units = new Set(indicators.rows.map(({ unit }) => unit));
  // Of units nothing is known where the file lacks that tells them.
  const isTold = indicators.header.length > 0 || observations.header.length === 0;
  for (const table of all) {
    for (const [field, column] of Object.entries(table.schema.columns)) {
      const { refersTo = "", mayBeFree, isUnit, isLine } = column;
      if (isUnit && isTold) {
        table.check((row, complain) => {
          const unit = String(row[field]), own = indicators.row(String(row.indicator))?.unit;
          if ("indicator" in row ? own === undefined || own === unit : units.has(unit)) return;
          const expected = own ? `"${own}" as in indicators.csv` : "a unit of indicators.csv";
          complain(field, `expected ${expected}, found "${unit}"`);
        });
      }
      if (isLine) {
        table.check((row, complain) => {
          const last = Number([row[field]].flat().at(-1));
          if (last > lines) complain(field, `expected at most ${lines}, found ${last}`);
        });
      }
      const target = named.get(refersTo);
      const known = refersTo === "claims" ? claims : target?.ids;
      if (target && known && !(mayBeFree && known.size === 0)) {
        checkCodes(table, field, { known, target });
      }
      if (target === table) {
        const links = table.rows.map((row) => ({
          id: String(row.id),
          others: codesIn(row, field),
        }));
        for (const { index, path } of findCycles(links)) {
          table.report(index, field, `"${path[0]}" is a part of itself: ${path.join(", ")}`);
        }
      }
    }
  }
}

function codesIn(row: Row, field: string): string[] {
  return [row[field]].flat().map(String).filter((code) => code !== "");
}

function checkCodes(
  table: LoadedTable<Row>,
  field: string,
  { known, target }: { readonly known: ReadonlySet<string>; readonly target: LoadedTable<Row> },
): void {
  const isAbsent = target.header.length === 0;
  const unknown = table.rows.flatMap((row, index) =>
    codesIn(row, field).filter((code) => !known.has(code)).map((code) => ({ index, code }))
  );
  const others = isAbsent ? `, which is not there; ${unknown.length} codes refer to it` : "";
  for (const { index, code } of isAbsent ? unknown.slice(0, 1) : unknown) {
    const expected = `expected an id of ${target.schema.name}.csv${others}`;
    table.report(index, field, `unknown code "${code}"; ${expected}`);
  }
}

/**
 * Reports every initiative outside of its system's territory, and every field that is none of those that may be inferred.
 *
 * @param tables The tables as read.
 */
export function checkInitiatives({ initiatives, systems }: LoadedTables): void {
  const known: readonly string[] = inferredFields;
  initiatives.check(({ inferred, system, territory, branch }, complain) => {
    for (const field of inferred.filter((one) => !known.includes(one))) {
      complain("inferred", `expected ${known.join(", ")}, found "${field}"`);
    }
    const home = system.length === 1 ? systems.row(system[0])?.territory : undefined;
    if (home === undefined || home === territory || branch !== "") return;
    const expected = `expected "${home}" as of "${system}", found "${territory}"`;
    complain("territory", `${expected}; name the branch if it lies elsewhere`);
  });
}

/**
 * Reports every finding with a value that none of its lines prints, and every condition on a field or code of initiatives
 * that does not exist.
 *
 * @param tables The tables as read.
 */
export function checkFindings(tables: LoadedTables): void {
  const { findings, observations, initiatives } = tables;
  const idsOf = new Map(Object.values(tables).map(({ schema, ids }) => [schema.name, ids]));
  const codebook = new Map([
    ["id", "initiatives"],
    ...Object.entries(initiatives.schema.columns).flatMap(([field, { refersTo }]) =>
      refersTo ? [[field, refersTo] as const] : []
    ),
  ]);
  findings.check(({ values, lines, records }, complain) => {
    for (const id of values) {
      const line = observations.row(id)?.line;
      if (line == null || lines.includes(line)) continue;
      const found = `"${id}" stands on line ${line}`;
      complain("values", `${found}; expected one of the finding's lines`);
    }
    for (const condition of records === "" ? [] : records.split(" ")) {
      const [field, codes = ""] = condition.split("=");
      const target = codebook.get(field);
      if (target === undefined) {
        const known = [...codebook.keys()].join(", ");
        complain("records", `expected one of ${known}, found "${field}"`);
        continue;
      }
      const ids = idsOf.get(target);
      for (const code of codes.split("|").filter((code) => ids && !ids.has(code))) {
        complain("records", `${field}: unknown code "${code}"; expected an id of ${target}.csv`);
      }
    }
  });
}

/** Something that is made of others, or a part of them. */
export interface Link {
  readonly id: string;
  readonly others: readonly string[];
}

/**
 * The links that close a circle, over any number of steps: of each circle the last one is named.
 *
 * @param links The links; an id may have several.
 * @returns The place of each in the list, and the ids from its own over others back to it.
 */
export function findCycles(links: readonly Link[]) {
  const numbered = links.map((link, index) => ({ ...link, index }));
  const linksOf = Map.groupBy(numbered, ({ id }) => id);
  const othersOf = (id: string, before = Infinity) =>
    linksOf.get(id)?.filter(({ index }) => index < before).flatMap(({ others }) => others) ?? [];
  // What nothing is a part of is taken away again and again, so that no search begins where there is no circle.
  const uses = new Map<string, number>();
  const count = (id: string, change: number) => uses.set(id, (uses.get(id) ?? 0) + change);
  for (const other of links.flatMap(({ others }) => others)) count(other, 1);
  const free = new Set([...linksOf.keys()].filter((id) => !uses.has(id)));
  for (const id of free) {
    for (const other of othersOf(id)) if (count(other, -1).get(other) === 0) free.add(other);
  }
  return numbered.filter(({ id }) => !free.has(id)).flatMap(({ id, others, index }) => {
    // The shortest way over earlier links back to the link's own id.
    const cameFrom = new Map<string, string | undefined>(others.map((other) => [other, undefined]));
    for (const step of cameFrom.keys()) {
      if (step === id) break;
      for (const other of othersOf(step, index)) {
        if (!cameFrom.has(other)) cameFrom.set(other, step);
      }
    }
    if (!cameFrom.has(id)) return [];
    const path = [id];
    for (let step = cameFrom.get(id); step !== undefined; step = cameFrom.get(step)) {
      path.unshift(step);
    }
    return [{ index, path: [id, ...path] }];
  });
}
