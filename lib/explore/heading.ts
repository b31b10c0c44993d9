/** A heading for a table: one that is a whole number would change the order of the columns. */
export function heading(label: string): string {
  return /^\d+$/.test(label) ? `№ ${label}` : label;
}
