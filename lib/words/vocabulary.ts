/** Headings of tables and cards, and what legends say. */
export const headings = {
  basis: ["What decides it", "Чем решается"],
  candidate: ["Candidate", "Вариант"],
  channel: ["Where", "Где"],
  checked: ["Checked", "Проверено"],
  claim: ["Claim", "Соотношение"],
  claims: ["Claims", "Соотношения"],
  code: ["Code", "Код"],
  computedFrom: ["Computed from", "Вычислено по"],
  cost: ["Cost", "Цена"],
  count: ["a count, exact to the unit", "счёт, точный до единицы"],
  countedOver: ["Counted over", "Где считано"],
  definition: ["Definition", "Определение"],
  difference: ["Difference", "Разность"],
  doubts: ["Doubts", "Сомнения"],
  evidence: ["What it rests on", "На чём держится"],
  examples: ["Examples told", "Примеров в отчёте"],
  finding: ["Finding", "Утверждение отчёта"],
  formula: ["Formula", "Формула"],
  forWhom: ["For whom", "Для кого"],
  gives: ["Gives", "Даёт"],
  group: ["Group", "Группа"],
  high: ["At most", "Не более"],
  indicator: ["Indicator", "Показатель"],
  initiative: ["Initiative", "Инициатива"],
  kind: ["Kind", "Вид"],
  limit: ["Limit", "Предел"],
  line: ["Line", "Строка"],
  lines: ["Lines", "Строки"],
  low: ["At least", "Не менее"],
  name: ["Name", "Название"],
  no: ["no", "нет"],
  norm: ["Norm", "Норма"],
  notPrinted: ["Not printed", "Не напечатано"],
  ofWhom: ["Of whom", "О ком"],
  outcome: ["Outcome as told", "Результат, как сказано"],
  part: ["Part", "Часть"],
  place: ["Place", "Территория"],
  power: ["Power", "Чуткость"],
  precision: ["Precision", "Точность"],
  premises: ["Premises", "Посылки"],
  printed: ["Printed", "Напечатано"],
  printedValues: ["Values of the print", "Значения напечатанного"],
  quantity: ["Quantity", "Показатель"],
  question: ["Question", "Вопрос"],
  reason: ["Declared reason", "Объявленная причина"],
  recomputed: ["Recomputed", "Вычислено"],
  recomputedValues: ["Recomputed values", "Вычисленные значения"],
  relation: ["Relation", "Формула соотношения"],
  rounded: ["rounded to the decimals printed", "округлено до напечатанных знаков"],
  rounding: ["Fits if rounded", "Подходит при округлении"],
  rows: ["Rows", "Строк"],
  rule: ["Coding rule", "Правило кодирования"],
  slack: ["Apart by", "Расходятся на"],
  slips: ["Slip that would explain it", "Какая описка это объяснила бы"],
  source: ["Source", "Источник"],
  statement: ["What the report says or implies", "Что отчёт говорит или подразумевает"],
  survives: ["Fits the print", "Подходит"],
  systems: ["Library systems", "Библиотечные системы"],
  table: ["Table", "Таблица"],
  themes: ["Themes", "Темы"],
  topic: ["Topic", "Тема"],
  touched: ["Contradicted elsewhere", "Расходится в другом месте"],
  unchecked: ["Not checked", "Не проверено"],
  unit: ["Unit", "Единица"],
  untested: ["cannot be tested", "нечем проверить"],
  value: ["Value", "Значение"],
  verdict: ["Verdict", "Заключение"],
  when: ["When", "Когда"],
  wouldChange: ["What would change it", "Что изменило бы заключение"],
  wouldMend: ["Repair", "Что исправило бы"],
  yes: ["yes", "да"],
} as const;

/** What each verdict is called. */
export const verdicts = {
  agrees: ["agrees", "сходится"],
  holds: ["holds", "выполняется"],
  "in-part": ["in part", "отчасти"],
  contradicts: ["contradicts", "расходится"],
  stated: ["stated", "заявлено"],
  "base-missing": ["base missing", "нет базы сравнения"],
  "not-for-numbers": ["not for numbers", "не для чисел"],
} as const;

/** How an equality agrees, and how a comparison holds. */
export const hows = {
  exact: ["exact", "точно"],
  "within-rounding": ["within rounding", "в пределах округления"],
  "other-rounding": ["other rounding", "при ином округлении"],
  certain: ["certain", "наверняка"],
  possible: ["possible", "возможно"],
} as const;

