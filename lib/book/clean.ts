/** What may stand in a page: the elements that this library writes, with the attributes that it gives them. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "title", "download"],
  b: [],
  blockquote: [],
  br: [],
  caption: [],
  code: ["class"],
  details: ["open"],
  div: ["tabindex"],
  em: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  hr: [],
  i: [],
  img: ["src", "alt", "width", "height"],
  li: [],
  ol: ["start"],
  p: [],
  pre: [],
  small: [],
  span: [],
  strong: [],
  sub: [],
  summary: [],
  sup: [],
  table: [],
  tbody: [],
  td: ["align", "colspan", "rowspan"],
  th: ["scope", "align", "colspan", "rowspan"],
  thead: [],
  tr: [],
  ul: [],
};

const everywhere = ["class", "id", "lang", "data-name", "data-v", "data-s", "data-report-explorer"];

/** How a page takes what else it needs of a value's HTML. */
export interface Cleaning {
  /** Takes the style of an element: the page's policy lets no attribute set one. */
  readonly style: (element: Element, style: string) => void;
  /** Takes a picture that stands in the HTML, and may give it another address. */
  readonly picture: (image: Element) => void;
  /** What a table that scrolls is called for who cannot see it. */
  readonly tableLabel: string;
}

const ofAlignment = /^(text-align:(left|right)|vertical-align:top|display:list-item|;)*$/;

/**
 * HTML as a page may parse it: without style sheets and scripts, and with each style of an element set aside, for what a page's
 * policy does not let be is told in its console.
 *
 * @param html The HTML of a value.
 */
export function setStylesAside(html: string): string {
  return html.replaceAll(/<(style|script)>[^]*?<\/\1>/gi, "")
    .replaceAll(
      /<[a-z][^>]*>/gi,
      (tag) => tag.replaceAll(/(?<=[\s"'])style(?=\s*=)/gi, "data-style"),
    );
}

/**
 * Takes out of HTML what this library does not write: other elements, other attributes, scripts, styles, and addresses that are
 * neither of the web nor of the page.
 *
 * @param root What holds the HTML, whose styles were set aside; it is changed.
 * @param cleaning What becomes of styles and pictures.
 */
export function clean(root: Element, cleaning: Cleaning): void {
  for (const element of [...root.children]) {
    const name = element.localName;
    const isRows = name === "script" && element.getAttribute("type") === "application/json" &&
      root.hasAttribute("data-report-explorer");
    if (isRows) continue;
    const attributes = allowed[name];
    if (attributes === undefined) {
      element.remove();
      continue;
    }
    const style = element.getAttribute("data-style");
    for (const attribute of element.getAttributeNames()) {
      const value = element.getAttribute(attribute) ?? "";
      const isKept = attributes.includes(attribute) || everywhere.includes(attribute);
      if (!isKept || isUnsafe(attribute, value)) element.removeAttribute(attribute);
    }
    const classes = element.className.split(" ").filter((one) => !/_ignore$/.test(one)).join(" ");
    if (classes === "") element.removeAttribute("class");
    else element.className = classes;
    if (element.getAttribute("align") === "left") element.removeAttribute("align");
    if (style !== null && !ofAlignment.test(style)) cleaning.style(element, style);
    if (name === "img") cleaning.picture(element);
    if (name === "div" && /overflow/.test(style ?? "")) {
      element.setAttribute("tabindex", "0");
      element.setAttribute("role", "group");
      element.setAttribute("aria-label", cleaning.tableLabel);
    }
    clean(element, cleaning);
  }
}

function isUnsafe(attribute: string, value: string): boolean {
  if (attribute === "src") return !/^data:image\/(png|svg\+xml)[;,]/.test(value);
  return attribute === "href" && !/^https?:\/\//i.test(value) && /^\s*\/\/|:/.test(value);
}
