import type { Apart, Kept, Sizes, Words, WrittenInterval } from "./words.ts";

/** Headings of tables and cards, and what legends say. */
export const headings = {
  basis: "Чем решается",
  candidate: "Вариант",
  channel: "Где",
  checked: "Проверено",
  claim: "Соотношение",
  claims: "Соотношения",
  code: "Код",
  computedFrom: "Вычислено по",
  cost: "Цена",
  count: "счёт, точный до единицы",
  countedOver: "Где считано",
  definition: "Определение",
  difference: "Разность",
  doubts: "Сомнения",
  evidence: "На чём держится",
  examples: "Примеров в отчёте",
  finding: "Утверждение отчёта",
  formula: "Формула",
  forWhom: "Для кого",
  gives: "Даёт",
  group: "Группа",
  high: "Не более",
  indicator: "Показатель",
  initiative: "Инициатива",
  kind: "Вид",
  limit: "Предел",
  line: "Строка",
  lines: "Строки",
  low: "Не менее",
  name: "Название",
  no: "нет",
  norm: "Норма",
  notPrinted: "Не напечатано",
  ofWhom: "О ком",
  outcome: "Результат, как сказано",
  part: "Часть",
  place: "Территория",
  precision: "Точность",
  premises: "Посылки",
  printed: "Напечатано",
  printedValues: "Значения напечатанного",
  quantity: "Показатель",
  question: "Вопрос",
  reason: "Объявленная причина",
  recomputed: "Вычислено",
  recomputedValues: "Вычисленные значения",
  relation: "Формула соотношения",
  rounded: "округлено до напечатанных знаков",
  rounding: "Подходит при округлении",
  rows: "Строк",
  rule: "Правило кодирования",
  slack: "Расходятся на",
  slips: "Какая описка это объяснила бы",
  source: "Источник",
  statement: "Что отчёт говорит или подразумевает",
  survives: "Подходит",
  systems: "Библиотечные системы",
  table: "Таблица",
  themes: "Темы",
  touched: "Расходится в другом месте",
  unchecked: "Не проверено",
  unit: "Единица",
  untested: "нечем проверить",
  value: "Значение",
  verdict: "Заключение",
  when: "Когда",
  wouldChange: "Что изменило бы заключение",
  wouldMend: "Что исправило бы",
  yes: "да",
};

/** What each verdict is called. */
export const verdicts = {
  agrees: "сходится",
  holds: "выполняется",
  "in-part": "отчасти",
  contradicts: "расходится",
  stated: "заявлено",
  "base-missing": "нет базы сравнения",
  "not-for-numbers": "не для чисел",
};

/** How an equality agrees, and how a comparison holds. */
export const hows = {
  exact: "точно",
  "within-rounding": "в пределах округления",
  "other-rounding": "при ином округлении",
  certain: "наверняка",
  possible: "возможно",
};

/** What of each kind of relation is recomputed and held against the print, or against a limit. */
export const judged = {
  part: "часть",
  sum: "сумма",
  difference: "разность",
  share: "доля",
  shares: "остаток до 100",
  ratio: "частное",
  product: "произведение",
  growth: "прирост",
  "roll-forward": "остаток",
  mixture: "взвешенное среднее",
  same: "второе напечатанное число",
  mean: "значение",
  norm: "значение",
  bound: "напечатанное значение",
  trend: "изменение",
};

/** Slips of the pen. */
export const slips = {
  "swapped-digits": "переставлены две цифры",
  "changed-digit": "другая цифра",
  "doubled-digit": "цифра удвоена",
  "dropped-digit": "пропущена цифра",
  "surplus-digit": "лишняя цифра",
  "surplus-digits": "две лишние цифры",
  sign: "другой знак",
  "shifted-decimal": "сдвинута запятая",
};

/** What the print leaves of the candidates for a definition. */
export const definitions = {
  determined: "установлено",
  ambiguous: "неоднозначно",
  none: "ни один не подходит",
};

