import { isPeriod } from "../model/observation.ts";
import { periodOf } from "../preflight/period.ts";

/**
 * A period as printed in a header, as an edition writes it.
 *
 * @param printed Such as `2016 г.`, `I кв. 2016`, `Q1 2016`, `April`, `2016-2017`.
 * @param year The year of what names none.
 * @returns Such as `2016`, `2016-Q1`, `2016-04`, `2016/17`; `""` if it is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { normalPeriod } from "./normal_period.ts";
 *
 * const printed = ["2016 г.", "I кв. 2016", "Q1 2016", "april", "H2 2016", "2016/17", ""];
 * assertEquals(printed.map((one) => normalPeriod(one, "2017")), [
 *   "2016", "2016-Q1", "2016-Q1", "2017-04", "2016-H2", "2016/17", "",
 * ]);
 * ```
 */
export function normalPeriod(printed: string, year: string): string {
  const { order } = periodOf(printed);
  if (Number.isNaN(order)) return "";
  const [years = year, second] = /((?:19|20)\d{2})(?:\s?[/\u2013-]\s?(?:(?:19|20)?(\d{2})))?(?!\d)/
    .exec(printed)?.slice(1) ?? [];
  const month = order % 12, rest = printed.toLowerCase().replace(/(?:19|20)\d{2}.*/, "") || printed;
  const isQuarter = /кв|quarter|q[1-4]|[1-4]q/iu.test(printed);
  const isHalf = /полуг|h[12]|[12]h/iu.test(printed);
  const isMonth = !isQuarter && !isHalf && /\p{L}{3}/u.test(rest.replace(/год|year/iu, ""));
  const period = isQuarter
    ? `${years}-Q${month / 3 + 1}`
    : isHalf
    ? `${years}-H${month / 6 + 1}`
    : isMonth
    ? `${years}-${String(month + 1).padStart(2, "0")}`
    : second === undefined
    ? years
    : `${years}/${second}`;
  return isPeriod(period) ? period : "";
}
