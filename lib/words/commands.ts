/** What commands print. */
export const commands = {
  claims: ["{count claim|claims}", "Соотношений: {count}"],
  findings: ["{count finding|findings}", "Утверждений отчёта: {count}"],
  questions: [
    "{count question|questions} of definition: {kinds}",
    "Вопросов определения: {count} ({kinds})",
  ],
  printedAndRecomputed: [
    'printed "{printed}", recomputed {recomputed}, {apart} apart',
    "напечатано «{printed}», вычислено {recomputed}, расходятся на {apart}",
  ],
  cell: [
    'table {table}, row "{row}", column "{column}"',
    "таблица {table}, ряд «{row}», столбец «{column}»",
  ],
  anInterval: ["an interval", "промежуток"],
  notDeclared: ["not declared", "не объявлено"],
  moreComplaints: ["{count} more; --json names all", "и ещё {count}; --json называет все"],
  undeclared: [
    'Undeclared contradiction "{claim}": {statement}. Check the transcription; if the source prints it so, declare it in errata.csv with {difference}a reason.',
    'Необъявленное расхождение "{claim}": {statement}. Проверьте перепечатку; если в источнике так и напечатано, объявите его в errata.csv, назвав {difference}причину.',
  ],
  theDifference: ["the difference {difference} and ", "разность {difference} и "],
  staleErratum: [
    'Stale erratum "{claim}": the claim does not contradict the print{difference}. Mend it or remove it from errata.csv.',
    'Устаревшая запись errata.csv "{claim}": соотношение не расходится с напечатанным{difference}. Исправьте её или удалите.',
  ],
  byDifference: [" by {difference}", " на {difference}"],
  unlisted: [
    'Unlisted contradiction of finding "{finding}": claim "{claim}" contradicts a value that it prints. Add it to the finding\'s claims in findings.csv.',
    'У утверждения "{finding}" не указано соотношение "{claim}", которое расходится с напечатанным в нём числом. Добавьте его в findings.csv.',
  ],
  power: [
    "catches {caught} of {tried} slips on its cells",
    "замечает описок в своих ячейках: {caught} из {tried}",
  ],
  operand: ['{id} = "{printed}"', "{id} = «{printed}»"],
  notebooks: ["{count notebook|notebooks}", "{count тетрадь|тетради|тетрадей}"],
  figures: ["{count figure|figures}", "{count график|графика|графиков}"],
  tables: ["{count table|tables}", "{count таблица|таблицы|таблиц}"],
  ranAll: ["{total notebook|notebooks} ran", "Выполнено тетрадей: {total}"],
  ran: ["{ran} of {total notebook|notebooks} ran", "Выполнено тетрадей: {ran} из {total}"],
  noneStale: [
    "none of {total notebook|notebooks} is stale: their outputs follow from their inputs",
    "Тетрадей: {total}, ни одна не устарела: их результаты следуют из исходных данных",
  ],
  notStale: ["{count} were not stale", "не устарело: {count}"],
  same: ["{figures} and {tables} are as they were", "без изменений: {figures}, {tables}"],
  changed: ["{things} changed", "изменилось: {things}"],
  wouldChange: ["{things} would change", "изменилось бы: {things}"],
  ranIn: ["{path}: ran in {seconds} s", "{path}: выполнена за {seconds} с"],
  failedIn: ["{path}: failed in {seconds} s", "{path}: остановилась через {seconds} с"],
  cells: ["{value} of {total} cells", "ячеек: {value} из {total}"],
  untranslated: [
    '{path}: no translations into "{language}"; its text stays as it is written',
    '{path}: нет переводов на "{language}"; текст остаётся как написан',
  ],
  stale: ["{count} of {total} notebooks are stale", "Устарело тетрадей: {count} из {total}"],
  checked: [
    "{notebooks notebook|notebooks} checked: {errors error|errors}, {style matter|matters} of style",
    "Проверено тетрадей: {notebooks}; ошибок: {errors}, замечаний о стиле: {style}",
  ],
  wrote: ["{path} wrote to its kernel's process", "{path}: написано в процесс ядра"],
  mended: ["Mended {path}", "Исправлена {path}"],
  catalogue: [
    "Wrote {path}: put the translations there",
    "Записан {path}: переводы вписываются туда",
  ],
  valid: [
    "{tables table|tables} valid, {observations observation|observations}, {claims claim|claims}",
    "верных таблиц: {tables}, наблюдений: {observations}, соотношений: {claims}",
  ],
  diff: ["{changed} of {total} notebooks changed", "Изменилось тетрадей: {changed} из {total}"],
  figuresIn: ["their figures are in {folder}", "их графики в папке {folder}"],
  isNew: ["is new", "появилось"],
  isGone: ["is gone", "исчезло"],
  isChanged: ["changed", "изменилось"],
  pixels: ["its pixels", "другие точки изображения"],
  line: ["line {number}", "строка {number}"],
  noLine: ["no such line", "такой строки нет"],
  firstRun: ["its first outputs", "первые результаты"],
  runRecord: ["the record of its run ({parts})", "запись о выполнении ({parts})"],
  generatedTables: ["its generated tables", "таблицы, которые пишет команда"],
  thrownAt: ["thrown at {place}", "возникло в {place}"],
  sourceChanged: ["its source changed", "изменился её код или текст"],
  column: ['column "{name}"', "столбец «{name}»"],
  row: ['row "{name}"', "строка «{name}»"],
  table: ['table "{name}"', "таблица «{name}»"],
  figure: ['figure "{name}"', "график «{name}»"],
  otherForm: [
    "{name} says the same in another form ({types})",
    "{name}: то же в другом виде ({types})",
  ],
  nothing: ["nothing", "ничего"],
  noNotebook: ["there is no such notebook", "такой тетради нет"],
  notRun: ["it has not been run", "она не выполнялась"],
  unreadable: ["it cannot be read", "её нельзя прочитать"],
  noRecord: ["it keeps no record of a run", "в ней нет записи о выполнении"],
  textChanged: ["its text changed", "её текст изменился"],
  outputsMoved: [
    "its outputs are not those of its last run",
    "её результаты не те, что дало последнее выполнение",
  ],
  otherProgram: [
    "another program saved it in its own form",
    "другая программа сохранила её по-своему",
  ],
  denoMoved: ["Deno was {was}, is {is}", "Deno: была версия {was}, стала {is}"],
  languageMoved: ["language was {was}, is {is}", "язык: был {was}, стал {is}"],
  orderMoved: ["the order of cells changed", "изменился порядок ячеек"],
  whichMoved: [
    "{any}; what of it, only a run on this machine can tell",
    "{any}; что именно, скажет только выполнение на этой машине",
  ],
  parts: {
    cells: { one: ["", ""], any: ["its cells changed", "изменились её ячейки"] },
    data: { one: ["dataset ", "таблица "], any: ["the data changed", "изменились данные"] },
    library: {
      one: ["library ", "библиотека "],
      any: ["the library changed", "изменилась библиотека"],
    },
    files: {
      one: ["", ""],
      any: ["a figure or table beside it changed", "изменился график или таблица рядом с ней"],
    },
  },
} as const;

