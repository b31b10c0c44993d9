import type { LoadedTable, LoadedTables } from "./loaded_table.ts";

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
  const units = new Map(tables.indicators.rows.map(({ id, unit }) => [id, unit]));
  for (const table of all) {
    for (const [field, column] of Object.entries(table.schema.columns)) {
      const { refersTo = "", mayBeFree, isUnit, isLine } = column;
      // Of units nothing is known where the file lacks that tells them.
      const isTold = tables.indicators.header.length > 0 || tables.observations.header.length === 0;
      if (isUnit && isTold) checkUnits(table, field, units);
      if (isLine) checkLines(table, field, lines);
      const target = named.get(refersTo);
      const known = refersTo === "claims" ? claims : target?.ids;
      if (target && known && !(mayBeFree && known.size === 0)) {
        checkCodes(table, field, { known, target });
      }
      if (target === table) checkParts(table, field);
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

function checkParts(table: LoadedTable<Row>, field: string): void {
  const links = table.rows.map((row) => ({ id: String(row.id), others: codesIn(row, field) }));
  for (const { index, path } of findCycles(links)) {
    table.report(index, field, `"${path[0]}" is a part of itself: ${path.join(", ")}`);
  }
}

function checkUnits(
  table: LoadedTable<Row>,
  field: string,
  units: ReadonlyMap<string, string>,
): void {
  const all = new Set(units.values());
  table.check((row, complain) => {
    const unit = String(row[field]);
    const expected = units.get(String(row.indicator));
    if (!("indicator" in row)) {
      if (!all.has(unit)) complain(field, `expected a unit of indicators.csv, found "${unit}"`);
    } else if (expected !== undefined && expected !== unit) {
      complain(field, `expected "${expected}" as in indicators.csv, found "${unit}"`);
    }
  });
}

function checkLines(table: LoadedTable<Row>, field: string, lines: number): void {
  table.check((row, complain) => {
    const last = [row[field]].flat().at(-1);
    if (typeof last !== "number" || last <= lines) return;
    complain(field, `expected at most ${lines}, found ${last}`);
  });
}

/** Something that is made of others, or a part of them. */
export interface Link {
  readonly id: string;
  readonly others: readonly string[];
}

/** A link that closes a circle. */
interface Cycle {
  /** Place of the link in the list. */
  readonly index: number;
  /** The ids from the link's own over others back to it. */
  readonly path: readonly string[];
}

/**
 * The links that close a circle, over any number of steps: of each circle the last one is named.
 *
 * @param links The links; an id may have several.
 */
export function findCycles(links: readonly Link[]): Cycle[] {
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
