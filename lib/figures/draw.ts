import * as Plot from "@observablehq/plot";
import { formatDefaultLocale, schemeObservable10, timeFormatDefaultLocale } from "d3";
import englishNumbers from "d3-format/locale/en-US" with { type: "json" };
import russianNumbers from "d3-format/locale/ru-RU" with { type: "json" };
import englishTimes from "d3-time-format/locale/en-US" with { type: "json" };
import russianTimes from "d3-time-format/locale/ru-RU" with { type: "json" };
import { UsageError } from "../errors/usage_error.ts";
import { chosenLanguage } from "../words/language.ts";
import { document, layOut } from "./document.ts";
import { type DrawnElement, fitLabels } from "./fit_labels.ts";
import type { FacetChannels, InnerMark, MarkState } from "./inner_mark.ts";
import { derive, expectFields, expectOptions } from "./inner_mark.ts";
import { type Drawn, lessons, type Margins, scaleNames } from "./lessons.ts";
import { statesOf } from "./shown_figure.ts";
import { showTexts } from "./text_boxes.ts";
import { categoryColor, drawingOptions, palette, theme } from "./theme.ts";
import { titleByTip } from "./tip_titles.ts";

/** After so many drawings the last one stands, whatever its labels. */
const mostDrawings = 6;

/** The colours with which Plot tells classes apart do not part in print: those of the palette stand in. */
const classColors = Array.from({ length: 3 * palette.length }, (_, at) => categoryColor(at));
Object.assign(schemeObservable10, classColors);

/**
 * Draws a plot outside the browser, as often as it takes until its labels have room.
 *
 * @param given Plot's options.
 * @returns What Plot returns, with margins as wide as the labels and classes in the colours of the palette.
 * @throws {UsageError} If nothing would be seen.
 */
export function draw(given: Plot.PlotOptions): DrawnElement {
  const options = { document, ...given, ...drawingOptions() };
  expectOptions("a plot", given);
  for (const name of scaleNames) expectOptions(`a plot's scale ${name}`, given[name]);
  const all = (options.marks ?? []).flat(Infinity as 1);
  if (all.length > 0 && all.every((mark) => (mark ?? null) === null)) {
    throw new UsageError(
      `Cannot draw a plot: expected at least one mark, found ${all.map(String)}`,
    );
  }
  const isMark = (mark: unknown) => mark instanceof Plot.Mark;
  const marks: unknown[] = all.map((mark) => isMark(mark) ? prepare(mark as InnerMark) : mark);
  return drawInLanguage(() => {
    let learnt: Plot.PlotOptions = {};
    for (let drawing = 1;; drawing++) {
      const titled = marks.map((mark) =>
        isMark(mark) && Object(mark).tip && !(mark instanceof Plot.Tip)
          ? titleByTip(mark as InnerMark)
          : { marks: [mark], write() {} }
      );
      const drawn = once(options, learnt, titled.flatMap(({ marks }): unknown[] => [...marks]));
      const more = drawing < mostDrawings ? lessons(drawn) : {};
      if (Object.keys(more).length === 0) {
        titled.forEach(({ write }) => write());
        showTexts(drawn.svg, drawn.boxes);
        drawn.warnings.forEach((warning) => console.warn(...warning));
        return drawn.element;
      }
      learnt = { ...learnt, ...more };
    }
  });
}

/**
 * A mark as it is drawn: what has no colour gets the first of the palette; and its rows are read and reckoned with once, for
 * those that come one by one and what is random would differ from one drawing to the next.
 */
function prepare(mark: InnerMark): InnerMark {
  if ("next" in Object(mark.data)) mark.data = Array.from(mark.data as Iterable<unknown>);
  const is = (...kinds: readonly typeof Plot.Mark[]) => kinds.some((kind) => mark instanceof kind);
  const isFilled = is(Plot.Area, Plot.BarX, Plot.BarY, Plot.Cell, Plot.Rect);
  const fill = isFilled && mark.fill === undefined && !("fill" in mark.channels);
  const stroke = is(Plot.Line, Plot.Dot) && mark.stroke === "currentColor";
  let state: MarkState | undefined, domains: FacetChannels = {};
  const initialize: InnerMark["initialize"] = (facets, facetChannels = {}, options) => {
    if (state === undefined) {
      [state, domains] = [mark.initialize(facets, facetChannels, options), facetChannels];
      statesOf.set(mark, state);
      expectFields(mark, { ...state, channels: { ...state.channels, ...facetChannels } });
    }
    for (const name in domains) facetChannels[name].domain = domains[name].domain;
    const channels = Object.entries(state.channels).map(([name, one]) => [name, { ...one }]);
    return { ...state, channels: Object.fromEntries(channels) };
  };
  return derive(mark, {
    ...(fill && { fill: palette[0] }),
    ...(stroke && { stroke: palette[0] }),
    initialize,
  });
}

function once(options: Plot.PlotOptions, learnt: Plot.PlotOptions, given: unknown[]): Drawn {
  const warnings: unknown[][] = [], { warn } = console;
  console.warn = (...warning) => void warnings.push(warning);
  let dimensions: Margins | undefined;
  const probe: Plot.RenderFunction = (_index, _scales, _values, told) => {
    dimensions = told;
    return null;
  };
  const marks = [...given, probe] as Plot.Markish[];
  try {
    const [element, svg] = layOut(() => {
      const element = Plot.plot({ ...options, ...learnt, marks }) as DrawnElement;
      // Beside the plot itself a figure holds the legends' pictures.
      const isPicture = (part: Element): part is SVGSVGElement => part.localName === "svg";
      const svg = isPicture(element) ? element : [...element.children].findLast(isPicture)!;
      const isPlots = svg.getAttribute("font-size") === "10";
      if (isPlots) svg.setAttribute("font-size", `${theme.textSize}`);
      return [element, svg];
    });
    const width = Number(svg.getAttribute("width")), height = Number(svg.getAttribute("height"));
    const drawing = { element, svg, width, height, options };
    return { ...drawing, learnt, dimensions, ...fitLabels(drawing), warnings };
  } finally {
    console.warn = warn;
  }
}

/**
 * Runs what Plot draws with the numbers and dates of the notebook's language, which d3 writes, and leaves d3 as it was.
 *
 * @param draw What draws.
 */
export function drawInLanguage<Drawn>(draw: () => Drawn): Drawn {
  if (chosenLanguage() === "en") return draw();
  formatDefaultLocale(russianNumbers);
  timeFormatDefaultLocale(russianTimes);
  try {
    return draw();
  } finally {
    formatDefaultLocale(englishNumbers);
    timeFormatDefaultLocale(englishTimes);
  }
}

/** Plot writes all other numbers by one formatter, which is made for good when Plot is loaded: that of the language stands in. */
{
  const { prototype } = Intl.NumberFormat;
  const own = Object.getOwnPropertyDescriptor(prototype, "format")!;
  let plots: Intl.NumberFormat | undefined;
  const get = function (this: Intl.NumberFormat): unknown {
    plots = this;
    return own.get?.call(this);
  };
  Object.defineProperty(prototype, "format", { ...own, get });
  Plot.formatNumber("en-US")(0);
  Object.defineProperty(prototype, "format", own);
  const formats = { en: new Intl.NumberFormat("en-US"), ru: new Intl.NumberFormat("ru") };
  Object.defineProperty(plots, "format", { get: () => formats[chosenLanguage()].format });
}
