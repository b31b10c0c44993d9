import type { Finding } from "./deno_findings.ts";
import { usedBefore } from "./names_across_cells.ts";
import type { NotebookFinding } from "./notebook_finding.ts";
import type { CellCode } from "./read_cells.ts";
import { withReplacement } from "./replaced_names.ts";
import type { WrittenModule } from "./written_module.ts";

/**
 * Brings a finding of `deno` back to the notebook whose module it is in, and into its words.
 *
 * @param finding What was found, and in which file.
 * @param modules The modules that were written.
 * @returns The finding; none where it is about what only the writing of the module brought in.
 */
export function placedInNotebook(
  { file, ...finding }: Finding,
  modules: readonly WrittenModule[],
): Omit<NotebookFinding, "severity">[] {
  const written = modules.find(({ path }) => path === file);
  if (!written) return [{ path: file, ...finding }];
  const { notebook: { path, cells, findings }, module } = written;
  const { place, promise } = module.lines[finding.line - 1] ?? {};
  if (!place) {
    const isOfWriting = finding.code === "no-empty";
    return isOfWriting ? [] : [{ path, message: finding.message, code: finding.code }];
  }
  const source = cells.find(({ cell }) => cell === place.cell)?.source.split("\n")[place.line - 1];
  const at = { path, ...place, source };
  const { code, column } = finding;
  if (code === noTypesOfJsx || isUsedByJsx(finding, module.text)) return [];
  const message = withReplacement(finding.message);
  if (promise) {
    const isFloating = code === "TS2367";
    return isFloating ? [{ ...at, ...promise, message: floating, code: "floating-promise" }] : [];
  }
  const [, name] = message.match(/'([\w$]+)'/) ?? [];
  const isSaid = code === "TS2300" &&
    findings.some((one) => one.code === "repeated-import" && one.message.startsWith(`"${name}" `));
  if (isSaid) return [];
  const later = cannotFind.has(code) ? declaredBelow(cells, { name, ...place }) : undefined;
  if (later === undefined) return [{ ...at, column, message, code }];
  return [{ ...at, column, message: usedBefore({ name, cell: later }), code: "used-before-cell" }];
}

/** Said of every element where nothing declares which there are; the kernel makes of it what the cell says. */
const noTypesOfJsx = "TS7026";

/** What makes elements is named in a comment at the beginning of the module, and nowhere in its code. */
function isUsedByJsx(
  { message, code }: Pick<Finding, "message" | "code">,
  module: string,
): boolean {
  const [, name] = /^`([\w$]+)` is never used/.exec(message) ?? [];
  const used = [...module.matchAll(/^\/\*\* @jsx\w*\s+([\w$]+)/gm)].map(([, used]) => used);
  return code === "no-unused-vars" && name !== undefined && used.includes(name);
}

const floating = "a promise that nobody awaits: write await before it, or void if that is meant";

/** "Cannot find name", with and without a guess, as a value, in a shorthand, as a namespace. */
const cannotFind = new Set(["TS2304", "TS2552", "TS2693", "TS18004", "TS2503"]);

function declaredBelow(
  cells: readonly CellCode[],
  { name, cellNumber }: { readonly name: string | undefined; readonly cellNumber: number },
): string | undefined {
  return cells.find((one) =>
    one.cellNumber > cellNumber && one.names.declared.some((declared) => declared.name === name)
  )?.cell;
}
