import * as Plot from "@observablehq/plot";
import type { Language } from "../../lib/model/label.ts";
import { type VerdictKind, verdictKinds } from "../../lib/model/verdict.ts";
import type { Caption } from "../../lib/figures/caption.ts";
import { changeFigure } from "../../lib/figures/change_figure.ts";
import { compositionFigure } from "../../lib/figures/composition_figure.ts";
import { dumbbellFigure } from "../../lib/figures/dumbbell_figure.ts";
import type { Figure } from "../../lib/figures/figure.ts";
import { intervalFigure } from "../../lib/figures/interval_figure.ts";
import { matrixFigure } from "../../lib/figures/matrix_figure.ts";
import { palette } from "../../lib/figures/palette.ts";
import { plotFigure } from "../../lib/figures/plot_figure.ts";
import { slopeFigure } from "../../lib/figures/slope_figure.ts";
import { tallyFigure } from "../../lib/figures/tally_figure.ts";
import { tileMapFigure } from "../../lib/figures/tile_map_figure.ts";
import { verdictColors } from "../../lib/look/verdict_colors.ts";
import { waffleFigure } from "../../lib/figures/waffle_figure.ts";
import { waterfallFigure } from "../../lib/figures/waterfall_figure.ts";

/** One figure that the tests draw. */
export interface Sample {
  readonly kind: string;
  /** What is drawn: the values of a report, or an extreme. */
  readonly values: string;
  readonly language: Language;
  readonly draw: () => Figure;
}

type Pick = (ru: string, en: string) => string;
type Draw = (pick: Pick, caption: Caption) => Figure;

const wordy = {
  ru: "Посещения детских и школьных библиотек для получения библиотечно-информационных услуг, " +
    "включая внестационарное обслуживание в отдалённых сельских территориях",
  en: "Visits to children's and school libraries for library and information services, " +
    "including outreach to remote rural territories of the region",
};
const counts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];

const twoValues = {
  report: (pick: Pick) => [
    { label: pick("Пользователи", "Users"), from: 268283, to: 267826 },
    { label: pick("в стенах библиотеки", "in the library"), from: 258495, to: 257968 },
    { label: pick("удалённые", "remote"), from: 9788, to: 9858 },
    { label: pick("Выдача в удалённом режиме", "Remote loans"), from: 204086, to: 200251 },
    { label: pick("Посещения массовых мероприятий", "Visits to events"), from: 430236, to: 422952 },
  ],
  one: (pick: Pick) => [{ label: pick("Книговыдача", "Loans"), from: 5636067, to: 5697294 }],
  twenty: (pick: Pick) =>
    counts.map((n) => ({
      label: `${pick("Муниципальный район", "Municipal district")} ${n + 1}`,
      from: 1000 + n * 37,
      to: 1000 + (n * 7 % 20) * 41,
    })),
  wordy: (pick: Pick) => [
    { label: pick(wordy.ru, wordy.en), from: 17648310, to: 17647860 },
    { label: pick(`${wordy.ru} (2)`, `${wordy.en} (2)`), from: 17648310, to: 4229520 },
    { label: pick("Коротко", "Short"), from: 17648300, to: 4229500 },
  ],
  negative: (pick: Pick) => [
    { label: pick("Сальдо", "Balance"), from: -61227, to: 6618 },
    { label: pick("Прирост", "Growth"), from: -45, to: -7284 },
  ],
  equal: (pick: Pick) => [
    { label: pick("Музеи", "Museums"), from: 5, to: 5 },
    { label: pick("Памятники", "Monuments"), from: 5, to: 5 },
    { label: pick("Клубы", "Clubs"), from: 5, to: 5 },
  ],
};

const twoValueCases = (
  draw: (rows: ReturnType<typeof twoValues.report>, unit: Pick2, caption: Caption) => Figure,
): Record<string, Draw> =>
  Object.fromEntries(
    Object.entries(twoValues).map(([name, rows]) => [
      name,
      (pick: Pick, caption: Caption) =>
        draw(
          rows(pick),
          { plain: pick("чел., посещений, экз.", "persons, visits, items") },
          caption,
        ),
    ]),
  );
