import { Plot } from "report";
import { type Cases, counts, libraries, readers, visits } from "./rows.ts";

/** One case for each option of a plot as a whole. */
export const options: Cases = {
  "title-subtitle-caption": (say) =>
    Plot.plot({
      title: say(
        "Central children's libraries are more than all other kinds that the report names taken together",
        "Центральных детских библиотек больше, чем других названных в отчёте, даже если сложить вместе",
      ),
      subtitle: say("Libraries by kind, start of 2017", "Библиотеки по видам на начало 2017 года"),
      caption: say("Source: report, line 10", "Источник: отчёт, строка 10"),
      ariaLabel: say("Bars of four lengths", "Полосы четырёх длин"),
      ariaDescription: say("The longest stands for eleven", "Самая длинная – одиннадцать"),
      marks: [Plot.barX(counts(say), { x: "count", y: "kind", tip: true })],
    }),
  "no-options": () => Plot.plot({ marks: [Plot.ruleX([0, 1])] }),
  "width-of-a-column": (say) =>
    Plot.plot({
      width: 360,
      color: { legend: true },
      marks: [Plot.barY(counts(say), { x: "kind", y: "count", fill: "kind" })],
    }),
  "width-of-a-slide": (say) =>
    Plot.plot({ width: 1280, marks: [Plot.barY(counts(say), { x: "kind", y: "count" })] }),
  "given-margins": (say) =>
    Plot.plot({ marginLeft: 130, marks: [Plot.barX(counts(say), { x: "count", y: "kind" })] }),
  "grid-and-inset": (say) =>
    Plot.plot({
      grid: true,
      inset: 10,
      marks: [Plot.dot(libraries(say), { x: "stock", y: "loans" })],
    }),
  clip: (say) =>
    Plot.plot({
      x: { domain: [5000, 20000] },
      marks: [Plot.frame(), Plot.dot(libraries(say), { x: "stock", y: "loans", clip: true })],
    }),
  "aspect-ratio": (say) =>
    Plot.plot({ aspectRatio: 0.5, marks: [Plot.dot(libraries(say), { x: "stock", y: "loans" })] }),
  "axis-off": (say) =>
    Plot.plot({ axis: null, marks: [Plot.barX(counts(say), { x: "count", y: "kind" })] }),
  "long-axis-labels": (say) =>
    Plot.plot({
      x: {
        label: say(
          "Items lent out per year, in all departments and by remote access",
          "Число выданных за год экземпляров во всех отделах и удалённо",
        ),
      },
      y: {
        label: say(
          "Libraries that serve children and youth",
          "Библиотеки, обслуживающие детей и молодёжь",
        ),
      },
      width: 360,
      marks: [Plot.dot(libraries(say), { x: "loans", y: "stock" })],
    }),
  "tick-format": (say) =>
    Plot.plot({
      y: { tickFormat: "s" },
      x: { tickFormat: "%m.%y" },
      marks: [Plot.lineY(visits(say).slice(0, 6), { x: "month", y: "visits" })],
    }),
  "turned-labels": (say) =>
    Plot.plot({
      x: { tickRotate: -30 },
      marks: [Plot.barY(counts(say), { x: "kind", y: "count" })],
    }),
  "columns-of-a-legend": (say) =>
    Plot.plot({
      color: { legend: true, ...{ columns: "180px" } },
      marks: [Plot.barX(counts(say), { x: "count", y: "kind", fill: "kind" })],
    }),
  style: (say) =>
    Plot.plot({
      style: { fontSize: "15px", color: "#6b4c9a" },
      marks: [Plot.barX(counts(say), { x: "count", y: "kind" })],
    }),
  "title-channel": (say) => Plot.dot(libraries(say), { x: "stock", y: "loans", title: "place" }),
  "two-plots": (say) => [
    Plot.barX(counts(say), { x: "count", y: "kind" }).plot(),
    Plot.lineY(visits(say).slice(0, 6), { x: "month", y: "visits" }).plot({ height: 160 }),
  ],
  "several-marks": (say) => [Plot.barX(counts(say), { x: "count", y: "kind" }), Plot.ruleX([0])],
  gradient: (say) =>
    Plot.plot({
      marks: [
        (
          _index: unknown,
          _scales: unknown,
          _values: unknown,
          _dimensions: unknown,
          context: { document: Document },
        ) => {
          const gradient = context.document.createElementNS(
            "http://www.w3.org/2000/svg",
            "linearGradient",
          );
          gradient.setAttribute("id", "fade");
          for (const [offset, color] of [["0%", "#1f4e8c"], ["100%", "#a3cdea"]]) {
            const stop = context.document.createElementNS("http://www.w3.org/2000/svg", "stop");
            stop.setAttribute("offset", offset);
            stop.setAttribute("stop-color", color);
            gradient.append(stop);
          }
          return gradient;
        },
        Plot.barX(counts(say), { x: "count", y: "kind", fill: "url(#fade)" }),
      ] as never,
    }),
  "facet-grid": (say) =>
    Plot.plot({
      marks: [Plot.frame(), Plot.barX(readers(say), { fx: "age", x: "readers", y: "town" })],
    }),
};
