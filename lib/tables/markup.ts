import { escape } from "@std/html";

/** HTML or SVG that stands in a page as it is. */
export class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** Attributes of an element by name: `true` is one without a value, and `false` and `undefined` are none. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * What a hole of {@linkcode markup} takes: texts are escaped, markup stands, lists go below each other, and `undefined` and
 * `false` are left out; in a tag also attributes.
 */
export type Part = string | number | false | Markup | undefined | Attributes | readonly Part[];

/** A number whose digits spaces part, or that has one before its sign: it is never broken, and stays as written for who copies it. */
export const groupedNumber =
  /(?<![\d.,])(?:\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?(?: ?%)?|\d+(?:[.,]\d+)* %)/g;

/**
 * HTML or SVG of a template. The groups of a number stay together, unless it stands in a tag.
 *
 * @param parts What is markup already.
 * @param holes What stands between.
 */
export function markup(parts: TemplateStringsArray, ...holes: readonly Part[]): Markup {
  let text = parts[0];
  for (const [at, hole] of holes.entries()) {
    const isInTag = text.lastIndexOf("<") > text.lastIndexOf(">");
    text += textOf(hole, isInTag ? String : keepTogether) + parts[at + 1];
  }
  return new Markup(text);
}

/** Several holes with something between them, such as `, ` or `<br>`. */
export function joinHoles(holes: readonly Part[], between: string): Markup {
  return new Markup(holes.map((hole) => textOf(hole, keepTogether)).join(between));
}

function textOf(hole: Part, keep: (text: string) => string): string {
  if (hole === undefined || hole === false) return "";
  if (hole instanceof Markup) return hole.text;
  if (Array.isArray(hole)) return hole.map((one) => textOf(one, keep)).join("\n");
  if (typeof hole !== "object") return keep(escape(String(hole)));
  return Object.entries(hole).filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => value === true ? name : `${name}="${escape(String(value))}"`).join(" ");
}

/** Quotes stand as they are outside of attributes: a page of code would be a tenth larger. */
function keepTogether(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll(
    groupedNumber,
    (number) => number.replaceAll(" ", "\u00a0"),
  );
}