interface Pick2 {
  readonly plain: string;
}

const kinds: Record<string, Record<string, Draw>> = {
  slope: twoValueCases((rows, unit, caption) =>
    slopeFigure({ rows, columns: ["2015", "2016"], unit: unit.plain }, caption)
  ),
  dumbbell: {
    ...twoValueCases((rows, unit, caption) =>
      dumbbellFigure({ rows, ends: ["2015", "2016"], unit: unit.plain }, caption)
    ),
    zero: (pick, caption) =>
      dumbbellFigure({
        rows: twoValues.report(pick),
        ends: [pick("2015 год", "the year 2015"), pick("2016 год", "the year 2016")],
        unit: pick("чел., посещений, экз.", "persons, visits, items"),
        zero: true,
      }, caption),
  },
  change: {
    ...twoValueCases((rows, unit, caption) =>
      changeFigure({
        rows: rows.map(({ label, from, to }) => ({ label, value: to - from })),
        unit: unit.plain,
      }, caption)
    ),
    rates: (pick, caption) =>
      changeFigure({
        rows: [
          { label: pick("Пользователи", "Users"), value: -0.17 },
          { label: pick("Посещения", "Visits"), value: -0.3 },
          { label: pick("Книговыдача", "Loans"), value: 1.09 },
        ],
        unit: pick("% к 2015 году", "% of 2015"),
        decimals: 2,
      }, caption),
  },
  composition: {
    share: (pick, caption) =>
      compositionFigure({
        rows: [
          ["2015", 1764831, 430236],
          ["2016", 1764786, 422952],
        ].flatMap(([whole, services, events]) => [
          {
            whole: String(whole),
            part: pick("для получения услуг", "for services"),
            value: Number(services),
          },
          {
            whole: String(whole),
            part: pick("массовых мероприятий", "to events"),
            value: Number(events),
          },
        ]),
        unit: pick("посещений", "visits"),
        as: "share",
      }, caption),
    amount: (pick, caption) =>
      compositionFigure({
        rows: [
          [pick("Городские округа", "Urban districts"), 22, 3, 0],
          [pick("Муниципальные районы", "Municipal districts"), 17, 31, 8],
        ].flatMap(([whole, ...values]) =>
          values.map((value, index) => ({
            whole: String(whole),
            part: [
              pick("Центральные детские библиотеки", "Central children's libraries"),
              pick("Филиалы", "Branches"),
              pick("Прочие", "Other"),
            ][index],
            value: Number(value),
          }))
        ),
        unit: pick("библиотек", "libraries"),
        as: "amount",
      }, caption),
    narrow: (pick, caption) =>
      compositionFigure({
        rows: [
          { whole: pick("Всё", "All"), part: pick("первая", "first"), value: 1 },
          { whole: pick("Всё", "All"), part: pick("вторая", "second"), value: 2 },
          { whole: pick("Всё", "All"), part: pick("третья", "third"), value: 9990000 },
          { whole: pick("Всё", "All"), part: pick("четвёртая", "fourth"), value: 70000 },
          { whole: pick("Всё", "All"), part: pick("пятая", "fifth"), value: 7 },
        ],
        unit: pick("экз.", "items"),
        as: "amount",
      }, caption),
    twenty: (pick, caption) =>
      compositionFigure({
        rows: counts.map((n) => ({
          whole: pick(wordy.ru, wordy.en),
          part: `${pick("Район", "District")} ${n + 1}`,
          value: 1000 + n ** 3 * 10,
        })),
        unit: pick("экз.", "items"),
        as: "share",
      }, caption),
    wholes: (pick, caption) =>
      compositionFigure({
        rows: counts.flatMap((n) => [
          {
            whole: `${pick("Район", "District")} ${n + 1}`,
            part: pick("дети", "children"),
            value: n,
          },
          {
            whole: `${pick("Район", "District")} ${n + 1}`,
            part: pick("молодёжь", "youth"),
            value: 40 - n,
          },
        ]),
        unit: pick("тыс. чел.", "thousand persons"),
        as: "amount",
      }, caption),
  },
  waffle: {
    report: (pick, caption) =>
      waffleFigure({
        rows: [
          {
            part: pick(
              "Центральные детские библиотеки городских округов и муниципальных районов",
              "Central children's libraries of urban okrugs and municipal districts",
            ),
            value: 22,
          },
          { part: pick("Городские детские филиалы", "Urban children's branches"), value: 36 },
          { part: pick("Сельские детские филиалы", "Rural children's branches"), value: 14 },
          { part: pick("Детско-юношеские библиотеки", "Children's and youth libraries"), value: 8 },
          { part: pick("Областная библиотека", "Regional library"), value: 1 },
        ],
        unit: pick("библиотека", "library"),
      }, caption),
    one: (pick, caption) =>
      waffleFigure({
        rows: [{ part: pick("Музей", "Museum"), value: 1 }],
        unit: pick("музей", "museum"),
      }, caption),
    twenty: (pick, caption) =>
      waffleFigure({
        rows: counts.map((n) => ({ part: `${pick("Район", "District")} ${n + 1}`, value: n })),
        unit: pick("библиотека", "library"),
      }, caption),
    wordy: (pick, caption) =>
      waffleFigure({
        rows: [1, 2, 3].map((n) => ({ part: pick(wordy.ru, wordy.en), value: n * 100 })),
        unit: pick(wordy.ru, wordy.en),
        perRow: 40,
      }, caption),
  },
  waterfall: {
    report: (pick, caption) =>
      waterfallFigure({
        steps: [
          { label: pick("Посещения, 2015", "Visits, 2015"), value: 2195067, kind: "total" },
          { label: pick("для получения услуг", "for services"), value: -45, kind: "change" },
          { label: pick("массовых мероприятий", "to events"), value: -7284, kind: "change" },
          { label: pick("не объяснено частями", "not explained"), value: 711, kind: "change" },
          { label: pick("Посещения, 2016", "Visits, 2016"), value: 2188449, kind: "total" },
        ],
        unit: pick("посещений", "visits"),
      }, caption),
    zero: (pick, caption) =>
      waterfallFigure({
        steps: [
          { label: "2015", value: 3, kind: "total" },
          { label: pick(wordy.ru, wordy.en), value: -5, kind: "change" },
          { label: pick("Прибыло", "Gained"), value: 4.5, kind: "change" },
          { label: "2016", value: 2.5, kind: "total" },
        ],
        unit: pick("библиотек", "libraries"),
        decimals: 1,
      }, caption),
    one: (_, caption) =>
      waterfallFigure({
        steps: [{ label: "2016", value: 12345678, kind: "total" }],
        unit: "₽",
      }, caption),
    twenty: (pick, caption) =>
      waterfallFigure({
        steps: [
          { label: pick("Было", "Before"), value: 10 ** 7, kind: "total" },
          ...counts.slice(2).map((n) => ({
            label: `${pick("Район", "District")} ${n}`,
            value: (n % 3 - 1) * n * 1000,
            kind: "change" as const,
          })),
          { label: pick("Стало", "After"), value: 10 ** 7 + 12000, kind: "total" },
        ],
        unit: pick("экз.", "items"),
      }, caption),
  },
  interval: {
    report: (pick, caption) =>
      intervalFigure({
        rows: [
          {
            label: pick("Городские округа", "Urban okrugs"),
            low: 5.25,
            high: 5.35,
            value: 5.3,
            norm: { low: 5, high: 7, label: pick("норма 5–7", "norm 5–7") },
          },
          {
            label: pick("Муниципальные районы", "Municipal districts"),
            low: 10.95,
            high: 11.05,
            value: 11,
            norm: { low: 7, high: 9, label: pick("норма 7–9", "norm 7–9") },
          },
          {
            label: pick("Обновляемость фонда", "Renewal of the stock"),
            low: 3.95,
            high: 4.05,
            value: 4,
            norm: {
              low: 5,
              high: null,
              label: pick("не менее 5, рекомендации ИФЛА", "at least 5, recommended by IFLA"),
            },
          },
        ],
        unit: pick("экз. на жителя, %", "items per resident, %"),
      }, caption),
    tiny: (pick, caption) =>
      intervalFigure({
        rows: [
          { label: pick("Очень узко", "Very narrow"), low: 0.03749999, high: 0.03750001 },
          { label: pick("Широко", "Wide"), low: -2.5, high: 14, value: 3 },
          {
            label: pick(wordy.ru, wordy.en),
            low: 1,
            high: 1,
            value: 1,
            norm: { low: null, high: 2, label: pick(wordy.ru, wordy.en) },
          },
        ],
        unit: "%",
        decimals: 2,
      }, caption),
    one: (pick, caption) =>
      intervalFigure({
        rows: [{ label: pick("Выдача", "Loans"), low: 5697293.5, high: 5697294.5, value: 5697294 }],
        unit: pick("экз.", "items"),
      }, caption),
    twenty: (pick, caption) =>
      intervalFigure({
        rows: counts.map((n) => ({
          label: `${pick("Район", "District")} ${n + 1}`,
          low: n * 1000 - 10000,
          high: n * 1100 - 9000,
        })),
        unit: pick("экз.", "items"),
      }, caption),
  },
  matrix: {
    report: (pick, caption) =>
      matrixFigure({
        rows: twoValues.report(pick).flatMap(({ label }, row) =>
          [1, 0.75, 0].map((shade, column) => ({
            row: label,
            column: [
              pick("На единицу больше или меньше", "One unit more or less"),
              pick("Две цифры переставлены", "Two digits swapped"),
              pick("Другая цифра", "Another digit"),
            ][column],
            shade: row === 2 && column === 1 ? null : shade,
            text: row === 2 && column === 1 ? "–" : `${shade * 12} / 12`,
          }))
        ),
        legend: {
          pale: pick("не замечена ни одна", "none is caught"),
          dark: pick("замечена каждая", "each is caught"),
        },
      }, caption),
    one: (pick, caption) =>
      matrixFigure({
        rows: [{ row: pick(wordy.ru, wordy.en), column: "2016", shade: 0.5, text: "1" }],
        legend: { pale: "0", dark: "1" },
      }, caption),
  },
  map: {
    report: (pick, caption) =>
      tileMapFigure({
        rows: [
          { label: pick("Юрга", "Yurga"), column: 0, row: 0, value: 8 },
          { label: pick("Юргинский р-н", "Yurginsky District"), column: 1, row: 0, value: 4 },
          { label: pick("Тайга", "Tayga"), column: 2, row: 0, value: 0 },
          {
            label: pick("Ленинск-Кузнецкий р-н", "Leninsk-Kuznetsky District"),
            column: 1,
            row: 1,
            value: 2,
          },
          {
            label: pick("Промышленновский р-н", "Promyshlennovsky District"),
            column: 7,
            row: 1,
            value: 18,
          },
        ],
        unit: pick("инициатив", "initiatives"),
      }, caption),
  },
  tally: {
    report: (pick, caption) =>
      tallyFigure({
        rows: [
          [pick("Сеть", "Network"), [9, 0, 0, 1, 1, 2]],
          [pick("Население и охват", "Population and coverage"), [4, 6, 1, 0, 2, 0]],
          [pick("Таблица 1", "Table 1"), [60, 0, 0, 1, 0, 0]],
          [pick("Фонды и нормы", "Stock and norms"), [3, 5, 2, 2, 0, 1]],
        ].flatMap(([row, values]) =>
          (values as number[]).flatMap((value, index) =>
            Array.from({ length: value }, () => ({
              row: String(row),
              category: verdictKinds[index],
            }))
          )
        ),
        categories: verdictCategories(pick),
        unit: pick("соотношение", "claim"),
      }, caption),
    one: (pick, caption) =>
      tallyFigure({
        rows: [{ row: pick("Сеть", "Network"), category: "agrees" }],
        categories: verdictCategories(pick),
        unit: pick("соотношение", "claim"),
      }, caption),
    twenty: (pick, caption) =>
      tallyFigure({
        rows: counts.flatMap((n) =>
          Array.from({ length: n === 3 ? 200 : n + 1 }, (_, i) => ({
            row: n === 5 ? pick(wordy.ru, wordy.en) : `${pick("Район", "District")} ${n + 1}`,
            category: verdictKinds[(i * 7 + n) % 6],
          }))
        ),
        categories: verdictCategories(pick),
        unit: pick("соотношение", "claim"),
      }, caption),
  },
  plot: {
    report: (pick, caption) => {
      const rows = [
        { year: "2015", name: pick("Книговыдача", "Loans"), count: 5636067 },
        { year: "2016", name: pick("Книговыдача", "Loans"), count: 5697294 },
        {
          year: "2015",
          name: pick("Посещения массовых мероприятий", "Visits to events"),
          count: 430236,
        },
        {
          year: "2016",
          name: pick("Посещения массовых мероприятий", "Visits to events"),
          count: 422952,
        },
      ];
      return plotFigure({
        plot: {
          height: 180,
          x: { label: pick("экземпляров, посещений", "items, visits"), grid: true },
          y: { label: null },
          color: { domain: ["2015", "2016"], range: [palette[3], palette[0]] },
          marks: [
            Plot.barX(rows, Plot.groupY({ x: "sum" }, { x: "count", y: "name", fill: "year" })),
            Plot.ruleX([0]),
          ],
        },
        legend: [{ label: "2015", color: palette[3] }, { label: "2016", color: palette[0] }],
        rows,
      }, caption);
    },
    clipped: (pick, caption) =>
      plotFigure({
        plot: {
          height: 200,
          x: { label: pick("год", "year") },
          y: { label: pick("посещений", "visits"), grid: true },
          marks: [
            Plot.areaY([1, 2, 3, 2.5], {
              x: (_, i) => i,
              y: (value) => value * 10 ** 6,
              clip: true,
              fill: palette[3],
            }),
            Plot.lineY([1, 2, 3, 2.5], {
              x: (_, i) => i,
              y: (value) => value * 10 ** 6,
              clip: true,
              marker: "dot",
              stroke: palette[0],
            }),
          ],
        },
      }, caption),
  },
};

