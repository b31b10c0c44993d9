import { formatNumber } from "@observablehq/plot";
import { formatDefaultLocale, timeFormatDefaultLocale } from "d3";
import englishNumbers from "d3-format/locale/en-US" with { type: "json" };
import russianNumbers from "d3-format/locale/ru-RU" with { type: "json" };
import englishTimes from "d3-time-format/locale/en-US" with { type: "json" };
import russianTimes from "d3-time-format/locale/ru-RU" with { type: "json" };
import { chosenLanguage } from "../words/language.ts";

/** How d3, with which Plot writes the ticks of numbers and dates, does so. */
const numbers: Readonly<Record<string, unknown>> = { en: englishNumbers, ru: russianNumbers };
const times: Readonly<Record<string, unknown>> = { en: englishTimes, ru: russianTimes };

/**
 * Runs what Plot draws with the numbers and dates of the notebook's language, and leaves d3 as it was.
 *
 * @param draw What draws.
 */
export function drawInLanguage<Drawn>(draw: () => Drawn): Drawn {
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
  const own = Object.getOwnPropertyDescriptor(prototype, "format")!;
  let plots: Intl.NumberFormat | undefined;
  const get = function (this: Intl.NumberFormat): unknown {
    plots = this;
    return own.get?.call(this);
  };
  Object.defineProperty(prototype, "format", { ...own, get });
  formatNumber("en-US")(0);
  Object.defineProperty(prototype, "format", own);
  const formats = { en: new Intl.NumberFormat("en-US"), ru: new Intl.NumberFormat("ru") };
  Object.defineProperty(plots, "format", { get: () => formats[chosenLanguage()].format });
}
