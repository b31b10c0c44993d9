import { levenshteinDistance } from "@std/text";
import { createRequire } from "node:module";
import { didYouMean } from "../errors/did_you_mean.ts";
import { UsageError } from "../errors/usage_error.ts";
import type * as Drawn from "./plot.ts";

const load = createRequire(import.meta.url);

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
`.trim().split(/\s+/);

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
export const Plot = Object.create(
  new Proxy({}, { get: expectName }),
  Object.fromEntries(
    names.map((name) => [name, { enumerable: true, get: () => Reflect.get(plot(), name) }]),
  ),
) as typeof Drawn;

let loaded: typeof Drawn | undefined;

function plot(): typeof Drawn {
  return loaded ??= load("./plot.ts") as typeof Drawn;
}

/** What is read of Plot and not there is told where one of its names is nearly alike. */
function expectName(object: object, name: string | symbol): unknown {
  if (typeof name === "symbol" || name in object) return Reflect.get(object, name);
  const functions = names.filter((one) => /^[a-z]/.test(one));
  const near = nearly(name, functions, name.length > 4 ? 1 : 0);
  if (near.length === 0) return undefined;
  throw new UsageError(
    `Cannot draw: expected a name of Plot, found "${name}"; ${didYouMean(name, near)}`,
  );
}

/** The names that are so nearly alike, whatever their capitals. */
export function nearly(name: string, names: readonly string[], mostApart: number): string[] {
  const apart = (one: string) => levenshteinDistance(one.toLowerCase(), name.toLowerCase());
  return names.filter((one) => apart(one) <= mostApart);
}
