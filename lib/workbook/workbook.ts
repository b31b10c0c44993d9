import { type Audit, audit } from "../audit/audit.ts";
import { richForm } from "../display/rich_form.ts";
import { markdown } from "../display/markdown.ts";
import { type Table, table } from "../display/table.ts";
import type { ColumnStyle, TableRow } from "../look/table_row.ts";
import { verdictRows } from "../display/verdict_rows.ts";
import { type FindingVerdict, judgeFindings } from "../findings/judge_findings.ts";
import type { Caption } from "../figures/caption.ts";
import { chosenEdition, chosenLanguage, useLanguage } from "../load/environment.ts";
import { loadReport } from "../load/load_report.ts";
import { display, type Displayable, type MediaBundle } from "../model/displayable.ts";
import { UsageError } from "../model/usage_error.ts";
import type { Exact } from "../model/interval.ts";
import type { Label, Language } from "../model/label.ts";
import type { Observation } from "../model/observation.ts";
import type { Report } from "../model/report.ts";
import type { Verdict } from "../model/verdict.ts";
import { formatNumber, type NumberStyle } from "../numbers/format_number.ts";
import { findingRows } from "../display/finding_rows.ts";
import { expectShown, topicOf } from "./expect_shown.ts";
import { normRows } from "./norm_rows.ts";
import { Lookup } from "./lookup.ts";
import { derivedRows } from "../display/derived_rows.ts";
import type { Derived } from "../indicators/derived.ts";
import { type Words, words } from "../words/words.ts";
import { observationRows } from "./observation_rows.ts";
import { sourceLine } from "./source_line.ts";

/** How a notebook is opened. */
export interface WorkbookOptions {
  /** Id of an edition, or the path of its folder. @default `REPORT_EDITION`, or `kuzbass-2016` */
  readonly edition?: string;
  /** Language of labels and numbers. @default `REPORT_LANGUAGE`, or `en` */
  readonly language?: Language;
}

/** What stands in one line of the source, or rests on several. */
export type Located = { readonly line: number } | { readonly lines: readonly number[] };

/** What a figure says about itself: its title in both languages, and more if need be. */
export interface CaptionOptions extends Label {
  readonly subtitle?: Label;
  /** What a reader who cannot see the figure must know. @default The title. */
  readonly alt?: Label;
}

/** What a table says about itself, in both languages. */
export interface TableSpec {
  /** Name in kebab case, under which the page offers its CSV. */
  readonly name: string;
  readonly title: Label;
  /** What the rows are taken from, for the source line. */
  readonly from: readonly Located[];
  readonly columns?: Readonly<Record<string, ColumnStyle>>;
}

/** An edition opened for one notebook: its report, its verdicts, its language. */
export class Workbook extends Lookup {
  /** The verdicts on every claim of the edition. */
  readonly audit: Audit;
  /** Words for headings and legends, in the notebook's language. */
  readonly words: Words["headings"];

  /**
   * @param report The edition.
   * @param notebook Name of the notebook, such as `04_table_1`.
   * @param language Language of labels and numbers.
   */
  constructor(report: Report, readonly notebook: string, language: Language) {
    super(report, language);
    this.audit = audit(report);
    this.words = words[language].headings;
  }

  /** What the report holds; all of it would be too large for an output. */
  [display](): MediaBundle {
    return this.card(this.report)[display]();
  }

  /** The verdicts on the claims that this notebook shows. */
  get verdicts(): Verdict[] {
    return this.audit.verdicts.filter(({ claim }) => claim.topic === topicOf(this.notebook));
  }

  /** The findings that this notebook shows, with their verdicts. */
  get findings(): FindingVerdict[] {
    return this.allFindings.filter(({ finding }) => finding.topic === topicOf(this.notebook));
  }

  /** Every finding of the report, with its verdict. */
  get allFindings(): FindingVerdict[] {
    return judgeFindings(this.report, this.audit.verdicts);
  }

  /** A number in the notebook's language, without decimals unless told. */
  number(value: number | Exact, style: Omit<NumberStyle, "language"> = {}): string {
    return formatNumber(value, { decimals: 0, ...style, language: this.language });
  }

  /** One of two texts, by the notebook's language. */
  say(label: Label): string {
    return label[this.language];
  }

  /** One of two texts in Markdown, for `show`. */
  text(label: Label): Displayable {
    return markdown(this.say(label));
  }

