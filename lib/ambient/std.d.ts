/** Types of the part of `@std/csv`, `@std/html`, `@std/yaml`, `@std/assert`, `gettext-parser` and `d3-array` that this project uses; the npm builds ship none. */
declare module "@std/csv" {
  export interface StringifyOptions {
    columns?: readonly string[];
    headers?: boolean;
    bom?: boolean;
    separator?: string;
    crlf?: boolean;
  }
  export interface ParseOptions {
    separator?: string;
    lazyQuotes?: boolean;
  }
  export function parse(
    text: string,
    options: ParseOptions & ({ skipFirstRow: true } | { columns: readonly string[] }),
  ): Record<string, string>[];
  export function parse(
    text: string,
    options?: ParseOptions & { skipFirstRow?: false },
  ): string[][];
  export function stringify(
    rows: readonly (readonly unknown[] | Record<string, unknown>)[],
    options?: StringifyOptions,
  ): string;
}

declare module "@std/text" {
  export function levenshteinDistance(one: string, other: string): number;
  export function wordSimilaritySort(
    word: string,
    words: readonly string[],
    options?: { readonly caseSensitive?: boolean },
  ): string[];
}

declare module "gettext-parser" {
  export interface GetTextTranslation {
    readonly msgid: string;
    readonly msgstr: readonly string[];
    readonly comments?: Readonly<Record<string, string>>;
  }
  export type GetTextEntries = Readonly<Record<string, GetTextTranslation>>;
  export interface GetTextTranslations {
    readonly charset: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly translations: Readonly<Record<string, GetTextEntries>>;
    readonly obsolete?: Readonly<Record<string, GetTextEntries>>;
  }
  export const po: {
    parse(text: string, options?: { readonly validation?: boolean }): GetTextTranslations;
    compile(
      translations: GetTextTranslations,
      options?: { readonly foldLength?: number },
    ): Uint8Array;
  };
}

declare module "d3-array" {
  export function descending(one: string | number, other: string | number): number;
  export function bisectLeft(values: ArrayLike<number>, value: number): number;
  export function median(values: Iterable<number>): number | undefined;
  export function least<T>(values: Iterable<T>, of: (value: T) => number): T | undefined;
  export function sum<T>(values: Iterable<T>, of: (value: T, index: number) => number): number;
  export function ticks(start: number, stop: number, count: number): number[];
}

declare module "@std/yaml" {
  export function parse(text: string): unknown;
}

declare module "@std/html" {
  export function escape(text: string): string;
}

declare module "@std/assert" {
  // deno-lint-ignore no-explicit-any
  type ErrorClass<E extends Error> = abstract new (...args: any[]) => E;
  export class AssertionError extends Error {}
  export function assert(condition: unknown, message?: string): asserts condition;
  export function assertEquals<T>(actual: T, expected: T, message?: string): void;
  export function assertNotEquals<T>(actual: T, expected: T, message?: string): void;
  export function assertStrictEquals<T>(actual: unknown, expected: T, message?: string): void;
  export function assertAlmostEquals(a: number, b: number, tolerance?: number): void;
  export function assertFalse(condition: unknown, message?: string): void;
  export function assertExists<T>(actual: T, message?: string): asserts actual is NonNullable<T>;
  export function assertGreater<T>(actual: T, expected: T, message?: string): void;
  export function assertLess<T>(actual: T, expected: T, message?: string): void;
  export function assertGreaterOrEqual<T>(actual: T, expected: T, message?: string): void;
  export function assertLessOrEqual<T>(actual: T, expected: T, message?: string): void;
  export function assertObjectMatch(actual: object, expected: object, message?: string): void;
  export function assertNotMatch(actual: string, expected: RegExp, message?: string): void;
  export function assertMatch(actual: string, expected: RegExp, message?: string): void;
  export function assertStringIncludes(actual: string, expected: string, message?: string): void;
  export function assertArrayIncludes<T>(actual: ArrayLike<T>, expected: ArrayLike<T>): void;
  export function assertThrows<E extends Error = Error>(
    run: () => unknown,
    errorClass?: ErrorClass<E>,
    includes?: string,
  ): E;
  export function assertRejects<E extends Error = Error>(
    run: () => PromiseLike<unknown>,
    errorClass?: ErrorClass<E>,
    includes?: string,
  ): Promise<E>;
  export function fail(message?: string): never;
}

declare module "d3" {
  export const schemeObservable10: readonly string[];
  export function randomLcg(seed: number): () => number;
  interface RandomOf {
    source(random: () => number): (one: number, other: number) => () => number;
  }
  export const randomLogNormal: RandomOf;
  export const randomUniform: RandomOf;
  export function formatDefaultLocale(locale: unknown): unknown;
  export function timeFormatDefaultLocale(locale: unknown): unknown;
  export function groups<T, A>(values: readonly T[], by: (value: T) => A): [A, T[]][];
  export function pairs<T, P>(values: readonly T[], pair: (before: T, after: T) => P): P[];
  export function rgb(color: string): {
    readonly r: number;
    readonly g: number;
    readonly b: number;
    readonly opacity: number;
  };
}

declare module "pdfkit" {
  export default class PDFDocument {
    constructor(options: {
      readonly size: readonly [number, number];
      readonly margin: number;
      readonly info: { readonly CreationDate: Date };
    });
    registerFont(name: string, font: Uint8Array): void;
    end(): void;
    [Symbol.asyncIterator](): AsyncIterator<Uint8Array>;
  }
}

declare module "svg-to-pdfkit" {
  import type PDFDocument from "pdfkit";
  export default function SVGtoPDF(
    document: PDFDocument,
    svg: string,
    x: number,
    y: number,
    options: {
      readonly width: number;
      readonly height: number;
      readonly fontCallback: (family: string, isBold: boolean) => string;
    },
  ): void;
}
