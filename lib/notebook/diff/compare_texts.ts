import { diffArrays } from "diff";
import type { NumberFormat } from "../../model/edition.ts";
import type { Exact } from "../../model/interval.ts";
import { parsePrinted } from "../../numbers/parse_printed.ts";

/** One place where two texts differ; a side is empty where it has nothing there. */
export interface TextChange {
  readonly before: string;
  readonly after: string;
  /** By how much it grew, where both sides are a number. */
  readonly difference?: Exact;
}

const token = /(?<![\p{L}\d])[-+−–]?\d(?:[\d.,\u00a0\u2009\u202f]*\d)?|[\p{L}\d]+|\s+|[^]/gu;

/**
 * Compares two texts word by word, numbers as numbers.
 *
 * @param format How the texts write numbers.
 * @returns Every place where they differ, in order; white space does not count.
 */
export function compareTexts(before: string, after: string, format: NumberFormat): TextChange[] {
  const [old, fresh] = [before, after].map((text) => text.match(token) ?? []);
  return compareTokens(old, fresh, format);
}

/**
 * Compares two lists of texts, each of which is a number, a word or a label.
 *
 * @param format How they write numbers.
 */
export function compareTokens(
  before: readonly string[],
  after: readonly string[],
  format: NumberFormat,
): TextChange[] {
  const changes: TextChange[] = [];
  let gone: string[] = [], come: string[] = [];
  const close = () => {
    changes.push(...pairUp(gone, come, format));
    [gone, come] = [[], []];
  };
  const isSame = (a: string, b: string) => a === b || (a.trim() === "" && b.trim() === "");
  for (const part of diffArrays([...before], [...after], { comparator: isSame })) {
    if (part.removed) gone.push(...part.value);
    else if (part.added) come.push(...part.value);
    else close();
  }
  close();
  return changes;
}

/** As many gone as come are taken one for one; otherwise they are one change. */
function pairUp(
  gone: readonly string[],
  come: readonly string[],
  format: NumberFormat,
): TextChange[] {
  const isWordy = (text: string) => text.trim() !== "";
  if (gone.length !== come.length) {
    const [before, after] = [gone.join("").trim(), come.join("").trim()];
    return isWordy(before + after) ? [change(before, after, format)] : [];
  }
  return gone.map((before, index) => change(before, come[index], format))
    .filter(({ before, after }) => isWordy(before + after));
}

/** A change from one text to another, with the difference if both are numbers. */
export function change(before: string, after: string, format: NumberFormat): TextChange {
  const [from, to] = [parsePrinted(before, format), parsePrinted(after, format)];
  return { before, after, ...(from && to && { difference: to.value.sub(from.value) }) };
}
