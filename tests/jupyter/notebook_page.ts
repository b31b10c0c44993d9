import type { Page } from "playwright-core";

/** An output area of a cell as it stands on the page. */
export interface VisibleCell {
  readonly id: string;
  /** Pictures that are decoded and take up room. */
  readonly pictures: number;
  /** Tables that take up room. */
  readonly tables: number;
  /** Text of its errors. */
  readonly errors: readonly string[];
  /** All text that it shows. */
  readonly text: string;
}

interface FrontEndCell {
  readonly cell_type: string;
  readonly id: string;
  readonly element: ArrayLike<Element>;
  readonly output_area?: { readonly element: ArrayLike<Element> };
  get_text(): string;
}

interface FrontEnd {
  readonly events: {
    on(name: string, handler: (event: unknown, about: { cell: FrontEndCell }) => void): void;
  };
  readonly kernel?: { is_connected(): boolean };
  get_cells(): FrontEndCell[];
}

declare global {
  /** What Jupyter Notebook 6 keeps in its page. */
  var Jupyter: { readonly notebook?: FrontEnd } | undefined;
}