/** What each computed indicator and its unit are called, what it means, and how it is computed. */
export const indicators = {
  collectionTurnover: {
    label: "Обращаемость",
    unit: "выдач на экз.",
    definition: "Выдача за год, делённая на фонд на конец года, как в ИСО 11620",
    formula: "выдача ÷ фонд",
  },
  coverage: {
    label: "Охват обслуживанием",
    unit: "%",
    definition: "Пользователи на сто жителей; возраст тех и других должен быть один",
    formula: "100 · пользователи ÷ жители",
  },
  growth: {
    label: "Темп прироста",
    unit: "%",
    definition: "Изменение от первого значения ко второму на сотню первого",
    formula: "100 · (второе ÷ первое − 1)",
  },
  loansPerUser: {
    label: "Читаемость",
    unit: "экз. на пользователя",
    definition: "Выдача за год, делённая на пользователей за год; ИСО 11620 делит на население",
    formula: "выдача ÷ пользователи",
  },
  renewalRate: {
    label: "Обновляемость",
    unit: "%",
    definition: "Поступления за год на сто единиц фонда на его конец",
    formula: "100 · поступления ÷ фонд",
  },
  share: {
    label: "Доля",
    unit: "%",
    definition: "Часть на сотню целого",
    formula: "100 · часть ÷ целое",
  },
  stockPerResident: {
    label: "Книгообеспеченность жителя",
    unit: "экз. на жителя",
    definition: "Фонд на конец года, делённый на жителей, для которых он предназначен",
    formula: "фонд ÷ жители",
  },
  stockPerUser: {
    label: "Книгообеспеченность пользователя",
    unit: "экз. на пользователя",
    definition: "Фонд на конец года, делённый на пользователей за год",
    formula: "фонд ÷ пользователи",
  },
  visitsPerUser: {
    label: "Посещаемость",
    unit: "посещений на пользователя",
    definition: "Посещения за год, делённые на пользователей за год",
    formula: "посещения ÷ пользователи",
  },
};

/** What an explorer says. */
export const explorer = {
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
  shares: "доли в каждой группе",
  matrix: "матрица",
  others: "Прочие",
  rowCount: "Число строк",
  value: "Значение",
  copy: "Копировать код Plot",
  copied: "Скопировано: вставьте в ячейку ниже",
  copyStart: "Копировать выбранное",
  startCopied: "Скопировано: вставьте к другим параметрам",
  download: (format: string) => `Скачать ${format}`,
  copyByHand: "Выделите код ниже и скопируйте его",
  code: "Код Plot того, что показано",
  clear: "Снять отбор",
  shown: ({ kept, total }: Kept) => `Строк: ${kept} из ${total}`,
  share: (measure: string) => `${measure}, % группы`,
  severally: ({ kept, total }: Kept) =>
    `строка с несколькими значениями учтена для каждого: строк – ${kept}, учтено – ${total}`,
  filtered: (title: string, values: string) => `${title} (${values})`,
  more: (rest: number) => `ещё ${rest}`,
  groupsShown: ({ kept, total }: Kept) => `Групп: ${kept} из ${total}`,
  nothing: "Отбору не отвечает ни одна строка",
  explorer: "Обозреватель",
  still: "Диаграмму можно менять там, где выполняются скрипты.",
  by: (measure: string, group: string) => `${measure}: ${group}`,
  and: (group: string, series: string) => `${group}, ${series}`,
};

