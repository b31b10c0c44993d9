import { join } from "node:path";
import { editionFolder } from "../load/edition_folder.ts";
import type { LoadedReport } from "../load/load_report.ts";
import { derivedCsv, derivedTablesOf } from "./derived_tables.ts";
import { describePackage } from "./describe_package.ts";

/** A file that follows from the others of an edition. */
export interface DescribedFile {
  readonly path: string;
  readonly content: string;
}

/**
 * The files that describe an edition for other tools: its derived tables, and at the end `datapackage.json`.
 *
 * @param edition Its id or path.
 * @param loaded The edition as it was read.
 */
export function describeFiles(edition: string, loaded: LoadedReport): DescribedFile[] {
  const folder = editionFolder(edition);
  const derived = derivedTablesOf(loaded.report).map((table) => ({
    path: join(folder, `${table.schema.name}.csv`),
    content: derivedCsv(table, loaded.report),
  }));
  const content = JSON.stringify(describePackage(loaded), null, 2) + "\n";
  return [...derived, { path: join(folder, "datapackage.json"), content }];
}
