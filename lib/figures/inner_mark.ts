import type * as Plot from "@observablehq/plot";

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
