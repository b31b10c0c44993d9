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
  notebooks: (count: number) => counted(count, "тетрадь", "тетради", "тетрадей"),
  figures: (count: number) => counted(count, "график", "графика", "графиков"),
  tables: (count: number) => counted(count, "таблица", "таблицы", "таблиц"),
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

/** What is said of one claim on a terminal. */
export const claimLines = {
  verdict: "заключение",
  limit: "предел",
  relation: "соотношение",
  printed: "напечатано",
  recomputed: "вычислено",
  difference: "разность",
  slack: "расхождение",
  rounding: "округление",
  operand: "из чего",
  notPrinted: "не напечатано",
  wouldChange: "изменило бы",
  power: "чуткость",
  lines: "строки",
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

const plurals = new Intl.PluralRules("ru");

function counted(count: number, one: string, few: string, many: string): string {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one, few };
  return `${count} ${forms[plurals.select(count)] ?? many}`;
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
  claims: "Соотношения",
  data: "Данные",
  whatIf: "Что, если",
  explorer: "Обозреватель",
  api: "Библиотека",
  gallery: "Образцы рисунков",
  code: "Код",
  lead:
    "Каждое число, утверждение и начинание отчёта пересчитано и оценено по тому, что в нём напечатано. Любую страницу можно просто читать, а её код — выполнить и изменить прямо на ней.",
  counted: (claims, findings) => `Что найдено. Соотношения: ${claims}. Утверждения: ${findings}.`,
  licence: "Код: MIT. Данные: CC BY 4.0. Отчёт принадлежит его издателю; его текста здесь нет.",
  run: "Выполнить эту страницу",
  needsEngine: (module) =>
    `Эта тетрадь не выполняется на странице: она импортирует ${module}. Она выполняется в Jupyter.`,
  decided: "Утверждения, о которых решают числа",
  others: "Все остальные утверждения",
  verdict: "Заключение",
  section: "Тема",
  kind: "Вид",
  any: "любое",
  shown: "Показано {kept} из {total}",
  lines: "Строки",
  prints: "Напечатано",
  computation: "Вычисление",
  erratum: "Объявленное противоречие",
  repairs: "Что исправило бы его",
  claimsLead:
    "Соотношение — то, что отчёт говорит или подразумевает, как связь между напечатанными значениями. Каждое пересчитано со всеми значениями, которые допускает печать.",
  pdf: "Всё одним файлом PDF",
  printNext: "Что напечатать в следующем году",
  printNextLead:
    "Значения, которых отчёт не печатает, и соотношения и утверждения, которые каждое решило бы или помогло решить. Первые решают больше всего.",
  value: "Значение",
  alone: "решает одно",
  withOthers: "решает с другими",
  ofFindings: "Утверждения",
  dataLead:
    "Каждая таблица: значения через запятую, JSON и файл для русской электронной таблицы — с точками с запятой, десятичными запятыми и меткой кодировки.",
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
  restore: "Как напечатано",
  needsScript: "Здесь нужен сценарий. Без него тетради и таблицы можно читать как есть.",
  explorerLead: "Выберите, что считать, по чему и как нарисовать. Адрес страницы хранит ваш выбор.",
  initiatives: "Начинания",
  initiativeColumns: {
    audienceLabels: "Аудитория",
    channelLabel: "Канал",
    kindLabel: "Вид",
    platformLabels: "Площадки",
    sectionLabel: "Раздел",
    territoryLabel: "Территория",
    themeLabels: "Темы",
  },
  claimColumns: { relationLabel: "Вид соотношения", verdictName: "Заключение", topicLabel: "Тема" },
  apiLead:
    'Что ячейка может импортировать из "report": из описания самой библиотеки, по-английски.',
  galleryLead: "Что рисуют метки, шкалы и параметры, с кодом каждого рисунка, по-английски.",
  annotated: "Источник с пометками",
  annotatedLead: (accounted) =>
    `Чисел текста, от которых ссылка ведёт к тому, что о них известно: ${accounted}. Эта страница только для вас: текст принадлежит издателю.`,
  backToLine: (line) => `Назад к строке ${line}`,
  numeralClass: "Что это",
  observation: "Наблюдение",
};

export const live: Words["live"] = {
  loading: "Загружается…",
  running: (cell) => `Выполняется: ${cell}`,
  ran: (cells, errors, changed) =>
    `Ячеек: ${cells}. Ошибок: ${errors}. Иначе, чем было: ${changed}.`,
  stopped: "Остановлено. Показано то, что было.",
  failed: (line) =>
    line === undefined ? "Эта ячейка кончилась ошибкой" : `Ошибка в строке ${line} этой ячейки`,
  other: "иначе, чем было",
  codeOf: (cell) => `Код ячейки ${cell}`,
  runHint: "Измените код или напечатанное значение; Ctrl+Enter выполняет страницу заново.",
  changedValue: "Какое напечатанное значение изменить",
  changedTo: "Что напечатать вместо него",
  liveTitle: "Где выполняются ячейки",
  none: "никакое",
  runAgain: "Выполнить",
  stop: "Остановить",
  reset: "Как было",
  nothingBroken: "Все соотношения выполняются.",
  nothingSuspected: "Ни одна ячейка не вызвала бы подозрений.",
  malformed: "Это не число, как их печатает отчёт.",
  table: "Таблица",
};
