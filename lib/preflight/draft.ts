import type { Line } from "./line.ts";
import type { TableRelation } from "./table_relation.ts";

/** How many places of a line are as others give them. */
export type Fit = ReturnType<typeof fitTo>;

/** What other lines give for each place of a line. */
export type Computed = Omit<Total, "add">;

/** How a fit is counted. */
export interface FitOptions {
  /** How many ways there were to find it, in bits. */
  readonly guesses: number;
  /** Whose numbers it would take chance to meet. @default Those of the result. */
  readonly weight?: Line;
  /** What is computed where all parts are alike, which is no evidence; then what is computed alike is evidence once. */
  readonly trivial?: number;
  /** The places that are tried. @default All. */
  readonly places?: Iterable<number>;
  /** Whether blank parts may be nil. @default No. */
  readonly mayBeNil?: boolean;
  /** In which share of all places it has to hold for the rest to be counted. @default None. */
  readonly least?: number;
}

/** How many places of a line are as others give them. */
export function fitTo(
  result: Line,
  computed: Computed,
  { guesses, weight = result, trivial, places, mayBeNil = false, least = 0 }: FitOptions,
) {
  const { values, slack, blanks, filled, fine, parts } = computed, { steps, scale } = result;
  const full = { tried: 0, exact: 0, loose: 0, bits: -guesses, looseBits: -guesses };
  const gapped = { ...full, bits: 0, looseBits: 0 };
  const seen = trivial === undefined ? undefined : new Set([trivial]);
  let over = 0, hasDecimals = false, spare = (1 - least) * values.length;
  for (const place of places ?? values.keys()) {
    const value = result.values[place], off = Math.abs(values[place] - value);
    // That nothing is nothing tells nothing.
    if (Number.isNaN(off) || value === 0 || filled[place] < Math.min(2, parts)) continue;
    const count = blanks[place] > 0 ? gapped : full;
    const step = steps[place], wide = step + slack[place];
    const isExact = 2 * off <= (computed.isRounded ? step * (1 + 1e-9) : 1);
    count.tried++;
    hasDecimals ||= step < scale || fine[place] > 0;
    if (values[place] > value) over++;
    if (isExact) count.exact++;
    else if (2 * off >= wide) {
      if (count === full && --spare < 0) break;
      continue;
    }
    count.loose++;
    if (seen?.has(values[place])) continue;
    seen?.add(values[place]);
    const size = Math.abs(weight.values[place]);
    count.looseBits += Math.min(20, Math.log2(1 + size / wide));
    if (isExact) count.bits += Math.min(20, Math.log2(1 + size / step));
  }
  const hasNil = mayBeNil && gapped.exact > 0.5 * gapped.tried;
  const of = (name: keyof typeof full) => full[name] + (hasNil ? gapped[name] : 0);
  const counts = { tried: of("tried"), exact: of("exact"), loose: of("loose") };
  const isLoose = computed.isLoose ?? isRoundedAfter(counts, { parts, hasDecimals });
  return {
    /** How many places could be tried, of those that tell; how many hold, and if each number was rounded from one that was not. */
    ...counts,
    /** In how many places more is computed than printed. */
    over,
    /** Whether the numbers were rounded after it was computed, as far as one can see. */
    isLoose,
    /** Whether blank parts are nil. */
    hasNil,
    /** How unlikely it is by chance, in bits. */
    bits: of(isLoose ? "looseBits" : "bits"),
  };
}

/** Lines added up, and others taken away. */
export class Total {
  readonly values: Float64Array;
  /** How far off it may be where each number that it is computed of was rounded, in both directions together. */
  readonly slack: Float64Array;
  /** How many of what it is computed of are blank; are numbers other than 0; have decimals. */
  readonly blanks: Uint16Array;
  readonly filled: Uint16Array;
  readonly fine: Uint16Array;
  /** How many lines it is computed of. */
  parts = 0;
  /** Whether the result is rounded also where what it is computed of is not. */
  readonly isRounded: boolean = false;
  /** Whether numbers were rounded after it was computed; where that is not known, as many as hold tell. */
  readonly isLoose?: boolean;

  constructor(size: number, start = 0) {
    this.values = new Float64Array(size).fill(start);
    this.slack = new Float64Array(size);
    [this.blanks, this.filled, this.fine] = [0, 0, 0].map(() => new Uint16Array(size));
  }

