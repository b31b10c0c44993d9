import { fileURLToPath } from "node:url";
import type { CheckResult } from "./check_result.ts";

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
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...command, "--quiet", "--frozen", entry],
    cwd: fileURLToPath(new URL("../../..", import.meta.url)),
    env: { ...environment, NO_COLOR: "1" },
    stdin: "null",
    stdout: "null",
  }).output();
  if (success) return undefined;
  const text = new TextDecoder().decode(stderr);
  const [, reason = text.trim().split("\n")[0]] = text.match(/^error: (.*)/m) ?? [];
  const [, cause] = text.match(/^ +0: (?!<unknown>)(.*)/m) ?? [];
  return cause === undefined ? reason : `${reason}: ${cause}`;
}
