/** What every page does where scripts run: it shows what its address names, filters, and loads more only when asked. */

import { keptChanges } from "./page_state.ts";

/** What the page's address keeps under a name. */
function keptIn(name: string): string | null {
  return new URLSearchParams(location.search).get(name);
}

/** Keeps something in the page's address. */
function keep(name: string, value: string): void {
  const address = new URL(location.href);
  if (value === "") address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  history.replaceState(null, "", address);
}

/** Opens what is folded around the place that the address names. */
function unfold(): void {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (place === null) return;
  place.querySelector(":scope > details")?.setAttribute("open", "");
  for (let at: Element | null | undefined = place; at; at = at.parentElement?.closest("details")) {
    if (at.localName === "details") at.setAttribute("open", "");
  }
  place.scrollIntoView();
}
addEventListener("hashchange", unfold);
unfold();

for (const link of document.querySelectorAll<HTMLAnchorElement>("a.language")) {
  const address = link.href;
  link.addEventListener("click", () => link.href = address + location.search + location.hash);
}

for (const filters of document.querySelectorAll<HTMLElement>("[data-filters]")) {
  const selects = [...filters.querySelectorAll("select")];
  const rows = [...document.querySelectorAll<HTMLElement>("article[data-verdict]")];
  const said = filters.querySelector("p");
  const show = () => {
    for (const row of rows) {
      row.hidden = !selects.every(({ name, value }) => value === "" || row.dataset[name] === value);
    }
    const kept = rows.filter(({ hidden }) => !hidden).length;
    if (said === null) return;
    said.textContent = (filters.dataset.shown ?? "")
      .replace("{kept}", String(kept)).replace("{total}", String(rows.length));
  };
  for (const select of selects) {
    const asked = keptIn(select.name) ?? "";
    if ([...select.options].some(({ value }) => value === asked)) select.value = asked;
    select.addEventListener("change", () => {
      keep(select.name, select.value);
      show();
    });
  }
  filters.hidden = false;
  show();
}

for (const explored of document.querySelectorAll<HTMLElement>("[data-explored]")) {
  const name = explored.dataset.explored ?? "";
  const rows = explored.querySelector("script");
  const asked = keptIn(name);
  if (asked !== null && rows !== null) {
    try {
      const start: unknown = JSON.parse(asked);
      rows.textContent = JSON.stringify({ ...JSON.parse(rows.textContent), start });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  explored.addEventListener("explored", (event) => {
    if (event instanceof CustomEvent) keep(name, JSON.stringify(event.detail));
  });
}

for (const bar of document.querySelectorAll<HTMLElement>(".live-bar")) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "main", textContent: bar.dataset.run });
  button.addEventListener("click", () => {
    button.disabled = true;
    const script = document.createElement("script");
    script.src = "../live.js";
    document.head.append(script);
  });
  bar.append(button);
  const page = bar.closest<HTMLElement>("[data-live]");
  if (page !== null && keptChanges(page) !== undefined) bar.append(bar.dataset.changed ?? "");
}
