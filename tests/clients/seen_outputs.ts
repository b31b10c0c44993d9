import type { Locator } from "playwright-core";
import type { NotebookDocument } from "../../lib/notebook/notebook_document.ts";

/** What of the outputs of a cell a reader sees. */
export interface SeenOutputs {
  /** Pictures and charts that are drawn and take up room; an explorer counts as one. */
  readonly figures: number;
  /** Tables that stand open; what figures and explorers fold away is not counted. */
  readonly tables: number;
  /** Texts of errors and warnings. */
  readonly errors: readonly string[];
}

/** What is to be seen of every code cell of a notebook, by what the notebook keeps. */
export function seenOutputs({ cells }: NotebookDocument): SeenOutputs[] {
  return cells.flatMap((cell) => {
    if (cell.cell_type !== "code") return [];
    const shown = cell.outputs.flatMap((output) =>
      "data" in output && typeof output.data["text/html"] === "string" ? [output.data] : []
    );
    const figures = shown.filter((data) =>
      "image/svg+xml" in data || String(data["text/html"]).startsWith("<div data-report-explorer ")
    ).length;
    return [{ figures, tables: shown.length - figures, errors: [] }];
  });
}

/**
 * What is seen of the outputs that stand in some places of a page.
 *
 * @param areas The places, one a cell.
 */
export function seenIn(areas: Locator): Promise<SeenOutputs[]> {
  return areas.evaluateAll((all) => {
    const within = (part: Element | ShadowRoot): Element[] =>
      [...part.children].flatMap((child) => [
        child,
        ...within(child),
        ...(child.shadowRoot ? within(child.shadowRoot) : []),
      ]);
    const takesRoom = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return element.checkVisibility() && width >= 50 && height >= 20;
    };
    return all.map((area) => {
      const seen = within(area).filter(takesRoom);
      const isFigure = (element: Element) =>
        element instanceof HTMLImageElement
          ? element.complete && element.naturalWidth > 0
          : element.matches("svg.chart");
      return {
        figures: seen.filter(isFigure).length,
        tables: seen.filter((element) => element instanceof HTMLTableElement).length,
        errors: within(area).filter((element) =>
          element.matches(
            ".output_error, .output_stderr, [data-mime-type='application/vnd.jupyter.error'], " +
              "[data-mime-type='application/vnd.jupyter.stderr']",
          )
        ).map(({ textContent }) => textContent ?? ""),
      };
    });
  });
}