/** What is said of numbers and of what lies between them. */
export const phrases = {
  several: (count: number) => `разные (${count})`,
  notTold: "не сказано",
  noOneNumber: (printed: string, id: string) => `не одно число: «${printed}» в "${id}"`,
  partAboveWhole: "часть больше целого",
  differs: {
    population: (over: string, under: string) => `люди разные: «${over}» к «${under}»`,
    scope: (over: string, under: string) => `считано по разным учреждениям: «${over}» к «${under}»`,
    territory: (over: string, under: string) => `территории разные: «${over}» к «${under}»`,
    period: (over: string, under: string) => `время разное: «${over}» к «${under}»`,
  },
  interval: ({ low, high, includesLow, includesHigh }: WrittenInterval): string => {
    if (low !== null && high !== null) {
      if (low === high) return low;
      return `${includesLow ? "от" : "больше"} ${low} ${includesHigh ? "до" : "и меньше"} ${high}`;
    }
    if (low !== null) return includesLow ? `${low} и более` : `больше ${low}`;
    if (high === null) return "любое";
    return includesHigh ? `${high} и менее` : `меньше ${high}`;
  },
  otherThan: (number: string) => `не ${number}`,
  either: " либо ",
  ours: (limits: readonly string[]) => `предел ${limits.join(" и ")} выбран нами`,
  ifPrinted: (names: readonly string[]) => `если бы было напечатано: ${names.join(", ")}`,
  notPrinted: (names: readonly string[]) => `не напечатано: ${names.join(", ")}`,
  consistentIf: (conditions: readonly string[]) => `согласуется, если ${conditions.join(" и ")}`,
  noRows: "Строк нет.",
  noSlip: "ни одна",
  dataNeeded: (data: string) => `данные: ${data}`,
  examples: (records: number, systems: number) => `${records} (библиотечных систем: ${systems})`,
  firstRows: ({ kept, total }: Kept) => `Первые строки: ${kept} из ${total}`,
  moreRows: (rest: number) => `… ещё ${rest}`,
};

/** The few words that figures add to the labels that they are given. */
export const figures = {
  data: "Данные",
  notFromZero: "Ось начинается не с нуля, а с",
  figure: "График",
  firstRows: (shown: number, all: number) => `первые ${shown} строк из ${all}`,
};

/** How the source is cited. */
export const sources = {
  source: (cited: string) => `Источник: ${cited}`,
  lines: (lines: readonly number[]) =>
    `${lines.length === 1 ? "строка" : "строки"} ${lines.join(", ")}`,
  topics: (labels: readonly string[]) => labels.join("; "),
};

export const breaks = {
  definition: "определение",
  unit: "единица",
  population: "о ком",
  scope: "где считано",
  territory: "территория",
  period: "время",
};

/** What each kind of relation between printed values is called. */
export const relations = {
  part: "Часть",
  "sum": "Сумма",
  "difference": "Разность",
  "share": "Доля",
  "shares": "Доли целого",
  "ratio": "Отношение",
  "product": "Произведение",
  "growth": "Прирост",
  "roll-forward": "Баланс",
  "mixture": "Взвешенное среднее",
  "same": "Напечатано дважды",
  "mean": "Среднее",
  "norm": "Норма",
  "bound": "Граница",
  "trend": "Изменение",
};

/** What a finding may assert. */
export const findingKinds = {
  "quantity": "Количество",
  "trend": "Изменение",
  "comparison": "Сравнение",
  "norm": "Норма",
  "cause": "Причина",
  "need": "Потребность",
  "practice": "Практика",
  "evaluation": "Оценка",
  "forecast": "Прогноз",
};

