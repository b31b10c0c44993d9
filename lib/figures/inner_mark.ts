import type * as Plot from "@observablehq/plot";

/** Where a mark asks Plot for what another draws. */
export interface MarkContext {
  getMarkState(mark: Plot.Mark): MarkState;
}

/** What a mark draws. */
export interface MarkState {
  readonly data?: unknown;
  readonly channels: Readonly<Record<string, { value?: ArrayLike<unknown>; label?: string }>>;
}

/** A mark as Plot keeps it. */
export interface InnerMark extends Plot.Mark {
  data?: unknown;
  fill?: string;
  stroke?: string;
  readonly tip?: unknown;
  readonly facet?: unknown;
  readonly facetAnchor?: unknown;
  readonly ariaLabel?: string;
  readonly channels: Readonly<Record<string, unknown>>;
  render(...drawn: readonly unknown[]): SVGElement | null;
}
