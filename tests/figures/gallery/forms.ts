import { dumbbellX, intervalX, labelX, Plot, waterfallX } from "report";
import type { Cases } from "./rows.ts";

const sign = ({ change }: { readonly change: number }) => change < 0 ? "#b4442b" : "#1f4e8c";

/** The forms that notebooks of a report use: our own marks, and plain ones put together. */
export const forms: Cases = {
  dumbbell: (say) => {
    const shares = [
      { group: say("Children up to 14", "Дети до 14 лет"), residents: 19.1, users: 39.4 },
      {
        group: say("Young people of 15 to 30", "Молодёжь 15–30 лет"),
        residents: 18.6,
        users: 19.8,
      },
    ];
    const ends = [say("residents", "жители"), say("users", "пользователи")] as const;
    return Plot.plot({
      title: say("Share of residents and of users", "Доля среди жителей и пользователей"),
      x: { label: "%", zero: true, grid: true },
      y: { label: null },
      color: { legend: true },
      marks: [dumbbellX(shares, { x1: "residents", x2: "users", y: "group", decimals: 1, ends })],
    });
  },
  interval: (say) => {
    const provision = [
      {
        of: say("Urban okrugs", "Городские округа"),
        low: 5.15,
        high: 5.25,
        value: 5.2,
        least: 5,
        most: 7,
      },
      {
        of: say("Municipal districts", "Муниципальные районы"),
        low: 3.15,
        high: 3.25,
        value: 3.2,
        least: 7,
        most: 9,
      },
      { of: say("Together", "Вместе"), low: 4.1, high: 4.9 },
    ];
    return Plot.plot({
      title: say("Stock per child and its norm", "Книгообеспеченность и её норма"),
      x: { label: say("items per child", "экз. на ребёнка"), grid: true },
      y: { label: null },
      marks: [
        Plot.barX(provision.slice(0, 2), { x1: "least", x2: "most", y: "of", fill: "#dfe5ec" }),
        intervalX(provision, { x1: "low", x2: "high", x: "value", y: "of", decimals: 2 }),
      ],
    });
  },
  waterfall: (say) => {
    const steps = [
      { of: "2015", visits: 2195067, isTotal: true },
      { of: say("Services", "Обслуживание"), visits: -45 },
      { of: say("Events", "Мероприятия"), visits: -7284 },
      { of: say("Unexplained", "Не объяснено"), visits: 711 },
      { of: "2016", visits: 2188449, isTotal: true },
    ];
    return Plot.plot({
      title: say("Visits of 2015, their changes, visits of 2016", "Посещения 2015 и 2016 годов"),
      x: { label: say("visits", "посещения"), grid: true },
      y: { label: null },
      marks: [waterfallX(steps, { x: "visits", y: "of", total: "isTotal" })],
    });
  },
  change: (say) => {
    const changes = [
      { of: say("Loans", "Книговыдачи"), change: 1.09 },
      { of: say("Visits", "Посещения"), change: -0.3 },
      { of: say("Users", "Пользователи"), change: -0.17 },
    ];
    return Plot.plot({
      title: say(
        "Loans rose while users and visits fell",
        "Выдачи выросли, посещения и пользователи – нет",
      ),
      subtitle: say("Change from 2015 to 2016, %", "Изменение с 2015 по 2016 год, %"),
      x: { label: "%", grid: true },
      y: { label: null },
      marks: [
        Plot.ruleX([0]),
        Plot.link(changes, {
          x1: 0,
          x2: "change",
          y: "of",
          stroke: sign,
          strokeWidth: 2.5,
          sort: { y: null },
        }),
        Plot.dot(changes, { x: "change", y: "of", fill: sign, r: 5, tip: true }),
        labelX(changes, { x: "change", y: "of", signed: true, decimals: 2 }),
      ],
    });
  },
  composition: (say) => {
    const modes = [
      [say("Users", "Пользователи"), say("in the library", "в стационаре"), 248610],
      [say("Users", "Пользователи"), say("remote", "удалённо"), 19216],
      [say("Loans", "Книговыдачи"), say("in the library", "в стационаре"), 5470316],
      [say("Loans", "Книговыдачи"), say("remote", "удалённо"), 226978],
    ].map(([of, mode, count]) => ({ of, mode, count }));
    const bars = { x: "count", y: "of", z: "mode", offset: "normalize" } as const;
    return Plot.plot({
      title: say("How children's libraries were used", "Как пользовались библиотеками"),
      x: { percent: true, label: "%" },
      y: { label: null },
      color: { legend: true },
      marks: [
        Plot.barX(modes, { ...bars, fill: "mode", sort: { y: null }, tip: true }),
        Plot.text(modes.filter(({ mode }) => mode === modes[0].mode), {
          x: 0,
          y: "of",
          text: "count",
          textAnchor: "start",
          dx: 8,
          fill: "white",
        }),
      ],
    });
  },
  tally: (say) => {
    const verdicts = [["01_overview", 9, 2], ["04_table_1", 21, 1], ["05_collections", 12, 4]]
      .flatMap((
        [notebook, agree, contradict],
      ) => [
        ...Array.from(
          { length: Number(agree) },
          () => ({ notebook, verdict: say("agrees", "сходится") }),
        ),
        ...Array.from(
          { length: Number(contradict) },
          () => ({ notebook, verdict: say("contradicts", "расходится") }),
        ),
      ]);
    return Plot.plot({
      title: say("Verdicts by notebook", "Выводы по тетрадям"),
      x: { label: say("claims", "утверждения") },
      y: { label: null },
      color: { legend: true },
      marks: [
        Plot.waffleX(
          verdicts,
          Plot.groupY({ x: "count" }, { y: "notebook", fill: "verdict", unit: 1 }),
        ),
        Plot.text(
          verdicts,
          Plot.groupY({ x: "count", text: "count" }, { y: "notebook", textAnchor: "start", dx: 8 }),
        ),
      ],
    });
  },
  "tile-map": (say) => {
    const tiles = [
      [say("Yurga", "Юрга"), 1, 1, 6],
      [say("Kemerovo", "Кемерово"), 2, 1, 23],
      [say("Belovo", "Белово"), 2, 2, 11],
      [say("Tayga", "Тайга"), 1, 2, 0],
    ].map(([place, column, row, count]) => ({ place, column, row, count: Number(count) }));
    const at = { x: "column", y: "row" } as const;
    const fill = ({ count }: { readonly count: number }) => count > 12 ? "white" : "black";
    return Plot.plot({
      title: say("Initiatives told, by municipality", "Инициативы по муниципалитетам"),
      axis: null,
      width: 420,
      height: 260,
      padding: 0.04,
      color: { scheme: "Blues", zero: true, legend: true, label: say("initiatives", "инициативы") },
      marks: [
        Plot.cell(tiles, { ...at, fill: "count", tip: true }),
        Plot.text(tiles, { ...at, text: "place", dy: -8, fill }),
        Plot.text(tiles, { ...at, text: "count", dy: 8, fontWeight: "bold", fill }),
      ],
    });
  },
  slope: (say) => {
    const perUser = [
      [say("Visits per user", "Посещаемость"), 8.18, 8.17],
      [say("Loans per user", "Читаемость"), 21.01, 21.27],
    ].flatMap((
      [of, before, after],
    ) => [{ of, year: "2015", value: before }, { of, year: "2016", value: after }]);
    const last = perUser.filter(({ year }) => year === "2016");
    return Plot.plot({
      title: say("Per user, 2015 and 2016", "На одного пользователя, 2015 и 2016"),
      x: { label: null },
      y: { axis: null, zero: true },
      color: { legend: true },
      width: 420,
      height: 260,
      marks: [
        Plot.lineY(perUser, { x: "year", y: "value", stroke: "of", marker: true }),
        Plot.text(last, { x: "year", y: "value", text: "value", dx: 10, textAnchor: "start" }),
      ],
    });
  },
};
