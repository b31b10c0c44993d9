import type { Language } from "../model/label.ts";

/** The few words that figures add to the labels that they are given. */
export const words: Readonly<Record<Language, FigureWords>> = {
  ru: {
    source: "Источник",
    increase: "Рост",
    decrease: "Снижение",
    same: "Без изменений",
    total: "Итог",
    all: "всего",
    value: "Значение",
    interval: "Возможные значения",
    norm: "Норма",
    data: "Данные",
    label: "Что",
    whole: "Целое",
    part: "Часть",
    low: "Не менее",
    high: "Не более",
    kind: "Вид",
    change: "Изменение",
    notFromZero: "Ось начинается не с нуля, а с",
    figure: "График",
    firstRows: (shown, all) => `первые ${shown} строк из ${all}`,
  },
  en: {
    source: "Source",
    increase: "Increase",
    decrease: "Decrease",
    same: "No change",
    total: "Total",
    all: "total",
    value: "Value",
    interval: "Possible values",
    norm: "Norm",
    data: "Data",
    label: "What",
    whole: "Whole",
    part: "Part",
    low: "At least",
    high: "At most",
    kind: "Kind",
    change: "Change",
    notFromZero: "The axis does not start at zero but at",
    figure: "Figure",
    firstRows: (shown, all) => `first ${shown} of ${all} rows`,
  },
};

interface FigureWords extends Readonly<Record<Word, string>> {
  firstRows(shown: number, all: number): string;
}

/** What a figure may have to say by itself. */
export type Word =
  | "source"
  | "increase"
  | "decrease"
  | "same"
  | "total"
  | "all"
  | "value"
  | "interval"
  | "norm"
  | "data"
  | "label"
  | "whole"
  | "part"
  | "low"
  | "high"
  | "kind"
  | "change"
  | "notFromZero"
  | "figure";