/** What of each kind of relation is recomputed and held against the print, or against a limit. */
export const judged = {
  part: ["a part", "часть"],
  sum: ["a sum", "сумма"],
  difference: ["a difference", "разность"],
  share: ["a share", "доля"],
  shares: ["a remainder to 100", "остаток до 100"],
  ratio: ["a quotient", "частное"],
  product: ["a product", "произведение"],
  growth: ["a growth", "прирост"],
  "roll-forward": ["a balance", "остаток"],
  mixture: ["a weighted mean", "взвешенное среднее"],
  same: ["a second print", "второе напечатанное число"],
  mean: ["a value", "значение"],
  norm: ["a value", "значение"],
  bound: ["a printed value", "напечатанное значение"],
  trend: ["a change", "изменение"],
} as const;

/** Slips of the pen. */
export const slips = {
  "swapped-digits": ["two digits swapped", "переставлены две цифры"],
  "changed-digit": ["another digit", "другая цифра"],
  "doubled-digit": ["a digit doubled", "цифра удвоена"],
  "dropped-digit": ["a digit dropped", "пропущена цифра"],
  "surplus-digit": ["a digit too many", "лишняя цифра"],
  "surplus-digits": ["two digits too many", "две лишние цифры"],
  sign: ["another sign", "другой знак"],
  "shifted-decimal": ["the decimal shifted", "сдвинута запятая"],
} as const;

/** What the print leaves of the candidates for a definition. */
export const definitions = {
  determined: ["determined", "установлено"],
  ambiguous: ["ambiguous", "неоднозначно"],
  none: ["none fits", "ни один не подходит"],
} as const;

/** What each computed indicator and its unit are called, what it means, and how it is computed. */
export const indicators = {
  collectionTurnover: {
    label: ["Collection turnover", "Обращаемость"],
    unit: ["loans per item", "выдач на экз."],
    definition: [
      "Loans of the year divided by the stock at its end, as in ISO 11620",
      "Выдача за год, делённая на фонд на конец года, как в ИСО 11620",
    ],
    formula: ["loans ÷ stock", "выдача ÷ фонд"],
  },
  coverage: {
    label: ["Coverage", "Охват обслуживанием"],
    unit: ["%", "%"],
    definition: [
      "Users per hundred residents; both must have one age band",
      "Пользователи на сто жителей; возраст тех и других должен быть один",
    ],
    formula: ["100 · users ÷ residents", "100 · пользователи ÷ жители"],
  },
  growth: {
    label: ["Growth", "Темп прироста"],
    unit: ["%", "%"],
    definition: [
      "The change from the first value to the second, per hundred of the first",
      "Изменение от первого значения ко второму на сотню первого",
    ],
    formula: ["100 · (to ÷ from − 1)", "100 · (второе ÷ первое − 1)"],
  },
  loansPerUser: {
    label: ["Loans per user", "Читаемость"],
    unit: ["loans per user", "экз. на пользователя"],
    definition: [
      "Loans of the year divided by the users of the year; ISO 11620 divides by population",
      "Выдача за год, делённая на пользователей за год; ИСО 11620 делит на население",
    ],
    formula: ["loans ÷ users", "выдача ÷ пользователи"],
  },
  renewalRate: {
    label: ["Renewal rate", "Обновляемость"],
    unit: ["%", "%"],
    definition: [
      "Items acquired in the year per hundred items of stock at its end",
      "Поступления за год на сто единиц фонда на его конец",
    ],
    formula: ["100 · acquisitions ÷ stock", "100 · поступления ÷ фонд"],
  },
  share: {
    label: ["Share", "Доля"],
    unit: ["%", "%"],
    definition: ["A part per hundred of its whole", "Часть на сотню целого"],
    formula: ["100 · part ÷ whole", "100 · часть ÷ целое"],
  },
  stockPerResident: {
    label: ["Stock per resident", "Книгообеспеченность жителя"],
    unit: ["items per resident", "экз. на жителя"],
    definition: [
      "Stock at the end of the year divided by the residents whom it is meant for",
      "Фонд на конец года, делённый на жителей, для которых он предназначен",
    ],
    formula: ["stock ÷ residents", "фонд ÷ жители"],
  },
  stockPerUser: {
    label: ["Stock per user", "Книгообеспеченность пользователя"],
    unit: ["items per user", "экз. на пользователя"],
    definition: [
      "Stock at the end of the year divided by the users of the year",
      "Фонд на конец года, делённый на пользователей за год",
    ],
    formula: ["stock ÷ users", "фонд ÷ пользователи"],
  },
  visitsPerUser: {
    label: ["Visits per user", "Посещаемость"],
    unit: ["visits per user", "посещений на пользователя"],
    definition: [
      "Visits of the year divided by the users of the year",
      "Посещения за год, делённые на пользователей за год",
    ],
    formula: ["visits ÷ users", "посещения ÷ пользователи"],
  },
} as const;

