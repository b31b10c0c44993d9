/** A header as what is measured and when. */
export interface PeriodHeader {
  /** The header with `{period}` where it names one; the header itself where it names none. */
  readonly stem: string;
  /** The period as written, `""` where there is none. */
  readonly period: string;
  /** Where the period stands among others of its sort; `NaN` where there is none. */
  readonly order: number;
  /** Whether it speaks of a change between periods. */
  readonly isChange: boolean;
  /** Its unit, as far as it tells a scale. */
  readonly unit: string;
}

const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|" +
  "январ[ьяе]|янв|феврал[ьяе]|фев|март[ае]?|мар|апрел[ьяе]|апр|ма[йяе]|июн[ьяе]|июл[ьяе]|август[ае]?|авг|сентябр[ьяе]|сен|октябр[ьяе]|окт|ноябр[ьяе]|ноя|декабр[ьяе]|дек";
const monthStarts: readonly string[] = [
  ..."jan feb mar apr may jun jul aug sep oct nov dec".split(" "),
  ..."янв фев мар апр ма июн июл авг сен окт ноя дек".split(" "),
];
const year = String
  .raw`(?:fy\s?)?(?:19|20)\d{2}(?:\s?[/\u2013-]\s?(?:(?:19|20)\d{2}|\d{2}))?(?!\d)(?:\s?(?:гг?\.?|год[ау]?|year))?`;
const quarter = String
  .raw`(?:q[1-4]|[1-4]q|(?:[1-4]|i{1,3}|iv)[\s-]*(?:й\s)?(?:кв(?:артал|\.)?|quarter))`;
const half = String.raw`(?:h[12]|[12]h|(?:1|2|i{1,2})[\s-]*(?:е\s)?полугодие)`;
const part = String.raw`(?:${quarter}|${half}|${months})`;
const found = new RegExp(
  String
    .raw`(?<![\p{L}\d])(?:${part}[\s_.,-]*${year}|${year}[\s_.,-]*${part}|${part}|${year})(?![\p{L}\d])`,
  "iu",
);

/**
 * Parts a header into what is measured and the period: a year, two years, a month, a quarter or a half, in Russian or English.
 *
 * @param header The header, such as `users_2017`, `Читатели, 2016 г.` or `loans_adult_april_digital`.
 * @returns The stem with `{period}` in the period's place, and the period.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { periodOf } from "./period.ts";
 *
 * const { stem, period, order } = periodOf("users_2017");
 * assertEquals([stem, period, order], ["users_{period}", "2017", 24204]);
 * assertEquals(periodOf("FY2024").stem, "{period}");
 * assertEquals(periodOf("Visits").period, "");
 * ```
 */
export function periodOf(header: string): PeriodHeader {
  const match = found.exec(header);
  const told = { isChange: isChange(header), unit: unitOf(header) };
  if (match === null) return { stem: header, period: "", order: NaN, ...told };
  const [period] = match;
  const stem = header.slice(0, match.index) + "{period}" +
    header.slice(match.index + period.length);
  return { stem, period, order: orderOf(period.toLowerCase()), ...told };
}

/** Months from the year 0; a quarter and a half begin with their first month. */
function orderOf(period: string): number {
  const years = Number(/(?:19|20)\d{2}/.exec(period)?.[0] ?? 0);
  const rest = period.replace(/(?:fy\s?)?(?:19|20)\d{2}.*$|^(?:19|20)\d{2}/, "");
  const month = monthStarts.findIndex((start) =>
    new RegExp(`(?:^|[^\\p{L}])${start}`, "u").test(rest)
  );
  if (month >= 0) return 12 * years + month % 12;
  const [number = "1"] = /[1-4]|iv|i+/.exec(rest) ?? [];
  const length = /кв|q/.test(rest) ? 3 : /полуг|h/.test(rest) ? 6 : 0;
  return 12 * years + length * (({ i: 1, ii: 2, iii: 3, iv: 4 }[number] ?? Number(number)) - 1);
}

/** Whether a label speaks of something; names of columns part their words by `_`. */
function speaksOf(pattern: RegExp): (label: string) => boolean {
  return (label) => pattern.test(label.replaceAll("_", " "));
}

/** Whether a label speaks of a change between periods. */
export const isChange = speaksOf(
  /измен|(?<!\p{L})изм(?:\.|$)|прирост|отклонен|динамик|разниц|разност|\+\s?[/,]?\s?[-\u2013\u2212]|\bchange|\bdiff|increase|variation|balance|сальдо/iu,
);

/** Whether a label speaks of a quotient: a share, a rate, a mean. */
export const isQuotient = speaksOf(
  /%|\u2030|процент|(?<!\p{L})pct(?!\p{L})|удельн|дол[яи](?!\p{L})|темп|в среднем|средн|на (?:1|одно|душу|100|1000)|читаем|посещаем|обращаем|обеспеченн|обновляем|охват|ratio|share|rate(?!d)|percent|average|(?<!\p{L})(?:mean|per)(?!\p{L})/iu,
);

/** Whether a label speaks of a total. */
export const isTotal = speaksOf(
  /(?<!\p{L})(?:итого|всего|общ(?:ее|ий|ая|ие)|total|all|sum|overall|gesamt|insgesamt|suma|toplam|totale|totaal)(?!\p{L})|в целом|по (?:области|краю|району|республике|стране)/iu,
);

/** Whether a label speaks of what there was at the beginning. */
export const isOpening = speaksOf(
  /на начало|начальн|входящ|(?<!\p{L})(?:opening|beginning|start of)(?!\p{L})/iu,
);

/** Whether a label speaks of what there is at the end. */
export const isClosing = speaksOf(
  /на конец|конечн|исходящ|(?<!\p{L})(?:closing|end of|year[ _-]end)(?!\p{L})/iu,
);

const scales = [
  ["thousand", /(?<![\p{L}\d])(?:тыс|thousands?(?!\p{L})|thsd|’000|'000)/iu],
  ["million", /(?<![\p{L}\d])(?:млн|millions?(?!\p{L})|mln)/iu],
  ["billion", /(?<![\p{L}\d])(?:млрд|billions?(?!\p{L})|bn)/iu],
] as const;

/**
 * The unit that a header tells the scale of: `thousand-units` for `Население, тыс. чел.`, `units` where it tells none.
 *
 * What is counted per thousand is not in thousands.
 */
export function unitOf(header: string): string {
  if (/(?:на|per|в расчете на)\s(?:1\s)?(?:тыс|thousand|млн|million)/iu.test(header)) {
    return "units";
  }
  const found = scales.find(([, pattern]) => pattern.test(header));
  return found ? `${found[0]}-units` : "units";
}
