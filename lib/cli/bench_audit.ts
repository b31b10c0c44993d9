import { audit } from "../audit/audit.ts";
import { expandClaim } from "../load/expand_claim.ts";
import { loadReport } from "../load/load_report.ts";
import type { ClaimRow } from "../model/claim.ts";
import type { Observation } from "../model/observation.ts";
import type { Report } from "../model/report.ts";

/** How long the audit of a table took. */
export interface AuditTime {
  readonly rows: number;
  readonly relations: number;
  /** Milliseconds. */
  readonly time: number;
}

const relations: [id: string, kind: ClaimRow["kind"], result: string, operands: string][] = [
  ["sum", "sum", "t.*.all", "t.*.inside t.*.remote"],
  ["change", "difference", "t.*.change", "t.*.all t.*.before"],
  ["growth", "growth", "t.*.growth", "t.*.all / t.*.before"],
  ["share", "share", "t.*.share", "t.*.remote / t.*.all"],
  ["loans", "ratio", "t.*.loans-per-user", "t.*.loans / t.*.all"],
];

/**
 * Measures the audit of tables with five relations a row: a sum, a difference, a growth, a share and a ratio.
 *
 * @param sizes How many rows each table has.
 * @param rounds How often each is measured; the median counts.
 * @returns The times, in the order of the sizes.
 */
export async function benchAudit(sizes: readonly number[], rounds = 3): Promise<AuditTime[]> {
  const report = await loadReport();
  const warmUp = syntheticReport(sizes[0] ?? 0, report);
  for (let round = 0; round < rounds; round++) audit(warmUp);
  return sizes.map((rows) => {
    const table = syntheticReport(rows, report);
    const times = Array.from({ length: rounds }, () => timeOf(() => audit(table)));
    const time = times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)];
    return { rows, relations: table.claims.length, time };
  });
}

/** The times as lines for a terminal: per row, and how much more a row takes than in the table before. */
export function auditTimes(times: readonly AuditTime[]): string {
  const perRow = ({ rows, time }: AuditTime) => 1000 * time / rows;
  return times.map((each, index) => {
    const before = times[index - 1];
    const ratio = before ? `, ${(perRow(each) / perRow(before)).toFixed(2)} × the row before` : "";
    return `${`audit of ${each.rows} rows, ${each.relations} relations`.padEnd(44)}${
      (each.time / 1000).toFixed(3)
    } s, ${perRow(each).toFixed(2)} µs a row${ratio}`;
  }).join("\n");
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** A table that is consistent but for every thousandth row, in which the total is one too high. */
function syntheticReport(rows: number, surroundings: Report): Report {
  const observations: Observation[] = [];
  for (let row = 0; row < rows; row++) {
    const inside = 1000 + (row * 7919) % 90_000, remote = 10 + (row * 104_729) % 9_000;
    const all = inside + remote + (row % 1000 === 999 ? 1 : 0);
    const before = 1000 + (row * 6151) % 100_000, loans = all * 20 + row % 1000;
    const add = (cell: string, value: number, decimals?: number, unit = "units") =>
      observations.push({ ...observation(`t.r${row}.${cell}`, value, decimals), unit });
    add("inside", inside);
    add("remote", remote);
    add("all", all);
    add("before", before);
    add("change", all - before);
    add("growth", 100 * (all / before - 1), 1, "percent");
    add("share", 100 * remote / all, 1, "percent");
    add("loans", loans);
    add("loans-per-user", loans / all, 2);
  }
  const ids = observations.map(({ id }) => id);
  const claims = relations.flatMap(([id, kind, result, operands]) =>
    expandClaim({ ...claimRow, id: `${id}.*`, kind, result, operands }, ids, {
      describe: () => undefined,
      unprinted: new Map(),
    })
  );
  return {
    ...surroundings,
    indicators,
    norms: [],
    trendWords: [],
    errata: [],
    observations,
    claims,
  };
}

const claimRow = {
  basis: "implied",
  rule: "",
  line: null,
  topic: "table-1",
  statement: { ru: "а", en: "a" },
} as const;

const labels = {
  label: { ru: "а", en: "a" },
  unitLabel: { ru: "а", en: "a" },
  definition: { ru: "а", en: "a" },
};
const indicators: Report["indicators"] = [
  { id: "count", unit: "units", precision: "count", ...labels },
  { id: "rounded", unit: "units", precision: "rounded", ...labels },
  { id: "percent", unit: "percent", precision: "rounded", ...labels },
];

function observation(id: string, number: number, decimals?: number): Observation {
  const printed = number.toFixed(decimals ?? 0);
  return {
    id,
    indicator: decimals === undefined ? "count" : "rounded",
    population: "all",
    scope: "all",
    territory: "all",
    period: "2016",
    value: Number(printed),
    unit: "units",
    form: "number",
    printed,
    line: 1,
    decimals: decimals ?? 0,
  };
}

if (import.meta.main) console.log(auditTimes(await benchAudit([1000, 10_000, 100_000])));
