import type { Language } from "../model/label.ts";
import { words } from "../words/words.ts";
import type { Relation } from "../model/relation.ts";

const between: Readonly<Partial<Record<Relation["kind"], string>>> = {
  difference: " − ",
  product: " · ",
  mean: ", ",
  mixture: ", ",
};
const compared: Readonly<Record<string, string>> = {
  "at-most": "≤",
  "at-least": "≥",
  "less-than": "<",
  "more-than": ">",
};

/**
 * A relation between values as a formula of their ids.
 *
 * @param relation The relation.
 * @param language Language of the words in it.
 * @returns Such as `table1.users.2016 = table1.users-library.2016 + table1.users-remote.2016`.
 */
export function relationText(
  { kind, result, operands, divisors, rule }: Relation,
  language: Language,
): string {
  const { relations, rules } = words[language];
  const said = rules[rule as keyof typeof rules] ?? `"${rule}"`;
  const numerator = operands.join(between[kind] ?? " + "), denominator = divisors.join(" + ");
  const inBrackets = (text: string, parts: readonly string[]) =>
    parts.length > 1 ? `(${text})` : text;
  const quotient = divisors.length === 0
    ? numerator
    : `${inBrackets(numerator, operands)} / ${inBrackets(denominator, divisors)}`;
  switch (kind) {
    case "share":
      return `${result} = 100 · ${quotient}`;
    case "growth":
      return `${result} = 100 · (${quotient} − 1)`;
    case "shares":
      return `${result} = 100 − ${inBrackets(numerator, operands)}`;
    case "roll-forward":
      return `${result} = ${numerator} − ${inBrackets(denominator, divisors)}`;
    case "bound":
      return `${result} ${compared[rule] ?? said} ${quotient}`;
    case "norm":
      return `${[result, ...divisors].join(" / ")} ${said} ${numerator}`;
    case "part":
      return `${result} ⊂ ${numerator}: ${said}`;
    case "trend":
      return `${numerator} → ${result}: ${said}`;
    case "mean":
    case "mixture":
      return `${result}: ${relations[kind].toLowerCase()}${
        rule === "" ? "" : ` ${said}`
      } (${quotient})`;
    default:
      return `${result} = ${quotient}`;
  }
}