  /**
   * A caption for a figure, with its source line.
   *
   * @param name Name in kebab case, by which errors tell the figure.
   * @param from What is drawn on, for the source line.
   * @param options Title in both languages; subtitle and alternative text.
   */
  caption(name: string, from: readonly Located[], options: CaptionOptions): Caption {
    const { subtitle, alt } = options;
    return {
      name,
      title: this.say(options),
      ...(subtitle ? { subtitle: this.say(subtitle) } : {}),
      ...(alt ? { alt: this.say(alt) } : {}),
      source: this.source(from),
      language: this.language,
    };
  }

  /** The source line for observations, norms or verdicts. */
  source(from: readonly Located[]): string {
    return sourceLine(this.report, from.flatMap(linesOf), this.language);
  }

  /** Any value as `show` would show it, in the notebook's language; throws a RangeError for one that has no rich form. */
  card(value: unknown): Displayable {
    const shown = richForm(value)?.(this.language);
    if (shown) return shown;
    const expected = "a verdict, a finding, an indicator or an array of records";
    throw new UsageError(`Cannot make a card: expected ${expected}, found ${kindOf(value)}`);
  }

  /** A table of rows, with its source line. */
  table(rows: readonly TableRow[], { name, title, from, columns }: TableSpec): Table {
    const { language } = this;
    const caption = { name, title: this.say(title), source: this.source(from), language };
    return table(rows, { ...caption, columns });
  }

  /** What the report prints of some observations: quantity, who, where, when, value, line. */
  printed(from: readonly Observation[], name: string = "as-printed"): Table {
    const title = { en: "What the report prints", ru: "Что напечатано в отчёте" };
    return this.table(observationRows(from, this), { name, title, from });
  }

  /** The verdicts of this notebook, or others, as a table. */
  verdictTable(from: readonly Verdict[] = this.verdicts, name: string = "verdicts"): Table {
    const title = { en: "What holds and what does not", ru: "Что сходится и что нет" };
    expectShown(from, { what: "claim", of: this });
    return this.table(verdictRows(from, this.language), { name, title, from });
  }

  /** Findings of the report with their verdicts as a table: this notebook's, unless others are given. */
  findingTable(
    from: readonly FindingVerdict[] = this.findings,
    name: string = "findings",
  ): Table {
    const title = { en: "Findings of the report", ru: "Утверждения отчёта" };
    const located = from.map(({ finding }) => finding);
    expectShown(from, { what: "finding", of: this });
    return this.table(findingRows(from, this.language), { name, title, from: located });
  }

  /** The norms of the edition as a table, with who recommends them. */
  normTable(name: string = "norms"): Table {
    const { norms } = this.report;
    const title = { en: "What is recommended", ru: "Что рекомендовано" };
    return this.table(normRows(norms, this.language), { name, title, from: norms });
  }

  /** Computed indicators as a table, with what is doubtful about each. */
  derivedTable(derived: readonly Derived[], name: string = "derived"): Table {
    const title = {
      en: "Indicators computed from the print",
      ru: "Показатели, вычисленные по отчёту",
    };
    const rows = derivedRows(derived, this.language, { nameInputs: (each) => this.labels(each) });
    return this.table(rows, { name, title, from: derived.flatMap(({ inputs }) => inputs) });
  }
}

/**
 * Opens an edition for a notebook.
 *
 * @param notebook Name of the notebook, such as `04_table_1`.
 * @param options Edition and language, which a command chooses for all notebooks.
 * @returns The report with its verdicts, and what writes numbers, captions and tables.
 * @throws {InputError} With every problem of the edition.
 * @throws {RangeError} If the language is another.
 *
 * @example
 * ```ts
 * import { openWorkbook } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const book = await openWorkbook("04_table_1", { language: "ru" });
 * assertEquals(book.number(book.find("table1.users.2016").value), "267\u00a0826");
 * ```
 */
export async function openWorkbook(
  notebook: string,
  options: WorkbookOptions = {},
): Promise<Workbook> {
  const { edition = chosenEdition(), language = chosenLanguage() } = options;
  if (language !== "en" && language !== "ru") {
    throw new UsageError(
      `Cannot open notebook "${notebook}": expected language "en" or "ru", found ${
        JSON.stringify(language)
      }`,
    );
  }
  useLanguage(language);
  return new Workbook(await loadReport(edition), notebook, language);
}

function linesOf(located: Located): readonly number[] {
  return "lines" in located ? located.lines : [located.line];
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? `an array of ${value.length}` : typeof value;
}
