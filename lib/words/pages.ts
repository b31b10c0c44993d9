/** What an explorer says. */
export const explorer = {
  measure: ["Measure", "Показатель"],
  statistic: ["Statistic", "Что считать"],
  group: ["Group by", "По столбцу"],
  series: ["Colour by", "Цвет"],
  chart: ["Chart", "Диаграмма"],
  order: ["Order", "Порядок"],
  limit: ["Groups shown", "Групп не более"],
  filter: ["Filter by", "Отбор"],
  none: ["none", "нет"],
  all: ["all", "все"],
  count: ["count", "число строк"],
  sum: ["sum", "сумма"],
  mean: ["mean", "среднее"],
  median: ["median", "медиана"],
  each: ["every row", "каждая строка"],
  bars: ["bars", "столбики"],
  dots: ["dots", "точки"],
  line: ["line", "линия"],
  table: ["table", "таблица"],
  most: ["greatest first", "по убыванию"],
  least: ["least first", "по возрастанию"],
  name: ["by name", "по названию"],
  rows: ["as in the rows", "как в данных"],
  shares: ["shares of each group", "доли в каждой группе"],
  matrix: ["matrix", "матрица"],
  others: ["Others", "Прочие"],
  rowCount: ["Number of rows", "Число строк"],
  value: ["Value", "Значение"],
  copy: ["Copy Plot code", "Копировать код Plot"],
  copied: ["Copied: paste it into a cell below", "Скопировано: вставьте в ячейку ниже"],
  copyStart: ["Copy what is chosen", "Копировать выбранное"],
  startCopied: `Copied: paste it beside the other options
    Скопировано: вставьте к другим параметрам`,
  download: ["Download {format}", "Скачать {format}"],
  copyByHand: ["Select the code below and copy it", "Выделите код ниже и скопируйте его"],
  code: ["Plot code of what is shown", "Код Plot того, что показано"],
  clear: ["Clear filter", "Снять отбор"],
  shown: ["{kept} of {total} rows", "Строк: {kept} из {total}"],
  share: ["{measure}, % of each group", "{measure}, % группы"],
  severally: `a row with several values counts for each: {kept} rows, counted {total} times
    строка с несколькими значениями учтена для каждого: строк – {kept}, учтено – {total}`,
  filtered: ["{title} ({values})", "{title} ({values})"],
  more: ["{rest} more", "ещё {rest}"],
  groupsShown: ["{kept} of {total} groups", "Групп: {kept} из {total}"],
  nothing: ["No row passes the filter", "Отбору не отвечает ни одна строка"],
  explorer: ["Explorer", "Обозреватель"],
  still: `The chart can be changed where scripts run.
    Диаграмму можно менять там, где выполняются скрипты.`,
  by: [
    (measure: string, groups: string) =>
      `${measure}${/^(of|for|counted|when|where)\b/.test(groups) ? ":" : " by"} ${groups}`,
    "{measure}: {group}",
  ],
  and: ["{group} and {series}", "{group}, {series}"],
} as const;

