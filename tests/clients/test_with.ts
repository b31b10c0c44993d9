import { type Program, whyNot } from "./programs.ts";

/**
 * A test that needs programs from outside. Where one is missing the test is ignored, and its name
 * says why.
 *
 * @param programs All that it needs.
 * @param test The test.
 */
export function testWith(programs: readonly Program[], test: Deno.TestDefinition): void {
  const reasons = programs.flatMap((program) => whyNot(program) ?? []);
  if (reasons.length === 0) Deno.test(test);
  else Deno.test({ ...test, name: `${test.name} (skipped: ${reasons.join(", ")})`, ignore: true });
}