/** What commands print. */
export const commands = {
  claims: (count: number) => `Соотношений: ${count}`,
  findings: (count: number) => `Утверждений отчёта: ${count}`,
  questions: (count: number, kinds: string) => `Вопросов определения: ${count} (${kinds})`,
  printedAndRecomputed: ({ printed, recomputed, apart, lines, cell }: Apart) =>
    `напечатано «${printed}», вычислено ${recomputed}, расходятся на ${apart}` +
    (lines !== ""
      ? `; ${lines.includes(",") ? "строки" : "строка"} ${lines}`
      : cell
      ? `; таблица ${cell.table}, ряд «${cell.row}», столбец «${cell.column}»`
      : ""),
  anInterval: "промежуток",
  notDeclared: "не объявлено",
  undeclared: (claim: string, statement: string, difference: string | null) =>
    `Необъявленное расхождение "${claim}": ${statement}. Проверьте перепечатку; если в источнике так и напечатано, объявите его в errata.csv, назвав ${
      difference === null ? "" : `разность ${difference} и `
    }причину.`,
  staleErratum: (claim: string, difference: string | null) =>
    `Устаревшая запись errata.csv "${claim}": соотношение не расходится с напечатанным${
      difference === null ? "" : ` на ${difference}`
    }. Исправьте её или удалите.`,
  unlisted: (finding: string, claim: string) =>
    `У утверждения "${finding}" не указано соотношение "${claim}", которое расходится с напечатанным в нём числом. Добавьте его в findings.csv.`,
  power: (caught: number, tried: number) =>
    `замечает описок в своих ячейках: ${caught} из ${tried}`,
  operand: (id: string, printed: string, line: number | null) =>
    `${id} = «${printed}»${line === null ? "" : ` (строка ${line})`}`,
  notebooks: (count: number) => countOf(count, "тетрадь", "тетради", "тетрадей"),
  figures: (count: number) => countOf(count, "график", "графика", "графиков"),
  tables: (count: number) => countOf(count, "таблица", "таблицы", "таблиц"),
  ran: (ran: number, total: number) =>
    ran === total ? `Выполнено тетрадей: ${total}` : `Выполнено тетрадей: ${ran} из ${total}`,
  noneStale: (total: number) =>
    `Тетрадей: ${total}, ни одна не устарела: их результаты следуют из исходных данных`,
  notStale: (count: number) => `не устарело: ${count}`,
  same: (figures: string, tables: string) => `без изменений: ${figures}, ${tables}`,
  changed: (things: string) => `изменилось: ${things}`,
  wouldChange: (things: string) => `изменилось бы: ${things}`,
  ranIn: (path: string, seconds: string) => `${path}: выполнена за ${seconds} с`,
  failedIn: (path: string, seconds: string) => `${path}: остановилась через ${seconds} с`,
  bar: "{bar} ячеек: {value} из {total}, {duration_formatted} {notebook}",
  untranslated: (path: string, language: string) =>
    `${path}: нет переводов на "${language}"; текст остаётся как написан`,
  stale: (count: number, total: number) => `Устарело тетрадей: ${count} из ${total}`,
  checked: (notebooks: number, errors: number, style: number) =>
    `Проверено тетрадей: ${notebooks}; ошибок: ${errors}, замечаний о стиле: ${style}`,
  wrote: (path: string) => `${path}: написано в процесс ядра`,
  mended: (path: string) => `Исправлена ${path}`,
  catalogue: (path: string) => `Записан ${path}: переводы вписываются туда`,
  valid: ({ tables, observations, claims }: Sizes) =>
    `верных таблиц: ${tables}, наблюдений: ${observations}, соотношений: ${claims}`,
  diff: (changed: number, total: number) => `Изменилось тетрадей: ${changed} из ${total}`,
  figuresIn: (folder: string) => `их графики в папке ${folder}`,
  isNew: "появилось",
  isGone: "исчезло",
  isChanged: "изменилось",
  pixels: "другие точки изображения",
  line: (number: number) => `строка ${number}`,
  noLine: "такой строки нет",
  firstRun: "первые результаты",
  runRecord: (parts: string) => `запись о выполнении (${parts})`,
  generatedTables: "таблицы, которые пишет команда",
  thrownAt: (place: string) => `возникло в ${place}`,
  sourceChanged: "изменился её код или текст",
  column: (name: string) => `столбец «${name}»`,
  row: (name: string) => `строка «${name}»`,
  table: (name: string) => `таблица «${name}»`,
  figure: (name: string) => `график «${name}»`,
  otherForm: (name: string, types: string) => `${name}: то же в другом виде (${types})`,
  nothing: "ничего",
  noNotebook: "такой тетради нет",
  notRun: "она не выполнялась",
  unreadable: "её нельзя прочитать",
  noRecord: "в ней нет записи о выполнении",
  textChanged: "её текст изменился",
  outputsMoved: "её результаты не те, что дало последнее выполнение",
  otherProgram: "другая программа сохранила её по-своему",
  denoMoved: (was: string, is: string) => `Deno: была версия ${was}, стала ${is}`,
  languageMoved: (was: string, is: string) => `язык: был ${was}, стал ${is}`,
  orderMoved: "изменился порядок ячеек",
  whichMoved: (any: string) => `${any}; что именно, скажет только выполнение на этой машине`,
  parts: {
    cells: { one: "", any: "изменились её ячейки" },
    data: { one: "таблица ", any: "изменились данные" },
    library: { one: "библиотека ", any: "изменилась библиотека" },
    files: { one: "", any: "изменился график или таблица рядом с ней" },
  },
};

