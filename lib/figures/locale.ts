import { formatNumber } from "@observablehq/plot";
import {
  formatDefaultLocale,
  type FormatLocale,
  timeFormatDefaultLocale,
  type TimeLocale,
} from "d3";
import { chosenLanguage } from "../load/environment.ts";
import type { Language } from "../model/label.ts";

/** How d3, with which Plot writes the ticks of numbers, groups and parts them. */
const numbers: Readonly<Record<Language, FormatLocale>> = {
  en: { decimal: ".", thousands: ",", grouping: [3], currency: ["$", ""] },
  ru: { decimal: ",", thousands: "\u00a0", grouping: [3], currency: ["", "\u00a0₽"] },
};

const times: Readonly<Record<Language, TimeLocale>> = {
  en: {
    dateTime: "%x, %X",
    date: "%-m/%-d/%Y",
    time: "%-I:%M:%S %p",
    periods: ["AM", "PM"],
    ...calendar("en"),
  },
  ru: {
    dateTime: "%A, %e %B %Y г. %X",
    date: "%d.%m.%Y",
    time: "%H:%M:%S",
    periods: ["AM", "PM"],
    ...calendar("ru"),
  },
};

/**
 * Runs what Plot draws with the numbers and dates of the notebook's language, and leaves d3 as it was.
 *
 * @param draw What draws.
 */
export function withLanguage<Drawn>(draw: () => Drawn): Drawn {
  const language = chosenLanguage();
  if (language === "en") return draw();
  formatDefaultLocale(numbers[language]);
  timeFormatDefaultLocale(times[language]);
  try {
    return draw();
  } finally {
    formatDefaultLocale(numbers.en);
    timeFormatDefaultLocale(times.en);
  }
}

/** Plot writes all other numbers by one formatter, which is made for good when Plot is loaded: that of the language stands in. */
{
  const { prototype } = Intl.NumberFormat;
  const format = Object.getOwnPropertyDescriptor(prototype, "format");
  let plots: Intl.NumberFormat | undefined;
  Object.defineProperty(prototype, "format", {
    ...format,
    get(this: Intl.NumberFormat) {
      plots = this;
      return format?.get?.call(this);
    },
  });
  formatNumber("en-US")(0);
  Object.defineProperty(prototype, "format", { ...format });
  const formats = { en: new Intl.NumberFormat("en-US"), ru: new Intl.NumberFormat("ru") };
  Object.defineProperty(plots, "format", { get: () => formats[chosenLanguage()].format });
}

function calendar(language: Language) {
  const write = (dates: readonly Date[], style: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" });
    return dates.map((date) => format.format(date).replace(/\.$/, ""));
  };
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2023, 0, day + 1)));
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2023, month)));
  return {
    days: write(days, { weekday: "long" }),
    shortDays: write(days, { weekday: "short" }),
    months: write(months, { month: "long" }),
    shortMonths: write(months, { month: "short" }),
  };
}
