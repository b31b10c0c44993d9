import { type Program, whyNot } from "./programs.ts";

/**
 * A test that needs programs from outside. Where one is missing the test is ignored, and its name
 * says why.
 *
 * @param programs All that it needs.
 */
export function testWith(
  programs: readonly Program[],
  { name, fn }: { readonly name: string; readonly fn: Deno.TestDefinition["fn"] },
): void {
  const reasons = programs.flatMap((program) => whyNot(program) ?? []);
  if (reasons.length === 0) Deno.test(name, fn);
  else Deno.test({ name: `${name} (skipped: ${reasons.join(", ")})`, ignore: true, fn });
}
