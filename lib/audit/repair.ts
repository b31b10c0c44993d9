import { words } from "../words/words.ts";
import type { Exact } from "../model/interval.ts";
import type { Label } from "../model/label.ts";
import type { Observation } from "../model/observation.ts";
import { exact } from "../numbers/exact.ts";
import { decimalsIn } from "../numbers/digits.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { type Admissible, isAdmissible } from "./admissible.ts";
import { type SlipKind, slipsOf } from "./misprint.ts";

/** A cell as a repair would have it. */
export interface RepairedCell extends Admissible {
  readonly observation: Observation;
  /** The admissible number nearest to the printed one. */
  readonly value: Exact;
  /** The slips that would have turned an admissible number into the printed one; none, if no single slip does. */
  readonly slips: readonly SlipKind[];
}

/** A smallest set of cells that, printed otherwise, would mend a group of claims and break none. */
export interface Repair {
  readonly cells: readonly RepairedCell[];
  /** How unlikely it is: 1 for a cell that one slip explains, 1 and the digits that differ for another. */
  readonly cost: number;
  /** The repair as a condition, never as a correction. */
  readonly statement: Label;
}

/** A cell of a repair, with the slips that could have led to its print. */
export function repairedCell(
  observation: Observation,
  admissible: Admissible,
  value: Exact,
): RepairedCell {
  const slips = slipsOf(observation).filter((slip) => isAdmissible(admissible, slip.value));
  const kinds = [...new Set(slips.map(({ kind }) => kind))];
  return { ...admissible, observation, value, slips: kinds };
}

/** A repair with its cost and its wording. */
export function toRepair(cells: readonly RepairedCell[]): Repair {
  const cost = cells.map(costOf).reduce((sum, each) => sum + each, 0);
  const say = (language: "ru" | "en") =>
    cells.map((cell) => `${cell.observation.id} ${admissibleText(cell, language)}`);
  return {
    cells,
    cost,
    statement: {
      ru: words.ru.phrases.consistentIf(say("ru")),
      en: words.en.phrases.consistentIf(say("en")),
    },
  };
}

function costOf({ observation, value, slips }: RepairedCell): number {
  return slips.length > 0 ? 1 : 1 + digitsApart(value, exact(observation.value));
}

/** How many digits of two numbers differ, place by place. */
export function digitsApart(a: Exact, b: Exact): number {
  const digits = (number: Exact) => number.abs().toString().padStart(16, "0");
  const other = digits(b);
  return [...digits(a)].filter((digit, place) => digit !== other[place]).length;
}

function admissibleText({ least, greatest }: Admissible, language: "ru" | "en"): string {
  const write = (value: Exact) => formatNumber(value, { language, decimals: decimalsIn(value) });
  if (least !== null && greatest !== null) {
    return least.equals(greatest) ? `= ${write(least)}` : `= ${write(least)}…${write(greatest)}`;
  }
  if (least !== null) return `≥ ${write(least)}`;
  return greatest !== null ? `≤ ${write(greatest)}` : "≠";
}
