import type { View } from "./find_sums.ts";
import type { Line } from "./line.ts";
import type { GridTable } from "./table.ts";

/**
 * Each row with the rows that it consists of, as codes, indents, dashes and "of which" tell, and the rows that are part of none.
 *
 * @param table The table.
 * @param lines Its rows.
 * @returns Views of them; empty where it has no outline.
 */
export function outlinesOf(table: GridTable, lines: readonly Line[]): View[] {
  return [parentsByLevel(table), ...codesOf(table).map(parentsByCode)].flatMap((parents) => {
    const children = Map.groupBy(lines, (_, at): Line | undefined => lines[parents[at]]);
    const roots = children.get(undefined) ?? [];
    if (roots.length === lines.length) return [];
    const groups = children.entries().flatMap(([parent, parts]): View[] =>
      parent ? [{ lines: [parent, ...parts], wholes: [parent], isOutline: true }] : []
    );
    return [{ lines: roots }, ...groups];
  });
}

/** The row above each that it is part of; −1 for none. */
type Parents = readonly number[];

const ofWhich =
  /^\W*(?:в том числе|в т\.\s?ч\.|из них|из общего числа|of which|of these|including|thereof|davon|darunter|dont|de los cuales|di cui)(?!\p{L})/iu;

/** A row is part of the next row above that stands further to the left; what begins with "of which" of the row above. */
function parentsByLevel({ rows }: GridTable): Parents {
  const levels = rows.map(({ indent, name }) =>
    indent + (/^[-\u2013\u2014\u2022*]\s/u.test(name) ? 0.5 : 0) + (ofWhich.test(name) ? 0.25 : 0)
  );
  if (levels.every((level) => level === levels[0])) return levels.map(() => -1);
  return levels.map((level, at) => {
    let above = at - 1;
    while (above >= 0 && levels[above] >= level) above--;
    return above;
  });
}

/** A row is part of the one with the longest beginning of its code; of that with none, if there is one. */
function parentsByCode(codes: readonly string[]): Parents {
  const first = new Map(codes.map((code, at) => [code, at] as const).toReversed());
  return codes.map((code) => {
    for (let end = code.length - 1; end >= 0; end--) {
      const found = first.get(code.slice(0, end));
      if (found !== undefined) return found;
    }
    return -1;
  });
}

/**
 * The codes of rows, of columns or what their names begin with: with an end, so that 1 is no beginning of 10; without, so that
 * 01 is one of 0101; and without their last zeros, so that 100 is one of 110.
 */
function codesOf({ columns, rows, label }: GridTable): string[][] {
  const coded = columns.filter(({ isMeasure, index }) =>
    !isMeasure && index !== label && isCoded(rows.map(({ cells }) => cells[index].printed))
  );
  const ofColumns = rows.map(({ cells }) => coded.map(({ index }) => cells[index].printed));
  const ofNames = rows.map(({ name }) => [codeBefore.exec(name)?.[0] ?? ""]);
  const join = (parts: readonly string[]) => parts.join("/").replace(/(?:\/0*)+$/, "");
  return [ofColumns, ofNames].flatMap((codes) => {
    const bare = codes.map((parts) => parts.map((part) => part.replaceAll(parted, "")));
    const short = bare.map((parts) =>
      parts.map((part) => part.length > 2 ? part.replace(/0+$/, "") : part)
    );
    const plain = codes.map((parts) => join(parts.flatMap((part) => part.split(parted))));
    return [plain.map((code) => code === "" ? "" : `${code}/`), bare.map(join), short.map(join)]
      .filter((all) => new Set(all).size > all.length / 2);
  });
}

/** What parts the levels of a code. */
const parted = /[\s./-]+/g;

/** A code before a name: `1.2 Wages`, `A. Income`, `A1) Taxes`, `0101 Fees`. */
const codeBefore = /^\p{L}{0,2}\d[\d.]*(?=[\s.)])|^\p{Lu}(?=[.)])/u;

/** Whether most texts are codes: digits, perhaps in groups and after a letter or two. */
function isCoded(texts: readonly string[]): boolean {
  const told = texts.filter((text) => text !== "");
  return told.filter((text) => /^\p{L}{0,3}[-.\s]?\d[\d./\s-]*$/u.test(text)).length >
    told.length / 2;
}