/** What is said of numbers and of what lies between them. */
export const phrases = {
  several: ["{count} different ones", "разные ({count})"],
  notTold: ["not told", "не сказано"],
  noOneNumber: ['no one number: "{printed}" of "{id}"', 'не одно число: «{printed}» в "{id}"'],
  partAboveWhole: ["the part is larger than the whole", "часть больше целого"],
  differs: {
    population: ["population differs", "люди разные"],
    scope: ["scope differs", "считано по разным учреждениям"],
    territory: ["territory differs", "территории разные"],
    period: ["period differs", "время разное"],
  },
  over: ['{differs}: "{over}" over "{under}"', "{differs}: «{over}» к «{under}»"],
  /** What follows what lies there, such as `of 5 or more`. */
  interval: {
    one: ["of {number}", "{number}"],
    from: ["from {low}", "от {low}"],
    above: ["above {low}", "больше {low}"],
    to: ["to {high}", "до {high}"],
    andBelow: ["and below {high}", "и меньше {high}"],
    below: ["below {high}", "меньше {high}"],
    orMore: ["of {low} or more", "{low} и более"],
    orLess: ["of {high} or less", "{high} и менее"],
    any: ["of any size", "любое"],
  },
  otherThan: ["other than {number}", "не {number}"],
  either: [", or ", " либо "],
  and: [" and ", " и "],
  ours: ["the limit of {limits} is ours", "предел {limits} выбран нами"],
  ifPrinted: ["a print of {names}", "если бы было напечатано: {names}"],
  notPrinted: ["not printed: {names}", "не напечатано: {names}"],
  consistentIf: ["consistent if {conditions}", "согласуется, если {conditions}"],
  noRows: ["No rows.", "Строк нет."],
  noSlip: ["no single one", "ни одна"],
  dataNeeded: ["data: {data}", "данные: {data}"],
  examples: [
    "{records} ({systems library system|library systems})",
    "{records} (библиотечных систем: {systems})",
  ],
  firstRows: ["The first {kept} of {total} rows", "Первые строки: {kept} из {total}"],
  moreRows: ["… {rest} more", "… ещё {rest}"],
} as const;

/** The few words that figures add to the labels that they are given. */
export const figures = {
  data: ["Data", "Данные"],
  notFromZero: ["The axis does not start at zero but at", "Ось начинается не с нуля, а с"],
  figure: ["Figure", "График"],
  firstRows: ["first {shown} of {all} rows", "первые {shown} строк из {all}"],
} as const;

/** How the source is cited. */
export const sources = {
  source: ["Source: {cited}", "Источник: {cited}"],
  lines: [
    (lines: readonly number[]) => `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`,
    (lines: readonly number[]) => `${lines.length === 1 ? "строка" : "строки"} ${lines.join(", ")}`,
  ],
} as const;

/** What keeps numbers of two reports apart. */
export const breaks = {
  definition: ["definition", "определение"],
  unit: ["unit", "единица"],
  population: ["of whom", "о ком"],
  scope: ["counted over", "где считано"],
  territory: ["area", "территория"],
  period: ["period", "время"],
} as const;

/** What each kind of relation between printed values is called. */
export const relations = {
  part: ["Part", "Часть"],
  sum: ["Sum", "Сумма"],
  difference: ["Difference", "Разность"],
  share: ["Share", "Доля"],
  shares: ["Shares of a whole", "Доли целого"],
  ratio: ["Ratio", "Отношение"],
  product: ["Product", "Произведение"],
  growth: ["Growth", "Прирост"],
  "roll-forward": ["Balance", "Баланс"],
  mixture: ["Weighted mean", "Взвешенное среднее"],
  same: ["Printed twice", "Напечатано дважды"],
  mean: ["Mean", "Среднее"],
  norm: ["Norm", "Норма"],
  bound: ["Bound", "Граница"],
  trend: ["Change", "Изменение"],
} as const;

/** What a finding may assert. */
export const findingKinds = {
  quantity: ["Quantity", "Количество"],
  trend: ["Change", "Изменение"],
  comparison: ["Comparison", "Сравнение"],
  norm: ["Norm", "Норма"],
  cause: ["Cause", "Причина"],
  need: ["Need", "Потребность"],
  practice: ["Practice", "Практика"],
  evaluation: ["Evaluation", "Оценка"],
  forecast: ["Forecast", "Прогноз"],
} as const;

/** Ways of rounding. */
export const roundings = {
  "half-up": ["half up", "половина вверх"],
  "half-even": ["half to even", "половина к чётному"],
  "half-down": ["half down", "половина вниз"],
  down: ["down", "вниз"],
  up: ["up", "вверх"],
} as const;

/** Whether the report says a claim in so many words, or its numbers imply it. */
export const bases = {
  stated: ["stated", "сказано"],
  implied: ["implied", "следует из чисел"],
} as const;

/** The sides of norms and bounds, and what mixtures weigh by. */
export const rules = {
  within: ["within", "в пределах"],
  below: ["below", "ниже"],
  above: ["above", "выше"],
  "by-divisor": ["by divisor", "по делителю"],
  "by-numerator": ["by numerator", "по делимому"],
} as const;
