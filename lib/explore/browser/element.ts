/** Attributes of an element by name, and what happens on an event by names such as `onclick`. */
export type Attributes = Readonly<
  Record<string, string | number | boolean | ((event: never) => unknown) | undefined>
>;

/** What stands in an element; nothing for `false` or `undefined`. */
export type Child = Node | string | false | undefined | readonly Child[];

/**
 * Makes an HTML element.
 *
 * @param tag Its name.
 * @param attributes Its attributes; `true` for one without a value, nothing for `false` or `undefined`.
 * @param children Elements and texts within it.
 */
export function html<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  return fill(document.createElement(tag), attributes, children);
}

/** Makes an SVG element, in the manner of `html`. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/** Gives an element attributes, and what stands in it after what it has. */
export function fill<Made extends Element>(
  made: Made,
  attributes: Attributes,
  children: readonly Child[] = [],
): Made {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value as EventListener);
    else if (value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? "" : String(value));
    }
  }
  const there = children.flat(Infinity as 1).filter((child) =>
    child !== false && child !== undefined
  );
  made.append(...there as (Node | string)[]);
  return made;
}
