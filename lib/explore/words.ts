import type { Language } from "../model/label.ts";

const english = {
  measure: "Measure",
  statistic: "Statistic",
  group: "Group by",
  series: "Colour by",
  chart: "Chart",
  order: "Order",
  limit: "Groups shown",
  filter: "Filter by",
  none: "none",
  all: "all",
  count: "count",
  sum: "sum",
  mean: "mean",
  median: "median",
  each: "every row",
  bars: "bars",
  dots: "dots",
  line: "line",
  table: "table",
  most: "greatest first",
  least: "least first",
  name: "by name",
  rows: "as in the rows",
  rowCount: "Number of rows",
  value: "Value",
  source: "Source",
  copy: "Copy Plot code",
  copied: "Copied: paste it into a cell below",
  copyByHand: "Select the code below and copy it",
  code: "Plot code of what is shown",
  clear: "Clear filter",
  shown: "{kept} of {total} rows",
  groupsShown: "{kept} of {total} groups",
  nothing: "No row passes the filter",
  explorer: "Explorer",
  still: "The chart can be changed where scripts run.",
  by: "{measure} by {group}",
  byTwo: "{measure} by {group} and {series}",
} as const;

/** What an explorer says, by name. */
export type ExplorerWords = Readonly<Record<keyof typeof english, string>>;

const russian: ExplorerWords = {
  measure: "Показатель",
  statistic: "Что считать",
  group: "По столбцу",
  series: "Цвет",
  chart: "Диаграмма",
  order: "Порядок",
  limit: "Групп не более",
  filter: "Отбор",
  none: "нет",
  all: "все",
  count: "число строк",
  sum: "сумма",
  mean: "среднее",
  median: "медиана",
  each: "каждая строка",
  bars: "столбики",
  dots: "точки",
  line: "линия",
  table: "таблица",
  most: "по убыванию",
  least: "по возрастанию",
  name: "по названию",
  rows: "как в данных",
  rowCount: "Число строк",
  value: "Значение",
  source: "Источник",
  copy: "Копировать код Plot",
  copied: "Скопировано: вставьте в ячейку ниже",
  copyByHand: "Выделите код ниже и скопируйте его",
  code: "Код Plot того, что показано",
  clear: "Снять отбор",
  shown: "Строк: {kept} из {total}",
  groupsShown: "Групп: {kept} из {total}",
  nothing: "Отбору не отвечает ни одна строка",
  explorer: "Обозреватель",
  still: "Диаграмму можно менять там, где выполняются скрипты.",
  by: "{measure}: {group}",
  byTwo: "{measure}: {group}, {series}",
};

/** What an explorer says in each language. */
export const explorerWords: Readonly<Record<Language, ExplorerWords>> = {
  en: english,
  ru: russian,
};

/** A text with its places filled. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
