import { columnsOf } from "../column.ts";
import { type EmbeddedExplorer, unpackRows } from "../embedded_explorer.ts";
import { mountExplorer } from "./explorer.ts";

/** Every explorer of the page that none has put in its place yet; pages differ in when they run scripts. */
for (const host of document.querySelectorAll<HTMLElement>("[data-report-explorer]")) {
  const text = host.querySelector("script[type='application/json']")?.textContent;
  if (host.shadowRoot !== null || !text) continue;
  const { packed, words, settings, start }: EmbeddedExplorer = JSON.parse(text);
  const rows = unpackRows(packed);
  mountExplorer(host, { rows, columns: columnsOf(rows, words), settings }, start);
}
