import { createRequire } from "node:module";
import { UsageError } from "../errors/usage_error.ts";
import type * as Drawn from "./plot.ts";

/** What Plot exports: completion in Jupyter sees names of properties only, and none of a proxy. */
const names = `
  Area Arrow BarX BarY Cell Contour Density Dot Frame Geo Hexgrid Image Line Link Mark Raster Rect
  RuleX RuleY Text TickX TickY Tip Vector WaffleX WaffleY area areaX areaY arrow auto autoSpec
  axisFx axisFy axisX axisY barX barY bin binX binY bollinger bollingerX bollingerY boxX boxY cell
  cellX cellY centroid circle cluster column contour crosshair crosshairX crosshairY delaunayLink
  delaunayMesh density differenceX differenceY dodgeX dodgeY dot dotX dotY filter find
  formatIsoDate formatMonth formatNumber formatWeekday frame geo geoCentroid graticule gridFx
  gridFy gridX gridY group groupX groupY groupZ hexagon hexbin hexgrid hull identity image indexOf
  initializer interpolateNearest interpolateNone interpolatorBarycentric interpolatorRandomWalk
  legend line lineX lineY linearRegressionX linearRegressionY link map mapX mapY marks normalize
  normalizeX normalizeY numberInterval plot pointer pointerX pointerY raster rect rectX rectY
  reverse ruleX ruleY scale select selectFirst selectLast selectMaxX selectMaxY selectMinX
  selectMinY shiftX shiftY shuffle sort sphere spike stackX stackX1 stackX2 stackY stackY1 stackY2
  text textX textY tickX tickY timeInterval tip transform tree treeLink treeNode utcInterval
  valueof vector vectorX vectorY voronoi voronoiMesh waffleX waffleY window windowX windowY
`;

/**
 * Observable Plot, which is loaded when the first of its names is read: a notebook that draws nothing does without.
 *
 * @example
 * ```ts
 * import { Plot } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const mark = Plot.ruleX([0]);
 * assertEquals(mark.plot({ height: 40 }).getAttribute("height"), "40");
 * ```
 */
export const Plot = Object.defineProperties(
  {},
  Object.fromEntries(
    names.trim().split(/\s+/).map((name) => [name, {
      enumerable: true,
      get: () => Reflect.get(plot(), name),
    }]),
  ),
) as typeof Drawn;

let loaded: typeof Drawn | undefined;

function plot(): typeof Drawn {
  const { url } = import.meta;
  if (!url.startsWith("file:")) {
    throw new UsageError(`Cannot draw: expected the library in a folder, found it at ${url}`);
  }
  return loaded ??= createRequire(url)("./plot.ts") as typeof Drawn;
}
