import { Plot } from "report";
import { type Cases, country, counts, heights, libraries, readers, visits } from "./rows.ts";

/** One case for each of Plot's marks. */
export const marks: Cases = {
  area: (say) =>
    Plot.plot({
      color: { legend: true },
      marks: [
        Plot.areaY(visits(say), { x: "month", y: "visits", fill: "kind", tip: true }),
        Plot.ruleY([0]),
      ],
    }),
  arrow: (say) =>
    Plot.arrow(libraries(say).slice(0, 12), {
      x1: "stock",
      y1: "loans",
      x2: (row) => row.stock + 3000,
      y2: (row) => row.loans * 1.2,
      bend: true,
    }),
  auto: (say) => Plot.auto(libraries(say), { x: "stock", y: "loans" }),
  axis: () =>
    Plot.plot({
      x: { domain: [0, 100], label: "%" },
      y: { domain: [0, 1], label: null },
      marks: [
        Plot.axisX({ anchor: "top" }),
        Plot.axisX(),
        Plot.axisY({ anchor: "right" }),
        Plot.axisY(),
      ],
    }),
  "bar-horizontal": (say) =>
    Plot.barX(counts(say), { x: "count", y: "kind", sort: { y: "-x" }, tip: true }),
  "bar-vertical": (say) => Plot.barY(counts(say), { x: "kind", y: "count", sort: { x: "-y" } }),
  "bar-stacked": (say) =>
    Plot.plot({
      color: { legend: true },
      marks: [
        Plot.barX(readers(say), { x: "readers", y: "town", fill: "age", order: "age", tip: true }),
      ],
    }),
  bollinger: (say) =>
    Plot.bollingerY(visits(say).slice(0, 6), { x: "month", y: "visits", n: 3, stroke: "#1f4e8c" })
      .plot(),
  box: (say) => Plot.boxX(libraries(say), { x: "loans", y: "place" }),
  cell: (say) =>
    Plot.plot({
      color: { scheme: "Blues", zero: true },
      marks: [
        Plot.cell(readers(say), { x: "age", y: "town", fill: "readers" }),
        Plot.text(readers(say), {
          x: "age",
          y: "town",
          text: "readers",
          fill: (row) => row.readers > 1000 ? "white" : "black",
        }),
      ],
    }),
  contour: () =>
    Plot.contour(heights, { x: "x", y: "y", fill: "height" }).plot({ color: { legend: true } }),
  crosshair: (say) =>
    Plot.plot({
      marks: [
        Plot.dot(libraries(say), { x: "stock", y: "loans" }),
        Plot.crosshair(libraries(say), { x: "stock", y: "loans" }),
      ],
    }),
  "delaunay-and-voronoi": (say) =>
    Plot.plot({
      marks: [
        Plot.voronoiMesh(libraries(say), { x: "stock", y: "loans", stroke: "#a3cdea" }),
        Plot.hull(libraries(say), { x: "stock", y: "loans" }),
        Plot.dot(libraries(say), { x: "stock", y: "loans", fill: "#1f4e8c" }),
      ],
    }),
  density: (say) => Plot.density(libraries(say), { x: "stock", y: "loans", stroke: "density" }),
  difference: (say) =>
    Plot.differenceY(visits(say).slice(0, 6), { x: "month", y1: () => 4500, y2: "visits" }).plot(),
  dot: (say) =>
    Plot.plot({
      grid: true,
      color: { legend: true },
      marks: [
        Plot.dot(libraries(say), {
          x: "stock",
          y: "loans",
          r: "staff",
          stroke: "place",
          tip: true,
        }),
      ],
    }),
  frame: (say) =>
    Plot.plot({ marks: [Plot.frame(), Plot.dot(libraries(say), { x: "stock", y: "loans" })] }),
  geo: () =>
    Plot.plot({
      projection: { type: "equirectangular", domain: country },
      color: { legend: true },
      height: 260,
      marks: [Plot.geo(country, { fill: (place) => place.properties.name, stroke: "white" })],
    }),
  graticule: () =>
    Plot.plot({ projection: "equal-earth", height: 320, marks: [Plot.graticule(), Plot.sphere()] }),
  hexbin: (say) =>
    Plot.dot(libraries(say), Plot.hexbin({ r: "count", fill: "count" }, { x: "stock", y: "loans" }))
      .plot({ color: { legend: true } }),
  hexgrid: (say) =>
    Plot.plot({ marks: [Plot.hexgrid(), Plot.dot(libraries(say), { x: "stock", y: "loans" })] }),
  image: () =>
    Plot.image([1, 2, 3], {
      x: (count) => count,
      y: 0,
      width: 32,
      src: () =>
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==",
    }).plot({ height: 90, y: { axis: null } }),
  line: (say) =>
    Plot.plot({
      color: { legend: true },
      y: { grid: true, zero: true },
      marks: [
        Plot.lineY(visits(say), {
          x: "month",
          y: "visits",
          stroke: "kind",
          marker: true,
          tip: true,
        }),
        Plot.ruleY([0]),
      ],
    }),
  "linear-regression": (say) =>
    Plot.plot({
      marks: [
        Plot.dot(libraries(say), { x: "stock", y: "loans" }),
        Plot.linearRegressionY(libraries(say), { x: "stock", y: "loans", stroke: "#b4442b" }),
      ],
    }),
  link: (say) =>
    Plot.link(counts(say), {
      x1: 0,
      x2: "count",
      y1: "kind",
      y2: "kind",
      markerEnd: "arrow",
      strokeWidth: 2,
    }),
  raster: () =>
    Plot.raster(heights, { x: "x", y: "y", fill: "height", interpolate: "nearest", pixelSize: 4 })
      .plot({ color: { legend: true } }),
  rect: (say) =>
    Plot.rectY(libraries(say), {
      ...Plot.binX({ y: "count" }, { x: "loans" }),
      tip: true,
    }),
  rule: (say) =>
    Plot.plot({
      marks: [
        Plot.ruleY([20000], { stroke: "#b4442b", strokeDasharray: "4,3" }),
        Plot.dot(libraries(say), { x: "opened", y: "stock" }),
      ],
    }),
  text: (say) =>
    Plot.text(counts(say), {
      x: "count",
      y: "kind",
      text: "kind",
      textAnchor: "start",
      fontSize: 14,
    }).plot({
      y: { axis: null },
    }),
  tick: (say) => Plot.tickX(libraries(say), { x: "loans", y: "place", stroke: "place" }),
  tip: (say) =>
    Plot.plot({
      marks: [
        Plot.lineY(visits(say).slice(0, 6), { x: "month", y: "visits" }),
        Plot.tip(visits(say).slice(0, 6), Plot.selectMaxY({ x: "month", y: "visits" })),
      ],
    }),
  tree: (say) =>
    Plot.tree(
      [
        say("Network/children/central", "Сеть/детские/центральные"),
        say("Network/children/model", "Сеть/детские/модельные"),
        say("Network/youth", "Сеть/юношеские"),
      ],
      { delimiter: "/" },
    ).plot({ height: 160, axis: null }),
  vector: () =>
    Plot.vector(heights, { x: "x", y: "y", length: "height", rotate: ({ x }) => x * 15 }).plot(),
  waffle: (say) => Plot.waffleX(counts(say), { x: "count", y: "kind", fill: "kind" }),
};
