import { resolve } from "node:path";
import { tellOpened } from "../display/cell_contract.ts";
import { patchCellResults } from "../display/show.ts";
import { defaultEdition, findEdition } from "../load/edition_folder.ts";
import { loadReport as load } from "../load/load_report.ts";
import { type Language, languages } from "../model/label.ts";
import type { Report } from "../model/report.ts";
import { chosenLanguage, useLanguage } from "../words/language.ts";
import { assertOptions, tellUnknown } from "../errors/did_you_mean.ts";
import { UsageError } from "../errors/usage_error.ts";
import { labelReport, type OpenReport } from "./label_report.ts";

/** How a report is opened. */
export interface OpenReportOptions {
  /** Language of all that the notebook shows from now on. @default `REPORT_LANGUAGE`, or `en` */
  readonly language?: Language;
}

/**
 * Reads an edition and validates all of it; from then on the last value of a cell looks as it would by `show`.
 *
 * @param edition Id of an edition in `data/`, or the path of a folder. @default That of `deno.json`
 * @returns The report with all its tables.
 * @throws {InputError} With every problem of every file, each with path, line and column.
 *
 * @example
 * ```ts
 * import { loadReport } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await loadReport("kuzbass-2016");
 * assertEquals(report.edition.period, "2016");
 * ```
 */
export async function loadReport(edition: string = defaultEdition()): Promise<Report> {
  patchCellResults();
  await tellOpened(resolve(await findEdition(edition)));
  return await load(edition);
}

/**
 * Opens a report for a notebook.
 *
 * Its rows have what they are as codes, to be chosen by, and as labels in the notebook's language, to be shown: `indicator` and
 * `indicatorLabel`, `kind` and `kindLabel`.
 *
 * @param edition Id of an edition in `data/`, or the path of a folder. @default That of `deno.json`
 * @param options The language, which a command chooses for all notebooks.
 * @returns The report with labels, verdicts and source lines.
 * @throws {InputError} With every problem of the edition.
 * @throws {UsageError} For an unknown option or language, and later for a name that the report does not have.
 *
 * @example
 * ```ts
 * import { openReport } from "report";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const report = await openReport("kuzbass-2016", { language: "en" });
 * const table1 = report.table("table1");
 * const loans = table1.filter(({ indicator, period }) => indicator === "loans" && period === "2016");
 * assertEquals(loans.map(({ label, value }) => [label, value]), [["Loans", 5697294]]);
 * const verdicts = report.verdicts(table1);
 * assert(verdicts.some(({ verdict, label, period }) => verdict === "contradicts" && label === "Visits" && period === "2016"));
 * assertEquals(report.source(loans).endsWith("line 66"), true);
 * ```
 */
export async function openReport(
  edition: string = defaultEdition(),
  options: OpenReportOptions = {},
): Promise<OpenReport> {
  if (typeof edition !== "string") {
    throw new UsageError(
      `Cannot open the report: expected an edition, such as "${defaultEdition()}", found ${
        JSON.stringify(edition)
      }`,
    );
  }
  assertOptions("open the report", options, { language: languages });
  const { language } = options;
  if (language !== undefined) useLanguage(language);
  return tellUnknown(labelReport(await loadReport(edition), chosenLanguage()), "read the report");
}
