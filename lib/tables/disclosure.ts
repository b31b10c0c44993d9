/**
 * HTML behind a disclosure, which opens without a script.
 *
 * Jupyter's style sheet takes away the triangle that tells that there is something to open.
 *
 * @param summary What stands before it is opened, as HTML.
 * @param content What is behind it, as HTML.
 */
export function disclosure(summary: string, content: string): string {
  return `<details><summary style="display:list-item">${summary}</summary>\n${content}\n</details>`;
}
