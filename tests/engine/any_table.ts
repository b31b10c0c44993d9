import fc from "fast-check";
import type { TableRelation } from "../../lib/preflight/table_relation.ts";

const plain = { each: "row", divisors: [], unit: "", blank: "not-told", except: [] } as const;
/** A relation of every kind, of printed and of unrounded numbers. */
export const relations: readonly TableRelation[] = (["as-printed", "from-unrounded"] as const)
  .flatMap(
    (computed): TableRelation[] => [
      { ...plain, kind: "sum", result: "total", operands: ["a", "b", "c"], computed },
      { ...plain, kind: "sum", result: "total", operands: ["a", "b", "c"], computed, blank: "nil" },
      { ...plain, kind: "difference", result: "change", operands: ["a", "b"], computed },
      {
        ...plain,
        kind: "roll-forward",
        result: "change",
        operands: ["a"],
        divisors: ["b"],
        computed,
      },
      { ...plain, kind: "same", result: "again", operands: ["a"], computed },
      {
        ...plain,
        ...{ kind: "shares", result: "rest", operands: ["share", "growth"], computed },
        unit: "percent",
      },
      { ...plain, kind: "ratio", result: "mean", operands: ["a"], divisors: ["b"], computed },
      {
        ...plain,
        ...{ kind: "share", result: "share", operands: ["a", "c"], divisors: ["b"], computed },
        unit: "percent",
      },
      {
        ...plain,
        ...{ kind: "growth", result: "growth", operands: ["a"], divisors: ["b"], computed },
        unit: "percent",
      },
    ],
  );

const names = [
  "name",
  "a",
  "b",
  "c",
  "total",
  "change",
  "mean",
  "share",
  "growth",
  "again",
  "rest",
];

/** What may stand in a cell: the number itself most often, near it, or what is no plain number. */
const printed = fc.oneof(
  { weight: 12, arbitrary: fc.constant("=") },
  { weight: 4, arbitrary: fc.constantFrom("=+1", "=-1", "=+0.5", "=-0.5", "=+5") },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "",
      "-",
      "…",
      "x",
      "0",
      "1 234",
      "-3",
      "12,5",
      "5–7",
      "около 300",
      "1*",
    ),
  },
);
const number = fc.oneof(
  fc.integer({ min: 0, max: 5000 }).map(String),
  fc.integer({ min: -300, max: 30000 }).map((tenths) => comma(tenths / 10, 1)),
  fc.integer({ min: 0, max: 9_999_999 }).map((count) => count.toLocaleString("ru")),
);

function comma(value: number, decimals: number): string {
  return value.toFixed(decimals).replace(".", ",");
}

const row = fc.record({
  parts: fc.tuple(number, number, number),
  decimals: fc.tuple(fc.nat(1), fc.nat(1), fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(1), fc.nat(2)),
  printed: fc.array(printed, { minLength: 10, maxLength: 10 }),
}).map(({ parts, decimals, printed }) => {
  const [a, b, c] = parts.map((part) => Number(part.replaceAll(/\s/g, "").replace(",", ".")));
  const share = 100 * (a + c) / b, growth = 100 * (a / b - 1);
  const rest = 100 - Number(share.toFixed(decimals[3])) - Number(growth.toFixed(decimals[4]));
  const computed = [a + b + c, a - b, a / b, share, growth, a, rest];
  const cells = [
    ...parts,
    ...computed.map((value, at) => isFinite(value) ? comma(value, decimals[at]) : ""),
  ];
  return cells.map((cell, at) => {
    const print = printed[at];
    if (!print.startsWith("=")) return print;
    if (print === "=" || cell === "") return cell;
    const value = Number(cell.replaceAll(/\s/g, "").replace(",", "."));
    const places = /,(\d+)/.exec(cell)?.[1].length ?? 0;
    return comma(value + Number(print.slice(1)) * 10 ** -places, places);
  });
});

/** A table of so many rows of any numbers: most hold, some do not, some print no number. */
export function anyTable(rows: number, seed: number): string {
  const named = fc.sample(row, { numRuns: rows, seed }).map((
    cells,
    at,
  ) => [`Library ${at + 1}`, ...cells]);
  return [names, ...named].map((fields) => fields.join(";")).join("\n") + "\n";
}
