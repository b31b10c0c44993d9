import { escape } from "@std/html";
import { groupedNumber } from "./value_html.ts";

/** HTML that stands in a page as it is. */
export class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What a hole of {@linkcode markup} takes: texts are escaped, HTML stands, lists go below each other, and nothing is left out. */
export type Part = string | number | Markup | undefined | readonly Part[];

/**
 * HTML of a template. The groups of a number stay together, unless it stands in an attribute.
 *
 * @param parts What is HTML already.
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
  if (hole === undefined) return "";
  if (hole instanceof Markup) return hole.text;
  if (typeof hole === "object") return hole.map((one) => textOf(one, keep)).join("\n");
  return keep(escape(String(hole)));
}

/** Quotes stand as they are outside of attributes: a page of code would be a tenth larger. */
function keepTogether(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll(
    groupedNumber,
    (number) => number.replaceAll(" ", "\u00a0"),
  );
}

/**
 * A table that scrolls where it is too wide.
 *
 * @param label What it is called for who cannot see it.
 * @param heads The headings of its columns.
 * @param rows Its rows, each a list of cells.
 */
export function tableMarkup(
  label: string,
  { heads, rows }: { readonly heads: readonly Part[]; readonly rows: readonly (readonly Part[])[] },
): Markup {
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${
    rows.map(([first, ...others]) =>
      markup`<tr><th scope="row">${first}</th>${
        others.map((cell) => markup`<td>${cell}</td>`)
      }</tr>`
    )
  }</tbody></table></div>`;
}

/** Names with what is told of each, as a list of definitions; those of which nothing is told are left out. */
export function definitionList(
  fields: readonly (readonly [name: string, told: readonly Part[]])[],
): Markup {
  return markup`<dl>${
    fields.map(([name, told]) => [name, told.filter((one) => String(one ?? "") !== "")] as const)
      .filter(([, told]) => told.length > 0)
      .map(([name, told]) => markup`<dt>${name}<dd>${joinHoles(told, "<br>")}`)
  }</dl>`;
}
