import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ifThere } from "../../input/read_file.ts";
import { runProgram } from "../../input/run_program.ts";
import { isOurs, ownName, pinnedDeno } from "../kernel/kernelspec.ts";
import { findFrontEnds, type FrontEnd, frontEnds, howToGet } from "../lab/front_end.ts";

// Nothing here, nor what it imports, comes from a package.

/** What a check found, as one line. */
export interface CheckResult {
  /** What was looked at, in a word or two. */
  readonly name: string;
  /** `failed` where `reproduce` or the notebooks need it, `note` where work goes on without it. */
  readonly status: "ok" | "note" | "failed";
  readonly found: string;
  /** What to do; only where something is to be done. */
  readonly advice?: string;
}

const marks = { ok: "ok", note: "–", failed: "!" };

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
export function checkDenoVersion(version: string = Deno.version.deno): CheckResult {
  const name = "deno";
  const advice = `use the pinned one: npx --yes deno@${pinnedDeno} task …`;
  if (version === pinnedDeno) {
    return { name, status: "ok", found: `${version}, the pinned version` };
  }
  if (hidesErrors.includes(version)) {
    const found = `${version}, whose kernel reports cells that throw as a success`;
    return { name, status: "failed", found, advice };
  }
  return { name, status: "note", found: `${version}; the tests ran with ${pinnedDeno}`, advice };
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
): Promise<CheckResult> {
  const name = "packages";
  const cached = await deno(["run", "--no-prompt", "--cached-only"], environment);
  if (cached === undefined) {
    return { name, status: "ok", found: "all locked ones are in the cache; no registry is needed" };
  }
  const fetched = await deno(["cache"], environment);
  if (fetched === undefined) {
    return { name, status: "ok", found: "all locked ones came from the registry just now" };
  }
  const advice = "let this machine reach the npm registry once, by HTTPS_PROXY or " +
    "NPM_CONFIG_REGISTRY if need be, or copy the cache of one that can (deno info tells where)";
  return { name, status: "failed", found: fetched, advice };
}

/** Why a command of Deno fails; `undefined` if it does not. */
async function deno(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const folder = fileURLToPath(new URL("../../..", import.meta.url));
  const args = [...command, "--quiet", "--frozen", entry];
  const { success, stderr } = await runProgram([Deno.execPath(), ...args], { folder, environment });
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
export async function checkFrontEnds(all: readonly FrontEnd[] = frontEnds): Promise<CheckResult> {
  const name = "front ends";
  const found = await findFrontEnds(all);
  if (found.length > 0) {
    const titles = found.map(({ title, version }) => `${title} ${version}`).join(", ");
    return { name, status: "ok", found: `${titles}: deno task lab opens it` };
  }
  const advice = `one is enough to open notebooks:\n${howToGet(all)}`;
  return { name, status: "note", found: "none", advice };
}

/**
 * Where our kernelspec is installed, and whether the Deno that it names is still there.
 *
 * @param folders Jupyter folders to look into.
 */
export async function checkKernelspecs(folders: readonly string[]): Promise<CheckResult> {
  const name = "kernelspec";
  const installed: string[] = [];
  for (const folder of folders) {
    const path = join(folder, "kernels", ownName, "kernel.json");
    const text = await ifThere(Deno.readTextFile(path)) ?? "";
    if (!isOurs(text)) continue;
    const [program]: readonly string[] = JSON.parse(text).argv;
    if (!await ifThere(Deno.stat(program))) {
      const found = `${path} names ${program}, which is gone`;
      return { name, status: "note", found, advice: "deno task kernel writes it again" };
    }
    installed.push(path);
  }
  if (installed.length > 0) return { name, status: "ok", found: installed.join(", ") };
  const advice = "deno task lab installs it, deno task kernel --user for a Jupyter of your own";
  return { name, status: "note", found: "not installed", advice };
}
