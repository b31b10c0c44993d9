import { UsageError } from "../errors/usage_error.ts";

/** What a sentence says for each plural of its language, in the words of CLDR: English has `one` and `other`. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** A count with the words that go with it, to be put into a sentence. */
export class Plural {
  /**
   * Takes a count and its words.
   *
   * @param count The count.
   * @param forms The words for each plural.
   */
  constructor(readonly count: number, readonly forms: PluralForms) {}

  /** Throws: only a sentence of `md` or `t` can choose among the words. */
  toString(): string {
    throw new UsageError(
      `Cannot write ${this.count} "${this.forms.other}": expected plural(…) in md\`…\` or t\`…\`, found it elsewhere`,
    );
  }
}

/**
 * The words that go with a count, in a sentence of `md` or `t`.
 *
 * Write the forms out where they are used, so that they can be translated: a catalogue has them as a plural of ICU
 * MessageFormat.
 *
 * @param count The count.
 * @param forms The words for each plural of the language that the cell is written in; `#` stands for the count.
 * @returns What `md` and `t` write by the rules of CLDR.
 *
 * @example
 * ```ts
 * import { plural, t } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const said = (agree: number) => t`${plural(agree, { one: "# relation holds", other: "# relations hold" })}.`;
 * assertEquals([said(0), said(1), said(1234)], ["0 relations hold.", "1 relation holds.", "1,234 relations hold."]);
 * ```
 */
export function plural(count: number, forms: PluralForms): Plural {
  if (typeof count === "number" && typeof forms?.other === "string") {
    return new Plural(count, forms);
  }
  const found = typeof count === "number" ? JSON.stringify(forms) : JSON.stringify(count);
  throw new UsageError(
    `Cannot choose a plural: expected a number and forms such as { one: "# row", other: "# rows" }, found ${found}`,
  );
}
