import type { Label } from "../model/label.ts";

/** The indicators that this library computes as quotients. */
export type IndicatorName =
  | "collectionTurnover"
  | "coverage"
  | "growth"
  | "loansPerUser"
  | "renewalRate"
  | "share"
  | "stockPerResident"
  | "stockPerUser"
  | "visitsPerUser";

const percent = { en: "%", ru: "%" };

/** What is said of a computed indicator. */
export interface IndicatorText {
  readonly label: Label;
  readonly unit: Label;
  readonly definition: Label;
  readonly formula: Label;
}

/** What each computed indicator and its unit are called, what it means, and how it is computed. */
export const indicatorWords: Readonly<Record<IndicatorName, IndicatorText>> = {
  collectionTurnover: {
    label: { en: "Collection turnover", ru: "Обращаемость" },
    unit: { en: "loans per item", ru: "выдач на экз." },
    definition: {
      en: "Loans of the year divided by the stock at its end, as in ISO 11620",
      ru: "Выдача за год, делённая на фонд на конец года, как в ИСО 11620",
    },
    formula: { en: "loans ÷ stock", ru: "выдача ÷ фонд" },
  },
  coverage: {
    label: { en: "Coverage", ru: "Охват обслуживанием" },
    unit: percent,
    definition: {
      en: "Users per hundred residents; both must have one age band",
      ru: "Пользователи на сто жителей; возраст тех и других должен быть один",
    },
    formula: { en: "100 · users ÷ residents", ru: "100 · пользователи ÷ жители" },
  },
  growth: {
    label: { en: "Growth", ru: "Темп прироста" },
    unit: percent,
    definition: {
      en: "The change from the first value to the second, per hundred of the first",
      ru: "Изменение от первого значения ко второму на сотню первого",
    },
    formula: { en: "100 · (to ÷ from − 1)", ru: "100 · (второе ÷ первое − 1)" },
  },
  loansPerUser: {
    label: { en: "Loans per user", ru: "Читаемость" },
    unit: { en: "loans per user", ru: "экз. на пользователя" },
    definition: {
      en: "Loans of the year divided by the users of the year; ISO 11620 divides by population",
      ru: "Выдача за год, делённая на пользователей за год; ИСО 11620 делит на население",
    },
    formula: { en: "loans ÷ users", ru: "выдача ÷ пользователи" },
  },
  renewalRate: {
    label: { en: "Renewal rate", ru: "Обновляемость" },
    unit: percent,
    definition: {
      en: "Items acquired in the year per hundred items of stock at its end",
      ru: "Поступления за год на сто единиц фонда на его конец",
    },
    formula: { en: "100 · acquisitions ÷ stock", ru: "100 · поступления ÷ фонд" },
  },
  share: {
    label: { en: "Share", ru: "Доля" },
    unit: percent,
    definition: { en: "A part per hundred of its whole", ru: "Часть на сотню целого" },
    formula: { en: "100 · part ÷ whole", ru: "100 · часть ÷ целое" },
  },
  stockPerResident: {
    label: { en: "Stock per resident", ru: "Книгообеспеченность жителя" },
    unit: { en: "items per resident", ru: "экз. на жителя" },
    definition: {
      en: "Stock at the end of the year divided by the residents whom it is meant for",
      ru: "Фонд на конец года, делённый на жителей, для которых он предназначен",
    },
    formula: { en: "stock ÷ residents", ru: "фонд ÷ жители" },
  },
  stockPerUser: {
    label: { en: "Stock per user", ru: "Книгообеспеченность пользователя" },
    unit: { en: "items per user", ru: "экз. на пользователя" },
    definition: {
      en: "Stock at the end of the year divided by the users of the year",
      ru: "Фонд на конец года, делённый на пользователей за год",
    },
    formula: { en: "stock ÷ users", ru: "фонд ÷ пользователи" },
  },
  visitsPerUser: {
    label: { en: "Visits per user", ru: "Посещаемость" },
    unit: { en: "visits per user", ru: "посещений на пользователя" },
    definition: {
      en: "Visits of the year divided by the users of the year",
      ru: "Посещения за год, делённые на пользователей за год",
    },
    formula: { en: "visits ÷ users", ru: "посещения ÷ пользователи" },
  },
};
