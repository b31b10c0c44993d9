import { Plot } from "report";
import { type Cases, counts, libraries, readers, visits } from "./rows.ts";

const powers = Array.from({ length: 8 }, (_, power) => ({ power, value: 7 ** power }));

/** One case for each type of scale. */
export const scales: Cases = {
  linear: () => Plot.dot(powers, { x: "value", y: "power" }),
  logarithmic: () =>
    Plot.plot({
      x: { type: "log", grid: true },
      marks: [Plot.dot(powers, { x: "value", y: "power" })],
    }),
  "square-root": () =>
    Plot.plot({ x: { type: "sqrt" }, marks: [Plot.dot(powers, { x: "value", y: "power" })] }),
  power: () =>
    Plot.plot({
      x: { type: "pow", exponent: 0.3 },
      marks: [Plot.dot(powers, { x: "value", y: "power" })],
    }),
  "symmetric-log": () =>
    Plot.plot({
      x: { type: "symlog" },
      marks: [Plot.dot(powers, { x: (row) => row.value - 500, y: "power" })],
    }),
  percent: () =>
    Plot.plot({
      x: { percent: true, label: "%" },
      marks: [
        Plot.barX([0.377, 0.59], { x: (share) => share, y: (share) => share > 0.5 ? "b" : "a" }),
      ],
    }),
  fractions: () => Plot.dotX([0.0125, 0.02, 0.0375], { x: (value) => value }).plot(),
  negative: () =>
    Plot.barX([-6618, 61227, -457], { x: (value) => value, y: ["a", "b", "c"] }).plot(),
  months: (say) => Plot.lineY(visits(say).slice(0, 6), { x: "month", y: "visits" }),
  years: (say) => Plot.dot(libraries(say), { x: "opened", y: "stock" }),
  "local-time": () =>
    Plot.plot({
      x: { type: "time" },
      marks: [Plot.ruleX([new Date(2016, 0, 1), new Date(2016, 11, 31)])],
      height: 60,
    }),
  days: () =>
    Plot.ruleX([new Date(Date.UTC(2016, 4, 1)), new Date(Date.UTC(2016, 4, 20))]).plot({
      height: 60,
    }),
  "years-as-texts": () =>
    Plot.barY([{ year: "2015", visits: 2195067 }, { year: "2016", visits: 2188449 }], {
      x: "year",
      y: "visits",
    }),
  "years-as-numbers": () =>
    Plot.barY([{ year: 2015, visits: 2195067 }, { year: 2016, visits: 2188449 }], {
      x: "year",
      y: "visits",
    }).plot(),
  band: (say) => Plot.barX(counts(say), { x: "count", y: "kind" }),
  point: (say) => Plot.dot(counts(say), { x: "kind", y: "count" }).plot({ x: { type: "point" } }),
  "many-names": (say) =>
    Plot.barY(
      Array.from(
        { length: 24 },
        (_, at) => ({ place: say(`District ${at + 1}`, `Район ${at + 1}`), count: at % 7 }),
      ),
      { x: "place", y: "count", sort: { x: null } },
    ),
  facets: (say) =>
    Plot.dot(libraries(say), { fx: "place", x: "stock", y: "loans" }).plot({ marginRight: 40 }),
  "facets-in-rows": (say) =>
    Plot.plot({
      grid: true,
      marks: [Plot.frame(), Plot.dot(libraries(say), { fy: "place", x: "stock", y: "loans" })],
    }),
  "colour-classes": (say) =>
    Plot.plot({
      color: { legend: true },
      marks: [Plot.cellX(counts(say), { x: "kind", fill: "kind" })],
    }),
  "colour-ordinal": (say) =>
    Plot.plot({
      color: { type: "ordinal", legend: true },
      marks: [Plot.cellX([1, 2, 3, 4], { fill: (value) => value })],
      x: { label: say("grade", "балл") },
    }),
  "colour-sequence": (say) =>
    Plot.plot({
      color: { legend: true, label: say("Stock", "Фонд") },
      marks: [Plot.dot(libraries(say), { x: "stock", y: "loans", fill: "stock" })],
    }),
  "colour-diverging": () =>
    Plot.plot({
      color: { type: "diverging", legend: true, label: "%" },
      marks: [Plot.cellX([-3, -1, 0, 2, 5], { fill: (value) => value })],
    }),
  "colour-threshold": (say) =>
    Plot.plot({
      color: {
        type: "threshold",
        domain: [10000, 20000],
        scheme: "Blues",
        legend: true,
        label: say("Stock", "Фонд"),
      },
      marks: [Plot.dot(libraries(say), { x: "stock", y: "loans", fill: "stock" })],
    }),
  "colour-quantiles": (say) =>
    Plot.plot({
      color: { type: "quantile", n: 4, scheme: "Blues", legend: true },
      marks: [Plot.dot(libraries(say), { x: "stock", y: "loans", fill: "stock" })],
    }),
  "colour-log": () =>
    Plot.plot({
      color: { type: "log", legend: true },
      marks: [Plot.dotX(powers, { x: "power", fill: "value", r: 8 })],
    }),
  "colour-cyclical": () =>
    Plot.plot({
      color: { type: "cyclical", legend: true },
      marks: [Plot.cellX(powers, { x: "power", fill: "power" })],
    }),
  opacity: () =>
    Plot.plot({
      opacity: { legend: true },
      marks: [Plot.cellX(powers, { x: "power", fill: "black", fillOpacity: "power" })],
    }),
  radius: (say) =>
    Plot.dot(libraries(say), {
      x: "stock",
      y: "loans",
      r: "staff",
      fill: "#1f4e8c",
      fillOpacity: 0.5,
    }),
  symbols: (say) =>
    Plot.plot({
      symbol: { legend: true },
      marks: [
        Plot.dot(libraries(say), { x: "stock", y: "loans", symbol: "place", stroke: "place" }),
      ],
    }),
  length: () => Plot.vectorX(powers, { x: "power", length: "power" }).plot({ height: 80 }),
  reversed: (say) =>
    Plot.plot({ x: { reverse: true }, marks: [Plot.barX(counts(say), { x: "count", y: "kind" })] }),
  "legend-alone": (say) =>
    Plot.legend({ color: { type: "linear", domain: [0, 60000], label: say("Loans", "Выдачи") } }),
  "stacked-to-one": (say) =>
    Plot.plot({
      x: { percent: true },
      color: { legend: true },
      marks: [
        Plot.barX(readers(say), { x: "readers", y: "town", fill: "age", offset: "normalize" }),
      ],
    }),
};