/** What `compare` prints. */
export const comparison = {
  comparable: ["Can be compared: {count number|numbers}", "Сравнимо чисел: {count}"],
  apart: [
    "Cannot be compared, for what is named: {count number|numbers}",
    "Несравнимо чисел: {count}; названо, почему",
  ],
  breaks: ["What differs, first and second:", "Что различается, в первом и во втором:"],
  only: [
    "Only {edition} has: {count indicator|indicators}, how often and of when",
    "Показателей только в {edition}: {count}; сколько чисел и за какое время",
  ],
  numbers: ["{count} numbers, {low} to {high}", "{count число|числа|чисел} от {low} до {high}"],
  ratio: ["ratio {times}", "отношение {times}"],
} as const;

/** What is told of a command line that cannot be run. */
export const commandLine = {
  unknownOption: [
    "expected one of its options, found none of this name; did you mean {near}?",
    "ожидался один из параметров, такого нет; может быть, {near}?",
  ],
  nothing: ["expected {expected}, found nothing", "ожидалось: {expected}; ничего не найдено"],
  invalid: ['expected {expected}, found "{found}"', 'ожидалось: {expected}; найдено: "{found}"'],
  excess: [
    "expected {expected} arguments, found {found}",
    "ожидалось значений: {expected}; найдено: {found}",
  ],
  oneOf: ["one of {choices}", "одно из {choices}"],
  wholeNumber: ["a whole number above 0", "целое число больше 0"],
  number: ["a number above 0", "число больше 0"],
  port: ["a port, from 0 to 65535", "номер порта от 0 до 65535"],
  parameter: ["a name and a value", "имя и значение"],
  once: ['one value of "{name}"', 'одно значение "{name}"'],
  cell: [
    "a notebook and a cell, such as 04_table_1/growth",
    "тетрадь и ячейка, например 04_table_1/growth",
  ],
  help: ["(--help shows the options)", "(параметры показывает --help)"],
} as const;
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
