/** What an import statement of one line or more names. */
const statement = /^import\s*\{([^}]*)\}\s*from\s*["']([^"']+)["'];?/gm;

/**
 * Blanks names that a cell imports again: the kernel takes that, as when a cell is pasted, but a module of
 * all cells does not.
 *
 * @param source The code of a cell.
 * @param imported What the cells before it import; what this one does is added.
 * @returns Code with the same lines and columns.
 */
export function withoutRepeatedImports(source: string, imported: Set<string>): string {
  return source.replace(statement, (whole: string, names: string, from: string) => {
    let kept = 0;
    const rest = names.replace(/[^,]+,?/g, (name) => {
      const key = `${name.replace(",", "").trim().replaceAll(/\s+/g, " ")} from ${from}`;
      if (key.startsWith(" ") || !imported.has(key)) {
        imported.add(key);
        kept += name.trim() === "" ? 0 : 1;
        return name;
      }
      return blank(name);
    });
    return kept === 0 ? blank(whole) : whole.replace(names, rest);
  });
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, " ");
}
