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

/** What each computed indicator and its unit are called. */
export const indicatorWords: Readonly<
  Record<IndicatorName, { readonly label: Label; readonly unit: Label }>
> = {
  collectionTurnover: {
    label: { en: "Collection turnover", ru: "Обращаемость" },
    unit: { en: "loans per item", ru: "выдач на экз." },
  },
  coverage: { label: { en: "Coverage", ru: "Охват обслуживанием" }, unit: percent },
  growth: { label: { en: "Growth", ru: "Темп прироста" }, unit: percent },
  loansPerUser: {
    label: { en: "Loans per user", ru: "Читаемость" },
    unit: { en: "loans per user", ru: "экз. на пользователя" },
  },
  renewalRate: { label: { en: "Renewal rate", ru: "Обновляемость" }, unit: percent },
  share: { label: { en: "Share", ru: "Доля" }, unit: percent },
  stockPerResident: {
    label: { en: "Stock per resident", ru: "Книгообеспеченность жителя" },
    unit: { en: "items per resident", ru: "экз. на жителя" },
  },
  stockPerUser: {
    label: { en: "Stock per user", ru: "Книгообеспеченность пользователя" },
    unit: { en: "items per user", ru: "экз. на пользователя" },
  },
  visitsPerUser: {
    label: { en: "Visits per user", ru: "Посещаемость" },
    unit: { en: "visits per user", ru: "посещений на пользователя" },
  },
};