export const comparison = {
  comparable: (count: number) => `Сравнимо чисел: ${count}`,
  apart: (count: number) => `Несравнимо чисел: ${count}; названо, почему`,
  breaks: "Что различается, в первом и во втором:",
  only: (edition: string, count: number) =>
    `Показателей только в ${edition}: ${count}; сколько чисел и за какое время`,
  numbers: (count: number, low: string, high: string) =>
    `${countOf(count, "число", "числа", "чисел")} от ${low} до ${high}`,
  ratio: (times: string) => `отношение ${times}`,
};

/** What is said of one claim on a terminal, besides what headings say. */
export const claimLines = {
  relation: "соотношение",
  slack: "расхождение",
  rounding: "округление",
  operand: "из чего",
  wouldChange: "изменило бы",
  power: "чуткость",
  topic: "тема",
};

/** Ways of rounding. */
export const roundings = {
  "half-up": "половина вверх",
  "half-even": "половина к чётному",
  "half-down": "половина вниз",
  down: "вниз",
  up: "вверх",
};

/** Whether the report says a claim in so many words, or its numbers imply it. */
export const bases = { stated: "сказано", implied: "следует из чисел" };

let plurals: Intl.PluralRules | undefined;

function countOf(count: number, one: string, few: string, many: string): string {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one, few };
  return `${count} ${forms[(plurals ??= new Intl.PluralRules("ru")).select(count)] ?? many}`;
}

/** The sides of norms and bounds, and what mixtures weigh by. */
export const rules = {
  within: "в пределах",
  below: "ниже",
  above: "выше",
  "by-divisor": "по делителю",
  "by-numerator": "по делимому",
};

