import type { Exact } from "../model/interval.ts";

/**
 * An exact number as a plain decimal with a dot, for machines.
 *
 * @param value The number.
 * @param places Most decimals to write; further ones are rounded, half away from zero.
 * @returns Such as `-3.5`; never an exponent, no zeros at the end.
 */
export function decimalString(value: Exact, places = 6): string {
  return value.round(places).toString();
}
