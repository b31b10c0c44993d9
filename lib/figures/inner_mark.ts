import type * as Plot from "@observablehq/plot";
import type { Margins } from "./margins.ts";

/** What Plot tells a mark when it is drawn. */
export interface Telling {
  readonly dimensions: Margins;
  readonly context: MarkContext;
}

export interface MarkContext {
  getMarkState(mark: Plot.Mark): MarkState;
}

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