export const book: Words["book"] = {
  language: "Русский",
  skip: "К тексту",
  book: "Отчёт, прочитанный заново",
  contents: "Содержание",
  onThisPage: "На этой странице",
  pages: "Страницы",
  previous: "Назад",
  next: "Дальше",
  notebooks: "Тетради",
  findings: "Утверждения",
  data: "Данные",
  whatIf: "Что, если",
  explorer: "Обозреватель",
  api: "Библиотека",
  gallery: "Образцы рисунков",
  lead:
    "Каждое число, утверждение и инициатива отчёта пересчитаны и оценены по тому, что в нём напечатано. Любую страницу можно просто читать, а её код – выполнить и изменить прямо на ней.",
  leadOfData:
    "Каждое число отчёта – данные, а связи между числами пересчитаны и оценены по тому, что в нём напечатано.",
  counted: (claims, findings) => `Что найдено. Соотношения: ${claims}. Утверждения: ${findings}.`,
  noneFound: "нет",
  noNotebooks: "Для этого издания тетради не выполнялись.",
  noFindings: "В этом издании нет утверждений: никто не записал, что утверждает его текст.",
  noClaims: "В этом издании нет соотношений: никто не записал, как связаны его числа.",
  noTable: "В этом издании нет напечатанной таблицы.",
  licence:
    "Код: MIT. Условия использования данных названы на их странице. Отчёт принадлежит его издателю; его текста здесь нет.",
  run: "Выполнить эту страницу",
  changed: "Вы изменили эту страницу: изменения вернутся, когда она выполнится.",
  needsEngine: (module) =>
    `Эта тетрадь не выполняется на странице: она импортирует ${module}. Она выполняется в Jupyter.`,
  decided: "Утверждения, о которых решают числа",
  others: "Все остальные утверждения",
  section: "Тема",
  any: "любое",
  shown: "Показано {kept} из {total}",
  prints: "Напечатано",
  computation: "Вычисление",
  erratum: "Объявленное противоречие",
  repairs: "Что исправило бы его",
  claimsLead:
    "Соотношение – то, что отчёт говорит или подразумевает, как связь между напечатанными значениями. Каждое пересчитано со всеми значениями, которые допускает печать.",
  pdf: "Всё одним файлом PDF",
  printNext: "Что напечатать в следующем году",
  printNextLead:
    "Значения, которых отчёт не печатает, и соотношения и утверждения, которые каждое решило бы или помогло решить. Первые решают больше всего.",
  alone: "решает одно",
  withOthers: "решает с другими",
  ofFindings: "Утверждения",
  dataLead:
    "Каждая таблица: значения через запятую, JSON и файл для русской электронной таблицы – с точками с запятой, десятичными запятыми и меткой кодировки.",
  rows: (count) => `Строк: ${count}`,
  column: "Столбец",
  type: "Тип",
  meaning: "Значение",
  preview: "Первые строки",
  codebook: "Описание столбцов",
  excel: "CSV для русского Excel",
  package: "Пакет данных",
  cite: "Как ссылаться",
  whatIfLead:
    "Впишите другое число вместо напечатанного. Сразу видно, какие соотношения нарушены и какие ячейки заподозрила бы проверка.",
  broken: "Нарушенные соотношения",
  suspects: "Ячейки, которые заподозрила бы проверка",
  whatIfStart: "Выберите число: сначала видно, что найдено, пока всё как напечатано.",
  restore: "Как напечатано",
  needsScript: "Здесь нужен сценарий. Без него тетради и таблицы можно читать как есть.",
  explorerLead: "Выберите, что считать, по чему и как нарисовать. Адрес страницы хранит ваш выбор.",
  initiatives: "Инициативы",
  printedValues: "Напечатанные значения",
  initiativeColumns: {
    audienceLabels: "Аудитория",
    channelLabel: "Где",
    kindLabel: "Вид",
    platformLabels: "Платформы",
    sectionLabel: "Часть отчёта",
    territoryLabel: "Территория",
    themeLabels: "Темы",
  },
  claimColumns: { relationLabel: "Вид соотношения", verdictName: "Заключение", topicLabel: "Тема" },
  apiLead:
    'Что ячейка может импортировать из "report": из описания самой библиотеки, по-английски.',
  galleryLead: "Что рисуют метки, шкалы и параметры, с кодом каждого рисунка, по-английски.",
  loading: "Загружается…",
  runHint: "Измените код или напечатанное значение; Ctrl+Enter выполняет страницу заново.",
  changedValue: "Какое напечатанное значение изменить",
  changedTo: "Что напечатать вместо него",
  none: "никакое",
  runAgain: "Выполнить",
  stop: "Остановить",
  reset: "Как было",
  annotated: "Источник с пометками",
  annotatedLead: (accounted) =>
    `Чисел текста, от которых ссылка ведёт к тому, что о них известно: ${accounted}. Эта страница только для вас: текст принадлежит издателю.`,
  backToLine: (line) => `Назад к строке ${line}`,
  numeralClass: "Что это",
  numeralClasses: {
    date: "дата",
    indicator: "показатель",
    ordinal: "порядковый номер",
    event: "событие",
    other: "иное",
    network: "сеть библиотек",
    "age-bound": "граница возраста",
    "legal-reference": "ссылка на закон",
    norm: "норматив",
    footnote: "сноска",
  },
  observation: "Наблюдение",
};

export const live: Words["live"] = {
  running: (cell) => `Выполняется: ${cell}`,
  ran: (cells, errors, changed) =>
    `Ячеек: ${cells}. Ошибок: ${errors}. Иначе, чем было: ${changed}.`,
  stopped: "Остановлено. Показано то, что было.",
  failed: (line) =>
    line === undefined ? "Эта ячейка кончилась ошибкой" : `Ошибка в строке ${line} этой ячейки`,
  other: "иначе, чем было",
  codeOf: (cell) => `Код ячейки ${cell}`,
  liveTitle: "Где выполняются ячейки",
  needsServer: "Эта страница выполняется, только если её даёт сервер.",
  nothingBroken: "Все соотношения выполняются.",
  nothingSuspected: "Ни одна ячейка не вызвала бы подозрений.",
  malformed: "Это не число, как их печатает отчёт.",
  wide: "Прокручивается вбок",
};

