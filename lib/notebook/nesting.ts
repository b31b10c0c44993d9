/** How deep values may lie in one another; what goes deeper breaks those who read it. */
export const deepest = 100;

/**
 * Whether a value of JSON nests deeper than anybody writes.
 *
 * @param value The value.
 */
export function nestsTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((one) =>
      typeof one === "object" && one !== null ? Object.values(one) : []
    );
  }
  return false;
}
