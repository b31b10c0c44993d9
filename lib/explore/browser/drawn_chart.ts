import type { Language } from "../../model/label.ts";
import type { Mark } from "./marks.ts";

/** How large a chart is, and in which language its numbers are. */
export interface ChartOptions {
  readonly width: number;
  readonly language: Language;
}

/** A chart, and the shape of each of its marks. */
export interface DrawnChart {
  readonly content: SVGGElement;
  readonly height: number;
  readonly marks: readonly { readonly mark: Mark; readonly shape: SVGElement }[];
}