/** What the book says, besides what headings say. */
export const book = {
  language: ["English", "Русский"],
  skip: ["Skip to the text", "К тексту"],
  book: ["The report, read again", "Отчёт, прочитанный заново"],
  contents: ["Contents", "Содержание"],
  onThisPage: ["On this page", "На этой странице"],
  pages: ["Pages", "Страницы"],
  previous: ["Previous", "Назад"],
  next: ["Next", "Дальше"],
  notebooks: ["Notebooks", "Тетради"],
  findings: ["Findings", "Утверждения"],
  data: ["Data", "Данные"],
  whatIf: ["What if", "Что, если"],
  explorer: ["Explorer", "Обозреватель"],
  api: ["Library", "Библиотека"],
  gallery: ["Gallery of marks", "Образцы рисунков"],
  lead:
    `Every number, finding and initiative of the report, recomputed and judged from the report's own print.
    Каждое число, утверждение и инициатива отчёта пересчитаны и оценены по тому, что в нём напечатано.`,
  leadOfData:
    `Every number of the report as data, with the relations between them recomputed and judged from the report's own print.
    Каждое число отчёта – данные, а связи между числами пересчитаны и оценены по тому, что в нём напечатано.`,
  howToRead: `Each page can be read as it stands, and its code can be run and changed in it.
    Любую страницу можно просто читать, а её код – выполнить и изменить прямо на ней.`,
  counted: `What was found. Claims: {claims}. Findings: {findings}.
    Что найдено. Соотношения: {claims}. Утверждения: {findings}.`,
  noneFound: ["none", "нет"],
  first: ["the first {count} of {all}", "первые {count} из {all}"],
  noNotebooks: `No notebook was run for this edition.
    Для этого издания тетради не выполнялись.`,
  noFindings: `This edition has no findings: nobody has noted what its text asserts.
    В этом издании нет утверждений: никто не записал, что утверждает его текст.`,
  noClaims: `This edition has no claims: nobody has said how its numbers hang together.
    В этом издании нет соотношений: никто не записал, как связаны его числа.`,
  noTable: ["This edition has no printed table.", "В этом издании нет напечатанной таблицы."],
  licence:
    `Code: MIT. The licence of the data stands on their page. The report belongs to its publisher; its text is not here.
    Код: MIT. Условия использования данных названы на их странице. Отчёт принадлежит его издателю; его текста здесь нет.`,
  run: ["Run this page", "Выполнить эту страницу"],
  changed: `You changed this page: your changes come back when it runs.
    Вы изменили эту страницу: изменения вернутся, когда она выполнится.`,
  needsEngine: `This notebook does not run in a page: it imports {module}. It runs in Jupyter.
    Эта тетрадь не выполняется на странице: она импортирует {module}. Она выполняется в Jupyter.`,
  decided: ["Findings that numbers decide", "Утверждения, о которых решают числа"],
  others: ["All other findings", "Все остальные утверждения"],
  any: ["any", "любое"],
  shown: ["{kept} of {total} are shown", "Показано {kept} из {total}"],
  computation: ["Computation", "Вычисление"],
  erratum: ["Declared contradiction", "Объявленное противоречие"],
  repairs: ["What would mend it", "Что исправило бы его"],
  claimsLead:
    `A claim is one thing that the report states or implies, as a relation between printed values. Each is recomputed with every value that the print allows.
    Соотношение – то, что отчёт говорит или подразумевает, как связь между напечатанными значениями. Каждое пересчитано со всеми значениями, которые допускает печать.`,
  pdf: ["All of it as PDF", "Всё одним файлом PDF"],
  printNext: ["What to print next year", "Что напечатать в следующем году"],
  printNextLead:
    `Values that the report does not print, and the claims and findings that each would settle or help to settle. The first settle most.
    Значения, которых отчёт не печатает, и соотношения и утверждения, которые каждое решило бы или помогло решить. Первые решают больше всего.`,
  alone: ["settles alone", "решает одно"],
  withOthers: ["settles with others", "решает с другими"],
  dataLead:
    `Each table as comma-separated values, as JSON, and for a spreadsheet that writes decimal commas: with semicolons and a mark of its encoding.
    Каждая таблица: значения через запятую, JSON и файл для русской электронной таблицы – с точками с запятой, десятичными запятыми и меткой кодировки.`,
  rows: ["Rows: {count}", "Строк: {count}"],
  column: ["Column", "Столбец"],
  type: ["Type", "Тип"],
  meaning: ["Meaning", "Значение"],
  preview: ["First rows", "Первые строки"],
  codebook: ["Codebook", "Описание столбцов"],
  excel: ["CSV with decimal commas", "CSV для русского Excel"],
  package: ["Data Package", "Пакет данных"],
  cite: ["How to cite", "Как ссылаться"],
  whatIfLead:
    `Type another number where the report prints one. At once you see which relations break, and which cells an audit would suspect.
    Впишите другое число вместо напечатанного. Сразу видно, какие соотношения нарушены и какие ячейки заподозрила бы проверка.`,
  broken: ["Relations that break", "Нарушенные соотношения"],
  suspects: ["Cells that an audit would suspect", "Ячейки, которые заподозрила бы проверка"],
  whatIfStart: `Choose a number: first you see what is found as it is printed.
    Выберите число: сначала видно, что найдено, пока всё как напечатано.`,
  restore: ["As printed", "Как напечатано"],
  needsScript:
    `This needs a script. Without one, the notebooks and tables can be read as they stand.
    Здесь нужен сценарий. Без него тетради и таблицы можно читать как есть.`,
  explorerLead:
    `Choose what is counted, by what, and how it is drawn. The address of the page keeps your choice.
    Выберите, что считать, по чему и как нарисовать. Адрес страницы хранит ваш выбор.`,
  initiatives: ["Initiatives", "Инициативы"],
  printedValues: ["Printed values", "Напечатанные значения"],
  initiativeColumns: {
    audienceLabels: ["Audience", "Аудитория"],
    channelLabel: ["Channel", "Где"],
    kindLabel: ["Kind", "Вид"],
    platformLabels: ["Platforms", "Платформы"],
    sectionLabel: ["Section", "Часть отчёта"],
    territoryLabel: ["Territory", "Территория"],
    themeLabels: ["Themes", "Темы"],
  },
  claimColumns: {
    relationLabel: ["Kind of relation", "Вид соотношения"],
    verdictName: ["Verdict", "Заключение"],
    topicLabel: ["Topic", "Тема"],
  },
  apiLead: `What a cell can import from "report", from the library's own documentation, in English.
    Что ячейка может импортировать из "report": из описания самой библиотеки, по-английски.`,
  galleryLead: `What marks, scales and options draw, with the code of each, in English.
    Что рисуют метки, шкалы и параметры, с кодом каждого рисунка, по-английски.`,
  loading: ["Loading…", "Загружается…"],
  runHint: `Change code or a printed value; Ctrl+Enter runs the page again.
    Измените код или напечатанное значение; Ctrl+Enter выполняет страницу заново.`,
  changedValue: ["Printed value to change", "Какое напечатанное значение изменить"],
  changedTo: ["Printed instead", "Что напечатать вместо него"],
  none: ["none", "никакое"],
  runAgain: ["Run", "Выполнить"],
  stop: ["Stop", "Остановить"],
  reset: ["As it was", "Как было"],
  annotated: ["The source, annotated", "Источник с пометками"],
  annotatedLead:
    `{accounted} numerals of the text lead to what the workbench knows of them. This page is for you alone: the text belongs to its publisher.
    Чисел текста, от которых ссылка ведёт к тому, что о них известно: {accounted}. Эта страница только для вас: текст принадлежит издателю.`,
  backToLine: ["Back to line {line}", "Назад к строке {line}"],
  numeralClass: ["What it is", "Что это"],
  numeralClasses: {
    date: ["date", "дата"],
    indicator: ["indicator", "показатель"],
    ordinal: ["ordinal number", "порядковый номер"],
    event: ["event", "событие"],
    other: ["other", "иное"],
    network: ["library network", "сеть библиотек"],
    "age-bound": ["age bound", "граница возраста"],
    "legal-reference": ["reference to a law", "ссылка на закон"],
    norm: ["norm", "норматив"],
    footnote: ["footnote", "сноска"],
  },
  observation: ["Observation", "Наблюдение"],
} as const;

/** What the book's pages say while they run. */
export const live = {
  running: ["Runs: {cell}", "Выполняется: {cell}"],
  ran: `Cells: {cells}. Errors: {errors}. Other than before: {changed}.
    Ячеек: {cells}. Ошибок: {errors}. Иначе, чем было: {changed}.`,
  stopped: ["Stopped. What was shown before stands.", "Остановлено. Показано то, что было."],
  failed: ["This cell ended with an error", "Эта ячейка кончилась ошибкой"],
  failedAt: ["Error in line {line} of this cell", "Ошибка в строке {line} этой ячейки"],
  other: ["other than before", "иначе, чем было"],
  codeOf: ["Code of {cell}", "Код ячейки {cell}"],
  liveTitle: ["Where the cells run", "Где выполняются ячейки"],
  needsServer: `This page can only run where a server gives it.
    Эта страница выполняется, только если её даёт сервер.`,
  nothingBroken: ["All relations hold.", "Все соотношения выполняются."],
  nothingSuspected: ["No cell would be suspected.", "Ни одна ячейка не вызвала бы подозрений."],
  malformed: `This is no number as the report prints numbers.
    Это не число, как их печатает отчёт.`,
  wide: ["Scrolls sideways", "Прокручивается вбок"],
} as const;