function verdictCategories(pick: Pick) {
  const labels: Record<VerdictKind, string> = {
    "agrees": pick("сходится", "agrees"),
    "holds": pick("выполняется", "holds"),
    "in-part": pick("отчасти", "in part"),
    "contradicts": pick("расходится", "contradicts"),
    "stated": pick("заявлено", "stated"),
    "base-missing": pick("нет базы сравнения", "base missing"),
    "not-for-numbers": pick("не для чисел", "not for numbers"),
  };
  return verdictKinds.map((id) => ({ id, label: labels[id], color: verdictColors[id] }));
}

function captionOf(kind: string, values: string, language: Language): Caption {
  const long = values === "wordy" || values === "twenty";
  return {
    name: `${kind}-${values}-${language}`,
    title: language === "ru"
      ? `Библиотечное обслуживание детей в Кузбассе: ${long ? wordy.ru : "год к году"}`
      : `Library service for children in Kuzbass: ${long ? wordy.en : "year to year"}`,
    subtitle: language === "ru"
      ? "Детские библиотеки, 2015–2016 гг."
      : "Children's libraries, 2015–2016",
    alt: language === "ru"
      ? "Пример «рисунка» для проверки."
      : 'A sample "figure" <for> tests & eyes.',
    source: language === "ru"
      ? "Кемеровская областная библиотека для детей и юношества. Библиотечно-информационное " +
        "обслуживание детей и юношества в Кузбассе: 2016 год, строки 33–77"
      : "Kemerovo Regional Library for Children and Youth. Library and information service for " +
        "children and youth in Kuzbass: the year 2016, lines 33–77",
    language,
  };
}

/** Every kind in both languages, with the values of a report and with extremes. */
export const samples: readonly Sample[] = Object.entries(kinds).flatMap(([kind, cases]) =>
  Object.entries(cases).flatMap(([values, draw]) =>
    (["ru", "en"] as const).map((language) => ({
      kind,
      values,
      language,
      draw: () => draw((ru, en) => language === "ru" ? ru : en, captionOf(kind, values, language)),
    }))
  )
);
