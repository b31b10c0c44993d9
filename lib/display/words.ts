import type { Label, Language } from "../model/label.ts";

const dictionary = {
  abovePrint: { en: "More than printed", ru: "Больше напечатанного" },
  acquired: { en: "Acquired", ru: "Поступило" },
  ageBand: { en: "Age band", ru: "Возраст" },
  all: { en: "All", ru: "Все" },
  allowedValues: { en: "Allowed values", ru: "Допустимые значения" },
  basis: { en: "What decides it", ru: "Чем решается" },
  belowPrint: { en: "Less than printed", ru: "Меньше напечатанного" },
  byHowMuch: { en: "by how much", ru: "на сколько" },
  candidate: { en: "Candidate", ru: "Вариант" },
  changedDigit: { en: "Another digit", ru: "Другая цифра" },
  changePrinted: { en: "Printed change", ru: "Напечатанное изменение" },
  changeThen: { en: "Change would be", ru: "Изменение было бы" },
  children: { en: "Children", ru: "Дети" },
  claim: { en: "Claim", ru: "Утверждение" },
  claims: { en: "Claims", ru: "Утверждения" },
  code: { en: "Code", ru: "Код" },
  computedFrom: { en: "Computed from", ru: "Вычислено по" },
  consistentIf: { en: "Consistent if", ru: "Согласуется, если" },
  cost: { en: "Cost", ru: "Цена" },
  count: { en: "a count, exact to the unit", ru: "счёт, точный до единицы" },
  countedOver: { en: "Counted over", ru: "Где считано" },
  definition: { en: "Definition", ru: "Определение" },
  difference: { en: "Difference", ru: "Разность" },
  doubts: { en: "Doubts", ru: "Сомнения" },
  eachCaught: { en: "each is caught", ru: "замечена каждая" },
  examples: { en: "Examples told", ru: "Примеров в отчёте" },
  fails: { en: "does not hold", ru: "не выполняется" },
  field: { en: "Field", ru: "Поле" },
  finding: { en: "Finding", ru: "Вывод отчёта" },
  formula: { en: "Formula", ru: "Формула" },
  gives: { en: "Gives", ru: "Даёт" },
  high: { en: "At most", ru: "Не более" },
  holds: { en: "holds", ru: "выполняется" },
  indicator: { en: "Indicator", ru: "Показатель" },
  initiative: { en: "Initiative", ru: "Инициатива" },
  initiatives: { en: "initiatives", ru: "инициатив" },
  items: { en: "items", ru: "экз." },
  kappa: { en: "Cohen's kappa", ru: "Каппа Коэна" },
  kind: { en: "Kind", ru: "Вид" },
  leftOver: { en: "Left over", ru: "Остаток" },
  less: { en: "Less than recomputed", ru: "Меньше вычисленного" },
  line: { en: "Line", ru: "Строка" },
  lines: { en: "Lines", ru: "Строки" },
  loansPerUser: { en: "Loans per user", ru: "Читаемость" },
  low: { en: "At least", ru: "Не менее" },
  mentions: { en: "Mentions", ru: "Упоминаний" },
  more: { en: "More than recomputed", ru: "Больше вычисленного" },
  name: { en: "Name", ru: "Название" },
  necessary: { en: "Necessary, not sufficient", ru: "Необходимо, но не достаточно" },
  no: { en: "no", ru: "нет" },
  noneCaught: { en: "none is caught", ru: "не замечена ни одна" },
  norm: { en: "Norm", ru: "Норма" },
  notebook: { en: "Notebook", ru: "Тетрадь" },
  number: { en: "Number", ru: "Число" },
  observedAgreement: { en: "Agreement, %", ru: "Совпадение, %" },
  ofWhom: { en: "Of whom", ru: "О ком" },
  oneClaim: { en: "claim", ru: "утверждение" },
  oneFinding: { en: "finding", ru: "вывод отчёта" },
  oneInitiative: { en: "initiative", ru: "инициатива" },
  oneLibrary: { en: "library", ru: "библиотека" },
  oneNumber: { en: "number", ru: "число" },
  oneUnit: { en: "unit", ru: "подразделение" },
  oneUnitOff: { en: "One unit more or less", ru: "На единицу больше или меньше" },
  others: { en: "All others", ru: "Все остальные" },
  outcome: { en: "Outcome as told", ru: "Результат, как сказано" },
  pairs: { en: "Pairs", ru: "Пар" },
  partlyProtected: { en: "partly", ru: "отчасти" },
  persons: { en: "persons", ru: "чел." },
  perUser: { en: "per user a year", ru: "на пользователя в год" },
  precision: { en: "Precision", ru: "Точность" },
  printed: { en: "Printed", ru: "Напечатано" },
  printedValues: { en: "Values of the print", ru: "Значения напечатанного" },
  protected: { en: "protected", ru: "защищено" },
  quantity: { en: "Quantity", ru: "Показатель" },
  question: { en: "Question", ru: "Вопрос" },
  reason: { en: "Declared reason", ru: "Объявленная причина" },
  recommended: { en: "Recommended", ru: "Рекомендовано" },
  recomputed: { en: "Recomputed", ru: "Вычислено" },
  recomputedValues: { en: "Recomputed values", ru: "Вычисленные значения" },
  relation: { en: "Relation", ru: "Соотношение" },
  residents: { en: "Residents", ru: "Жители" },
  rounded: { en: "rounded to the decimals printed", ru: "округлено до напечатанных знаков" },
  rounding: { en: "Fits if rounded", ru: "Подходит при округлении" },
  rule: { en: "Coding rule", ru: "Правило кодирования" },
  share: { en: "Share, %", ru: "Доля, %" },
  slack: { en: "Apart by", ru: "Расходятся на" },
  slips: { en: "Slip that would explain it", ru: "Какая описка это объяснила бы" },
  source: { en: "Source", ru: "Источник" },
  standsAlone: { en: "alone", ru: "не защищено" },
  statement: { en: "What the report says or implies", ru: "Что отчёт говорит или подразумевает" },
  sumHoldsWith: { en: "Sum holds with", ru: "Сумма сходится при" },
  sumOfParts: { en: "Sum of its parts", ru: "Сумма частей" },
  survives: { en: "Fits the print", ru: "Подходит" },
  swappedDigits: { en: "Two digits swapped", ru: "Две цифры переставлены" },
  systems: { en: "Library systems", ru: "Библиотечные системы" },
  themes: { en: "Themes", ru: "Темы" },
  total: { en: "Total", ru: "Итог" },
  unit: { en: "Unit", ru: "Единица" },
  untested: { en: "cannot be tested", ru: "нечем проверить" },
  users: { en: "Users", ru: "Пользователи" },
  value: { en: "Value", ru: "Значение" },
  verdict: { en: "Verdict", ru: "Вывод" },
  visitsPerUser: { en: "Visits per user", ru: "Посещаемость" },
  when: { en: "When", ru: "Когда" },
  wouldChange: { en: "What would change it", ru: "Что изменило бы вывод" },
  year: { en: "Year", ru: "Год" },
  yes: { en: "yes", ru: "да" },
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
