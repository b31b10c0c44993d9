/** A value as TypeScript writes it, with names of fields bare where they may be. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, inner]) =>
    `${fieldName(key)}: ${literal(inner)}`
  );
  return `{ ${fields.join(", ")} }`;
}

/** The name of a field as it stands in an object: in quotes where it has to be. */
export function fieldName(key: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : JSON.stringify(key);
}
