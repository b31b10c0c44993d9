import type { Label, Language } from "../model/label.ts";

const dictionary = {
  all: { en: "All", ru: "Все" },
  acquired: { en: "Acquired", ru: "Поступило" },
  ageBand: { en: "Age band", ru: "Возраст" },
  change: { en: "Change", ru: "Изменение" },
  changePrinted: { en: "Printed change", ru: "Напечатанное изменение" },
  changeThen: { en: "Change would be", ru: "Изменение было бы" },
  children: { en: "Children", ru: "Дети" },
  claim: { en: "Claim", ru: "Утверждение" },
  claims: { en: "Claims", ru: "Утверждения" },
  column: { en: "Column", ru: "Графа" },
  countedOver: { en: "Counted over", ru: "Где считано" },
  difference: { en: "Difference", ru: "Разность" },
  doubts: { en: "Doubts", ru: "Сомнения" },
  group: { en: "Group", ru: "Группа" },
  high: { en: "At most", ru: "Не более" },
  indicator: { en: "Indicator", ru: "Показатель" },
  kind: { en: "Kind", ru: "Вид" },
  leftOver: { en: "Left over", ru: "Остаток" },
  line: { en: "Line", ru: "Строка" },
  lines: { en: "Lines", ru: "Строки" },
  loansPerUser: { en: "Loans per user", ru: "Читаемость" },
  low: { en: "At least", ru: "Не менее" },
  less: { en: "Less than recomputed", ru: "Меньше вычисленного" },
  more: { en: "More than recomputed", ru: "Больше вычисленного" },
  norm: { en: "Norm", ru: "Норма" },
  number: { en: "Number", ru: "Число" },
  ofWhom: { en: "Of whom", ru: "О ком" },
  oneClaim: { en: "claim", ru: "утверждение" },
  oneLibrary: { en: "library", ru: "библиотека" },
  oneUnit: { en: "unit", ru: "подразделение" },
  others: { en: "All others", ru: "Все остальные" },
  perUser: { en: "per user a year", ru: "на пользователя в год" },
  printed: { en: "Printed", ru: "Напечатано" },
  quantity: { en: "Quantity", ru: "Показатель" },
  reason: { en: "Declared reason", ru: "Объявленная причина" },
  recommended: { en: "Recommended", ru: "Рекомендовано" },
  recomputed: { en: "Recomputed", ru: "Вычислено" },
  residents: { en: "Residents", ru: "Жители" },
  share: { en: "Share, %", ru: "Доля, %" },
  source: { en: "Source", ru: "Источник" },
  statement: { en: "What the report says or implies", ru: "Что отчёт говорит или подразумевает" },
  sumHoldsWith: { en: "Sum holds with", ru: "Сумма сходится при" },
  sumOfParts: { en: "Sum of its parts", ru: "Сумма частей" },
  total: { en: "Total", ru: "Итог" },
  unit: { en: "Unit", ru: "Единица" },
  users: { en: "Users", ru: "Пользователи" },
  value: { en: "Value", ru: "Значение" },
  verdict: { en: "Verdict", ru: "Вывод" },
  visitsPerUser: { en: "Visits per user", ru: "Посещаемость" },
  when: { en: "When", ru: "Когда" },
  year: { en: "Year", ru: "Год" },
  youth: { en: "Youth", ru: "Молодёжь" },
} as const satisfies Record<string, Label>;

/** The words that headings and legends use again and again, in one language. */
export type Words = Readonly<Record<keyof typeof dictionary, string>>;

/**
 * The words for headings and legends.
 *
 * @param language Which language.
 * @returns The words by name.
 *
 * @example
 * ```ts
 * import { wordsIn } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(wordsIn("ru").users, "Пользователи");
 * ```
 */
export function wordsIn(language: Language): Words {
  const entries = Object.entries(dictionary).map(([name, label]) => [name, label[language]]);
  return Object.fromEntries(entries) as Words;
}