/** What is told of a command line that cannot be run. */
export const commandLine = {
  unknownOption: (near: string) => `ожидался один из параметров, такого нет; может быть, ${near}?`,
  nothing: (expected: string) => `ожидалось: ${expected}; ничего не найдено`,
  invalid: (expected: string, found: string) => `ожидалось: ${expected}; найдено: "${found}"`,
  excess: (expected: string, found: string) => `ожидалось значений: ${expected}; найдено: ${found}`,
  oneOf: (choices: string) => `одно из ${choices}`,
  wholeNumber: "целое число больше 0",
  number: "число больше 0",
  port: "номер порта от 0 до 65535",
  parameter: "имя и значение",
  once: (name: string) => `одно значение "${name}"`,
  cell: "тетрадь и ячейка, например 04_table_1/growth",
  help: "(параметры показывает --help)",
};

/** What `check` finds, by its code; what Deno itself finds, it says in English. */
export const checks: Readonly<Record<string, string>> = {
  "error-output": "в результатах осталась ошибка",
  "execution-order":
    "ячейки выполнены не подряд: выполните все с первой, как делает deno task reproduce",
  "floating-promise":
    "обещания никто не ждёт: напишите перед ним await, а если так и задумано, void",
  "large-output": "результат больше 100 КБ: покажите меньше строк или меньше в каждой",
  "machine-path": "путь одной машины: называйте файлы от папки проекта",
  malformed: "тетрадь нельзя прочитать: её нет, или это не тетрадь Jupyter",
  "malformed-catalogue": "это не каталог переводов gettext, или он повреждён",
  "not-canonical": "вид файла не канонический: deno task check --fix исправит",
  "other-language": "тетрадь для другого языка: ожидались ячейки на TypeScript",
  parameters: "в ячейке параметров ожидаются только объявления вида const ИМЯ = значение",
  redeclared: "имя уже объявлено другой ячейкой, и ядро не примет его: выберите другое",
  replaced: "имя заменяет то, что объявила другая ячейка: выберите другое",
  "stale-translation": "перевод предложения, которого больше нет или которое изменилось",
  "unfit-translation": "перевод не подходит: в нём другие пропуски или не все формы числа",
  "unlike-translation": "другая тетрадь переводит это предложение иначе",
  "unlocked-import": "пакета нет в deno.lock: добавьте его, deno add --frozen=false ИМЯ",
  "unnamed-cell": "имя ячейки никто не выбрал: назовите её по тому, что она делает",
  "unnamed-import": "такого имени нет в deno.json: исправьте его или добавьте пакет, deno add ИМЯ",
  untranslated: "нет перевода предложения",
  "used-before-cell": "имя используется выше ячейки, которая его объявляет: поменяйте их местами",
  "used-before-import": "имя используется выше строки, которая его импортирует",
};