  /** The sum of some lines less others. */
  static of(plus: readonly Line[], minus: readonly Line[] = []): Total {
    const total = new Total(plus[0].values.length);
    for (const line of plus) total.add(line);
    for (const line of minus) total.add(line, -1);
    return total;
  }

  add({ values, steps, isBlank, scale }: Line, sign: 1 | -1 = 1): void {
    this.parts++;
    for (let place = 0; place < values.length; place++) {
      if (isBlank[place] === 1) {
        this.blanks[place]++;
        continue;
      }
      this.values[place] += sign * values[place];
      // Beside numbers with decimals whole ones are counts: they were not rounded.
      if (steps[place] < scale && this.fine[place]++ === 0) this.slack[place] = 0;
      if (steps[place] < scale || this.fine[place] === 0) this.slack[place] += steps[place];
      if (values[place] !== 0) this.filled[place]++;
    }
  }
}

/** Whether some sums are off by a last unit only, more than misprints would be. */
function isRoundedAfter(
  { tried, exact, loose }: Readonly<Record<"tried" | "exact" | "loose", number>>,
  { parts, hasDecimals }: { readonly parts: number; readonly hasDecimals: boolean },
): boolean {
  if (!hasDecimals) return loose - exact >= 3 && loose >= 0.9 * tried && exact < 0.9 * tried;
  // Numbers that were rounded one by one still add up to the last digit: three of four for two parts; of more as often as a
  // normal error with their variance, a twelfth of a unit for each number, is below half a unit.
  const often = Math.min(0.75, Math.sqrt(6 / (Math.PI * (parts + 1))));
  return loose > exact && !(exact >= 0.9 * tried && chanceOf(exact, tried, often) < rare);
}

/** How rarely chance may explain what is taken for computed as printed. */
const rare = 0.005;

/** How likely at least so many of all would add up to the last digit by chance. */
function chanceOf(exact: number, all: number, often: number): number {
  let term = often ** all, sum = 0;
  for (let count = all; count >= exact; count--) {
    sum += term;
    term *= count * (1 - often) / ((all - count + 1) * often);
  }
  return sum;
}

/** How many hold, as the numbers were computed. */
export function holds({ isLoose, exact, loose }: Fit): number {
  return isLoose ? loose : exact;
}

/** How much has to speak for a relation. */
export interface Evidence {
  /** In which share of the places that were tried it has to hold, and in how many. */
  readonly share: number;
  readonly count: number;
  readonly bits: number;
  /** How many bits a place takes back that does not hold. @default 0 */
  readonly cost?: number;
}

/** Whether a relation is more than chance. */
export function isEnough(fit: Fit, { share, count, bits, cost = 0 }: Evidence): boolean {
  const held = holds(fit);
  return held >= Math.max(count, share * fit.tried) && fit.bits - cost * (fit.tried - held) > bits;
}

/** A relation that was found, with how it fits. */
export type Draft =
  & Pick<TableRelation, "kind" | "result" | "operands" | "divisors" | "unit">
  & { readonly fit: Fit };

/** A relation of lines, if it is more than chance: the result and what gives it, and what is taken away or divides. */
export function draftIf(
  kind: Draft["kind"],
  [result, ...plus]: readonly Line[],
  minus: readonly Line[],
  { computed, evidence, unit = "", ...options }: FitOptions & {
    /** What the others give. @default What is left of the sum of some if the others are taken away. */
    readonly computed?: Computed;
    readonly evidence: Evidence;
    readonly unit?: string;
  },
): Draft[] {
  const fit = fitTo(result, computed ?? Total.of(plus, minus), options);
  const [operands, divisors] = [plus, minus].map((lines) => lines.map(({ name }) => name));
  return isEnough(fit, evidence)
    ? [{ kind, result: result.name, operands, divisors, unit, fit }]
    : [];
}

/** The one that holds most often; of several the one of the fewest lines, and that fails least. */
export function bestOf(drafts: readonly Draft[]): Draft[] {
  const size = ({ operands, divisors }: Draft) => operands.length + divisors.length;
  return drafts.toSorted((a, b) =>
    holds(b.fit) - holds(a.fit) || size(a) - size(b) || a.fit.tried - b.fit.tried
  ).slice(0, 1);
}

/** What was found, as a relation of the table. */
export function toRelation(
  { fit: { isLoose, hasNil }, ...relation }: Draft,
  each: TableRelation["each"],
  except: readonly string[],
): TableRelation {
  const computed = isLoose ? "from-unrounded" : "as-printed";
  return { ...relation, each, except, computed, blank: hasNil ? "nil" : "not-told" };
}
