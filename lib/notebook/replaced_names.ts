/** What stands in for names that `report` no longer has. */
export const replacedNames: Readonly<Record<string, string>> = {
  changeFigure: "Plot.plot with Plot.link, Plot.dot and labelX",
  compositionFigure: 'Plot.plot with Plot.barX and offset: "normalize"',
  dumbbellFigure: "Plot.plot with dumbbellX",
  intervalFigure: "Plot.plot with intervalX, and Plot.barX for a norm",
  matrixFigure: "Plot.plot with Plot.cell and Plot.text",
  plotFigure: "Plot.plot with title, subtitle, caption and color: { legend: true }",
  slopeFigure: "Plot.plot with Plot.lineY and Plot.text",
  tallyFigure: "Plot.plot with Plot.waffleX and Plot.groupY",
  tileMapFigure: "Plot.plot with Plot.cell and Plot.text",
  waffleFigure: "Plot.plot with Plot.waffleX",
  waterfallFigure: "Plot.plot with waterfallX",
};

/**
 * Adds to a type error what to write in place of a name that is gone.
 *
 * @param message What TypeScript says.
 * @returns The message; one of another kind as it is.
 */
export function withReplacement(message: string): string {
  const [, name = ""] =
    /^Module '"[^']*' has no exported member (?:named )?'(\w+)'/.exec(message) ?? [];
  return Object.hasOwn(replacedNames, name)
    ? `report no longer has "${name}": write ${replacedNames[name]}`
    : message;
}
