/**
 * Lines as a table writes them, three or more in a row as a range.
 *
 * @param lines Line numbers, ascending.
 */
export function writtenLines(lines: readonly number[]): string {
  const runs: number[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run?.at(-1) === line - 1) run.push(line);
    else runs.push([line]);
  }
  return runs.map((run) => run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(", ")).join(", ");
}
