import { parseObservation } from "../lib/load/check_printed.ts";
import type { NumberFormat } from "../lib/model/edition.ts";
import type { Observation } from "../lib/model/observation.ts";

/** A way of misreading a number. */
export const misreadings = ["one unit off", "two digits swapped", "one digit changed"] as const;

/** One observation as a slip of the pen would give it: another number, and a print that says so too. */
export interface Mutation {
  readonly misreading: typeof misreadings[number];
  readonly original: Observation;
  readonly mutated: Observation;
}

const words = "ноль один два три четыре пять шесть семь восемь девять десять".split(" ");
const numerals = ",I,II,III,IV,V,VI,VII,VIII,IX,X,XI,XII".split(",");

/** Every slip that this test knows of an observation: of its digits, or of its word, numeral or names. */
export function mutationsOf(original: Observation, format: NumberFormat): Mutation[] {
  const { printed } = original;
  const prints: [Mutation["misreading"], string][] = /\d/.test(printed)
    ? digitsMisread(printed)
    : withoutDigits(original).map((print) => ["one unit off", print]);
  return prints.flatMap(([misreading, print]) => {
    const parsed = parseObservation({ form: original.form, printed: print }, format);
    if (!parsed) throw new Error(`${original.id}: "${print}" is no ${original.form}`);
    const value = parsed.value.valueOf();
    if (value === original.value) return [];
    const mutated = { ...original, printed: print, value, decimals: parsed.decimals };
    return [{ misreading, original, mutated }];
  });
}

function digitsMisread(printed: string): [Mutation["misreading"], string][] {
  const digits = printed.replace(/\D/g, "");
  const off = [1n, -1n].map((step) => BigInt(digits) + step).filter((number) => number >= 0n)
    .map((number) => number.toString().padStart(printed.includes(",") ? digits.length : 1, "0"));
  const swapped = [...digits.slice(1)].map((digit, index) =>
    digits.slice(0, index) + digit + digits[index] + digits.slice(index + 2)
  );
  const changed = [...digits].map((digit, index) =>
    digits.slice(0, index) + (Number(digit) + 1) % 10 + digits.slice(index + 1)
  );
  const isNumber = (candidate: string) => candidate.length === 1 || !candidate.startsWith("0");
  return [
    ...off.map((one) => ["one unit off", one] as const),
    ...swapped.filter(isNumber).map((one) => ["two digits swapped", one] as const),
    ...changed.filter(isNumber).map((one) => ["one digit changed", one] as const),
  ].map(([misreading, one]) => [misreading, reprinted(printed, one)]);
}

/** Puts other digits in the place of those that are printed, from the right. */
function reprinted(printed: string, digits: string): string {
  const left = [...digits];
  const characters = [...printed].toReversed().map((character) =>
    /\d/.test(character) ? left.pop() ?? "" : character
  );
  const text = characters.toReversed().join("");
  const [, sign = "", rest = ""] = /^([^\d]*)(.*)$/s.exec(text) ?? [];
  return /[-+\u2013\u2212]/.test(sign) ? sign + left.join("") + rest : left.join("") + rest;
}

function withoutDigits({ form, printed, value }: Observation): string[] {
  if (form === "names") return [`${printed}, Тайга`, ...printed.split(", ").slice(1, 2)];
  const list = form === "roman" ? numerals : words;
  return [list[value - 1], list[value + 1]].filter((print) => print && print !== "ноль");
}
