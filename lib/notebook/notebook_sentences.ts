import type { Node, Program } from "@babel/types";
import type { Position } from "../input/read_file.ts";
import type { Language } from "../model/label.ts";
import type { NotebookSentence } from "../prose/catalogue.ts";
import { escapeMessage, sentenceKey, writeMessage } from "../prose/message.ts";
import { blocksOf, type Hole, type Layout, sentenceOf, unwrap } from "../prose/sentence.ts";
import type { Translations } from "../prose/translations.ts";
import type { NotebookDocument } from "./notebook_document.ts";
import { placeOf, rangeOf, readCells, walkTree } from "./parse_cell.ts";

/** A sentence of a notebook with its place in the cell. */
export interface PlacedSentence extends NotebookSentence, Position {
  /** What keeps it from being translated, if anything does. */
  readonly problem?: string;
}

const layouts: Readonly<Partial<Record<string, Layout>>> = { t: "line", md: "markdown" };

/**
 * What a notebook says: the paragraphs of its Markdown cells and the sentences of `md` and `t` in its code.
 *
 * @param document The notebook.
 * @returns The sentences in order.
 */
export function notebookSentences(document: NotebookDocument): PlacedSentence[] {
  const { cells } = readCells(document);
  return document.cells.flatMap(({ id: cell, cell_type, source }) => {
    if (cell_type === "markdown") {
      return blocksOf(source).filter(({ isProse }) => isProse).map(({ text, line }) => ({
        cell,
        line,
        column: 1,
        sentence: escapeMessage(unwrap(text)),
      }));
    }
    const program = cells.find((one) => one.cell === cell)?.program;
    return program ? templatesOf(program, source).map((one) => ({ ...one, cell })) : [];
  });
}

function templatesOf(program: Program, source: string) {
  const found: (Position & { readonly sentence: string; readonly problem?: string })[] = [];
  walkTree(program, (node) => {
    if (node.type !== "TaggedTemplateExpression" || node.tag.type !== "Identifier") return;
    const layout = layouts[node.tag.name];
    if (!layout) return;
    const { quasis, expressions } = node.quasi;
    const strings = quasis.map(({ value }) => value.cooked ?? value.raw);
    const holes = holesOf(expressions, source), sentence = sentenceOf(strings, holes, layout);
    if (!/\p{L}/u.test(sentence.replaceAll(/\{\w+\}/g, ""))) return;
    const isComputed = holes.some((hole) => hole.isComputed);
    const problem = "expected the forms of plural(…) written out, found them computed";
    found.push({ ...placeOf(node), sentence, ...isComputed && { problem } });
  });
  return found;
}

/** Holes are named after what they show; another expression that would have the same name gets a number. */
function holesOf(expressions: readonly Node[], source: string) {
  const names = new Map<string, string>();
  return expressions.map((expression): Hole & { readonly isComputed: boolean } => {
    const { shown, isPlural, forms: written } = callOf(expression), forms = formsOf(written);
    const text = source.slice(...rangeOf(isPlural ? shown : expression));
    const words = source.slice(...rangeOf(shown)).match(/[\p{L}\d_]+/gu) ?? [];
    const name = words.slice(0, 6).join("_").replace(/^(?=\d)|^$/, "_");
    const taken = new Set(names.values());
    let unique = names.get(text) ?? name;
    for (let at = 2; !names.has(text) && taken.has(unique); at++) unique = `${name}_${at}`;
    names.set(text, unique);
    return { name: unique, isComputed: isPlural && !forms, ...isPlural && forms && { forms } };
  });
}

/** What a call such as `plural(n, …)` or `formatNumber(n, …)` shows is its first argument. */
function callOf(node: Node): { shown: Node; isPlural: boolean; forms?: Node } {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier") {
    return { shown: node, isPlural: false };
  }
  const [shown = node, forms] = node.arguments;
  return { shown, isPlural: node.callee.name === "plural", forms };
}

function formsOf(written: Node | undefined): Hole["forms"] {
  if (written?.type !== "ObjectExpression") return undefined;
  const entries = written.properties.map((property) =>
    property.type === "ObjectProperty" && property.key.type === "Identifier"
      ? [property.key.name, textOf(property.value)] as const
      : ["", undefined] as const
  );
  const { other, ...rest } = Object.fromEntries(entries);
  const isWritten = other !== undefined && Object.values(rest).every((one) => one !== undefined);
  return isWritten ? { ...rest, other } : undefined;
}

function textOf(node: Node): string | undefined {
  if (node.type === "TemplateLiteral" && node.expressions.length === 0) {
    return node.quasis[0].value.cooked ?? undefined;
  }
  return node.type === "StringLiteral" ? node.value : undefined;
}

/**
 * A notebook with the texts of its Markdown cells in another language.
 *
 * @param document The notebook.
 * @param translations What there is in that language; a text without translation stays as it is.
 */
export function translateNotebook(
  document: NotebookDocument,
  translations: Translations,
): NotebookDocument {
  if (translations.size === 0) return document;
  const translate = (text: string) => {
    const found = translations.get(sentenceKey(escapeMessage(unwrap(text))));
    return found ? writeMessage(found.text, "en", new Map()).join("") : text;
  };
  const cells = document.cells.map((cell) => {
    if (cell.cell_type !== "markdown") return cell;
    const texts = blocksOf(cell.source)
      .map(({ text, isProse }) => isProse ? translate(text) : text);
    return { ...cell, source: texts.join("") };
  });
  return { ...document, cells };
}

/** The language that most letters of a notebook's sentences belong to; `undefined` if it says nothing. */
export function ownLanguage(document: NotebookDocument): Language | undefined {
  const text = notebookSentences(document)
    .map(({ sentence }) => sentence.replaceAll(/\{\w+|`[^`]*`|\]\([^)]*\)|<[^>]*>/g, ""))
    .join("\n");
  const letters = (script: RegExp) => text.match(script)?.length ?? 0;
  const [cyrillic, latin] = [/\p{Script=Cyrillic}/gu, /\p{Script=Latin}/gu].map(letters);
  if (cyrillic + latin === 0) return undefined;
  return cyrillic > latin ? "ru" : "en";
}