/** What `--help` says, by what it says in English. */
export const help: Readonly<Record<string, string>> = {
  "[options]": "[параметры]",
  "choices:": "одно из:",
  "default:": "по умолчанию:",
  "Usage:": "Как вызвать:",
  "Arguments:": "Что указать:",
  "Options:": "Параметры:",
  "display help for command": "эта справка",
  "language of what is shown": "язык того, что показывается",
  "edition: a folder of data/, or a path": "издание: папка в data/ или путь",
  "notebooks by name or path; all of notebooks/ if none is named":
    "тетради по имени или пути; если не указаны, все из notebooks/",
  "value of a parameter of the notebooks, for this run":
    "значение параметра тетрадей на это выполнение",
  "folder of what runs give: notebooks, figures and tables":
    "папка для того, что даёт выполнение: тетрадей, графиков и таблиц",
  "Run the notebooks, write what they show, say what differs from before, and judge the claims.":
    "Выполняет тетради, записывает то, что они показывают, называет отличия от прежнего и проверяет соотношения.",
  "run only notebooks whose outputs no longer follow from their inputs":
    "выполнить только тетради, результаты которых больше не следуют из исходных данных",
  "write nothing, and fail if anything would change":
    "ничего не записывать; если что-то изменилось бы, закончить неудачей",
  "write each table also as a copy for that program":
    "записать каждую таблицу ещё и в копии для этой программы",
  "kernels at a time": "сколько ядер работает сразу",
  "Rights of cells:": "Права ячеек:",
  "let cells connect to other machines": "позволить ячейкам связь с другими машинами",
  "let cells write files": "позволить ячейкам запись файлов",
  "let cells start programs": "позволить ячейкам запуск программ",
  "let cells import code from the web": "позволить ячейкам загрузку кода из сети",
  "let cells ask about this machine": "позволить ячейкам сведения об этой машине",
  "let cells call native libraries": "позволить ячейкам вызов системных библиотек",
  "let cells do all that you may": "позволить ячейкам всё, что можете вы",
  "how long a cell may run": "сколько секунд может выполняться ячейка",
  "print results as JSON and nothing else": "вывести результаты в JSON и больше ничего",
  "Check notebooks like code: types, lint, names and promises of their cells, those of each as one module; how they were run; and what is left in their outputs.":
    "Проверяет тетради как код: типы, стиль, имена и обещания в ячейках, взятых как один модуль; порядок выполнения; то, что осталось в результатах.",
  "notebooks to check, all of one folder; all of notebooks/ if none is named":
    "какие тетради проверить, все из одной папки; если не указаны, все из notebooks/",
  "first mend ids, older formats, canonical form and the name of the kernel":
    "сначала исправить имена ячеек, старые форматы, вид файла и имя ядра",
  "first bring the catalogues of translations into that language up to date, or make them":
    "сначала обновить или создать каталоги переводов на этот язык",
  "print the problems as JSON and nothing else": "вывести замечания в JSON и больше ничего",
  "Name the notebooks whose outputs no longer follow from their inputs.":
    "Называет тетради, результаты которых больше не следуют из исходных данных.",
  "say which input moved: a cell, a file of the library, a dataset, …":
    "сказать, что изменилось: ячейка, файл библиотеки, таблица данных, …",
  "print notebooks and reasons as JSON and nothing else":
    "вывести тетради и причины в JSON и больше ничего",
  "Judge every claim and finding of an edition and print the scoreboards.":
    "Проверяет все соотношения и утверждения издания и печатает итоги.",
  "show one claim with all that its verdict rests on":
    "показать одно соотношение и всё, на чём стоит заключение",
  "print the verdicts as JSON and nothing else": "вывести заключения в JSON и больше ничего",
  "Prove that an edition accounts for its source text.":
    "Доказывает, что издание учитывает весь текст источника.",
  "the text of the source, UTF-8": "текст источника в кодировке UTF-8",
  "print the proof as JSON and nothing else": "вывести доказательство в JSON и больше ничего",
  "Put the indicators of two editions side by side: what can be compared, and what keeps the others apart.":
    "Ставит рядом показатели двух изданий: что сравнимо и что мешает сравнить остальное.",
  "editions: folders of data/, or paths": "издания: папки в data/ или пути",
  "print the comparison as JSON and nothing else": "вывести сравнение в JSON и больше ничего",
  "Check every file of an edition against its schema.":
    "Проверяет каждый файл издания по его схеме.",
  "Write datapackage.json of an edition, and its derived tables, from the schemas of the library.":
    "Записывает datapackage.json издания и производные таблицы по схемам библиотеки.",
  "Draw the figures of one cell again, for a column or a slide.":
    "Рисует графики одной ячейки заново, для колонки или слайда.",
  "such as 04_table_1/growth": "например, 04_table_1/growth",
  "width, for which texts are wrapped anew": "ширина, по которой надписи переносятся заново",
  "kind of file": "вид файла",
  "leave out title and subtitle, as beside a heading of one's own":
    "без заголовка и подзаголовка, если рядом есть свой",
  "where the files go": "куда записать файлы",
  "Say what a re-run changed in notebooks, cell by cell.":
    "Говорит, что изменило новое выполнение тетрадей, ячейка за ячейкой.",
  "notebooks to compare; all of notebooks/ if none is named":
    "какие тетради сравнить; если не указаны, все из notebooks/",
  "compare with what git keeps of them": "сравнить с тем, что хранит git",
  "compare with the notebooks of a folder instead": "сравнить с тетрадями из папки",
  "where changed figures are written, before and after":
    "куда записать изменившиеся графики, прежние и новые",
  "print the changes as JSON and nothing else": "вывести изменения в JSON и больше ничего",
};
