import { join } from "node:path";
import { runProgram } from "../../input/run_program.ts";
import { isOurs, ownName, pinnedDeno } from "../kernel/kernelspec.ts";
import { findFrontEnds, type FrontEnd, frontEnds, howToGet } from "../lab/front_end.ts";
import { libraryFolder } from "../project.ts";
import { ifThere } from "../../input/read_file.ts";

// Nothing here, nor what it imports, comes from a package.

/** What a check found. */
export interface Outcome {
  /** `failed` where `reproduce` or the notebooks need it, `note` where work goes on without it. */
  readonly status: "ok" | "note" | "failed";
  readonly found: string;
  /** What to do; only where something is to be done. */
  readonly advice?: string;
}

/** Outcomes, with what was found and what to do. */
export const outcome = {
  ok: (found: string): Outcome => ({ status: "ok", found }),
  note: (found: string, advice?: string): Outcome => ({ status: "note", found, advice }),
  failed: (found: string, advice: string): Outcome => ({ status: "failed", found, advice }),
};

const marks = { ok: "ok", note: "–", failed: "!" };

/** What a check found, with what was looked at, in a word or two. */
export interface CheckResult extends Outcome {
  readonly name: string;
}

/** A result as a line, such as `!  fonts      no glyph for → → install again`. */
export function describeCheck({ name, status, found, advice }: CheckResult): string {
  const line = `${marks[status].padEnd(3)} ${name.padEnd(12)} ${found}`;
  return advice === undefined ? line : `${line} → ${advice}`;
}

/** Versions whose kernel says of a cell that throws that it ran well. */
const hidesErrors = ["2.8.2", "2.8.3"];

/**
 * Which Deno this is.
 *
 * @param version Its version.
 */
export function checkDenoVersion(version: string = Deno.version.deno): Outcome {
  const advice = `use the pinned one: npx --yes deno@${pinnedDeno} task …`;
  if (version === pinnedDeno) return outcome.ok(`${version}, the pinned version`);
  return hidesErrors.includes(version)
    ? outcome.failed(`${version}, whose kernel reports cells that throw as a success`, advice)
    : outcome.note(`${version}; the tests ran with ${pinnedDeno}`, advice);
}

/** A module that needs packages: with one of them Deno looks for all that are locked. */
const entry = "lib/mod.ts";

/**
 * Whether the packages of `deno.lock` are there, or else can be fetched.
 *
 * @param environment Variables for the Deno that looks, besides those of this process.
 */
export async function checkPackages(
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const asked = await deno(["run", "--no-prompt", "--cached-only"], environment);
  if (!asked) return outcome.ok("all locked ones are in the cache; no registry is needed");
  const found = await deno(["cache"], environment);
  if (!found) return outcome.ok("all locked ones came from the registry just now");
  const advice = "let this machine reach the npm registry once, by HTTPS_PROXY or " +
    "NPM_CONFIG_REGISTRY if need be, or copy the cache of one that can (deno info tells where)";
  return outcome.failed(found, advice);
}

/** Why a command of Deno fails; `undefined` if it does not. */
async function deno(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const args = [...command, "--quiet", "--frozen", entry];
  const options = { folder: libraryFolder, environment };
  const { success, stderr } = await runProgram([Deno.execPath(), ...args], options);
  if (success) return undefined;
  const [, reason = stderr.trim().split("\n")[0]] = stderr.match(/^error: (.*)/m) ?? [];
  const [, cause] = stderr.match(/^ +0: (?!<unknown>)(.*)/m) ?? [];
  return cause === undefined ? reason : `${reason}: ${cause}`;
}

/**
 * In what the notebooks can be opened.
 *
 * @param all The programs to look for.
 */
export async function checkFrontEnds(all: readonly FrontEnd[] = frontEnds): Promise<Outcome> {
  const found = await findFrontEnds(all);
  const titles = found.map(({ title, version }) => `${title} ${version}`).join(", ");
  return titles === ""
    ? outcome.note("none", `one is enough to open notebooks:\n${howToGet(all)}`)
    : outcome.ok(`${titles}: deno task lab opens it`);
}

/**
 * Where our kernelspec is installed, and whether the Deno that it names is still there.
 *
 * @param folders Jupyter folders to look into.
 */
export async function checkKernelspecs(folders: readonly string[]): Promise<Outcome> {
  const installed: string[] = [];
  for (const folder of folders) {
    const path = join(folder, "kernels", ownName, "kernel.json");
    const text = await ifThere(Deno.readTextFile(path)) ?? "";
    if (!isOurs(text)) continue;
    const [program]: readonly string[] = JSON.parse(text).argv;
    const found = `${path} names ${program}, which is gone`;
    const isThere = await ifThere(Deno.stat(program)) !== undefined;
    if (!isThere) return outcome.note(found, "deno task kernel writes it again");
    installed.push(path);
  }
  if (installed.length > 0) return outcome.ok(installed.join(", "));
  const advice = "deno task lab installs it, deno task kernel --user for a Jupyter of your own";
  return outcome.note("not installed", advice);
}
