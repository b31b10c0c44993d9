import { audit } from "../../lib/audit/audit.ts";
import { expandClaim } from "../../lib/load/check_claims.ts";
import { loadReport } from "../../lib/load/load_report.ts";
import type { ClaimRow } from "../../lib/model/claim.ts";
import type { Observation } from "../../lib/model/observation.ts";
import type { Report } from "../../lib/model/report.ts";

const relations: [id: string, kind: ClaimRow["kind"], result: string, operands: string][] = [
  ["sum", "sum", "t.*.all", "t.*.inside t.*.remote"],
  ["change", "difference", "t.*.change", "t.*.all t.*.before"],
  ["growth", "growth", "t.*.growth", "t.*.all / t.*.before"],
  ["share", "share", "t.*.share", "t.*.remote / t.*.all"],
  ["loans", "ratio", "t.*.loans-per-user", "t.*.loans / t.*.all"],
];

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
      unprinted: () => undefined,
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

const report = await loadReport();

// As the tables grow, the time of a row should not: 1,000, 10,000 and 100,000 rows.
for (const rows of [1_000, 10_000, 100_000]) {
  const table = syntheticReport(rows, report);
  Deno.bench({
    name: `audit of ${rows.toLocaleString("en")} rows, ${
      table.claims.length.toLocaleString("en")
    } relations`,
    group: "audit",
    n: 3,
    fn: () => {
      audit(table);
    },
  });
}
