import * as Plot from "@observablehq/plot";
import { didYouMean, nearly } from "../errors/did_you_mean.ts";
import { UsageError } from "../errors/usage_error.ts";
import { isRecord } from "../tables/cell.ts";
import plotNames from "./plot_names.json" with { type: "json" };

/** The values of a channel, one a row. */
interface Channel {
  readonly value?: ArrayLike<unknown> & Iterable<unknown>;
  readonly label?: string;
}

/** What a mark draws. */
export interface MarkState {
  readonly data?: unknown;
  readonly channels: Readonly<Record<string, Channel>>;
}

/** By which facets are told apart. */
export type FacetChannels = Record<string, Channel & { domain?: unknown }>;

/** Draws some rows, given by their index. */
export type Render = (index: readonly number[], ...rest: readonly unknown[]) => Element | null;

/** A mark as Plot keeps it. */
export interface InnerMark extends Plot.Mark {
  data?: unknown;
  readonly fill?: string;
  readonly stroke?: string;
  readonly tip?: unknown;
  readonly facet?: unknown;
  readonly facetAnchor?: unknown;
  readonly ariaLabel?: string;
  readonly channels: Readonly<Record<string, { readonly value?: unknown }>>;
  readonly render: Render;
  /** Reads the rows; by what a mark is sorted is told to the channels of its facets. */
  readonly initialize: (facets: unknown, channels?: FacetChannels, options?: unknown) => MarkState;
}

/** A mark that is drawn in place of another, which stays as it is, and like it but for what is told. */
export function derive(mark: InnerMark, own: Partial<InnerMark>): InnerMark {
  return Object.assign(Object.create(Object.getPrototypeOf(mark)), mark, own);
}

/** Names of Plot's options, and of those that our own marks have beside them. */
const names = [...plotNames.options, "decimals", "ends", "signed", "total"];

const known: ReadonlySet<string> = new Set(names);

/**
 * Refuses an option that Plot does not know and would pass over without a word, where one that it knows is nearly alike; what
 * is like none may be meant for a transform of one's own.
 *
 * @param of What has the options.
 * @param options The options.
 * @throws {UsageError} With the option that was probably meant.
 */
export function expectOptions(of: string, options: unknown): void {
  if (Object.getPrototypeOf(options ?? 0) !== Object.prototype) return;
  for (const name of Object.keys(options as object).filter((name) => !known.has(name))) {
    const near = nearly(name, names, name.length > 4 ? 2 : 1);
    if (near.length === 0) continue;
    throw new UsageError(
      `Cannot draw ${of}: expected an option of Plot, found "${name}"; ${didYouMean(name, near)}`,
    );
  }
}

/** Stands between Plot's kinds of marks and the class that they extend, where all their options arrive. */
class ExpectingMark extends Plot.Mark {
  constructor(...given: readonly unknown[]) {
    super(...given as []);
    expectOptions(`${Reflect.get(this, "ariaLabel") ?? "a mark"}`, given[2]);
  }
}

for (const kind of Object.values<unknown>(Plot)) {
  if (typeof kind !== "function" || !(kind.prototype instanceof Plot.Mark)) continue;
  let first: object = kind, base: typeof Plot.Mark;
  while ((base = Object.getPrototypeOf(first)) !== Plot.Mark && base !== ExpectingMark) {
    first = base;
  }
  Object.setPrototypeOf(first, ExpectingMark);
}

/** Channels of shapes that rows have whole, and of what is told beside the picture. */
const undrawn: ReadonlySet<string> = new Set(["geometry", "title", "href", "ariaLabel"]);

/**
 * Refuses what Plot draws without a word as nothing, or as one bar: a field that no row has, and records in place of numbers.
 *
 * @param mark The mark, with the rows and channels that it was given.
 * @param state What its transforms made of them.
 * @throws {UsageError} With the field that was probably meant.
 */
export function expectFields(mark: InnerMark, { data, channels }: MarkState): void {
  const rows = Array.isArray(mark.data) ? mark.data as readonly unknown[] : [];
  if (rows.length === 0 || !rows.every(isRecord)) return;
  const made = Array.isArray(data) ? data.filter((row) => Object(row) === row) : [];
  const all: readonly object[] = [...rows, ...made];
  const refuse = (name: string, problem: string) => {
    const of = `${mark.ariaLabel ?? "a mark"}: expected for ${name.replace(/[12]$/, "")}`;
    throw new UsageError(`Cannot draw ${of} ${problem}`);
  };
  for (const [name, { label, value }] of Object.entries(channels)) {
    if (undrawn.has(name)) continue;
    const read = (row: unknown) => /^f?[xy]/.test(name) ? Reflect.get(Object(row), `${label}`) : 0;
    const record = name !== "symbol" && [...value ?? [], ...rows.map(read)].find(isPlain);
    if (record) {
      const fields = Object.keys(record).join(", ");
      const found = `found records of ${fields}; choose one of these fields`;
      refuse(name, `numbers, dates or texts, ${found}`);
    }
    const given = mark.channels[name]?.value, field = typeof given === "string" ? given : label;
    if (field === undefined || all.some((row) => field in row)) continue;
    // A label may say what a transform counts, not which field it reads.
    const isSame = (one: { readonly label?: string }) => one.label === field;
    const values = Object.values(channels).filter(isSame).flatMap(({ value = [] }) => [...value]);
    if (field === given || !values.some(Boolean)) {
      const meant = didYouMean(field, [...new Set(rows.flatMap(Object.keys))]);
      refuse(name, `a field of the rows, found "${field}"; ${meant}`);
    }
  }
}

/** Whether a value is a record that stands for no number or day. */
function isPlain(value: unknown): value is object {
  return isRecord(value) && Object.getPrototypeOf(value) === Object.prototype;
}
