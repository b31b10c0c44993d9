import { computed, printedNumber } from "./table_csv.ts";

/**
 * What makes tables sortable and gives their CSV, in any page that runs scripts; it knows every table by its class.
 *
 * It takes the rows behind the fold into the table: sorting moves rows across it. Some front ends run a script before
 * its output stands in the page, hence the second time.
 */
export const tableScript = `
(() => {
  const valueOf = (cell) => cell.dataset.v ?? cell.textContent;
  const textOf = (text) => ${computed}.test(text) && !${printedNumber}.test(text) ? "'" + text : text;
  const quote = (text) => /[",\\r\\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  const rank = ({ dataset, textContent }) => {
    const text = dataset.s ?? dataset.v ?? (textContent === "\\u2013" ? "" : textContent);
    return text === "" ? [2] : isNaN(text) ? [1, text] : [0, Number(text)];
  };
  const compare = ([kind, a], [, b], lang) =>
    kind === 0 ? a - b : a.localeCompare(b, lang, { numeric: true });
  const enliven = (root) => {
    root.dataset.live = "";
    const [table, rest] = root.querySelectorAll("table");
    const body = table.querySelector("tbody"), fold = rest && root.querySelector("details");
    const heads = [...table.querySelectorAll("th")], rows = [...root.querySelectorAll("tbody tr")];
    const open = body.children.length;
    let order = rows;
    const place = () => order.forEach((row, at) => {
      row.toggleAttribute("hidden", at >= open && !fold.open);
      body.append(row);
    });
    if (fold) {
      rest.parentNode.remove();
      fold.addEventListener("toggle", place);
      place();
    }
    heads.forEach((head, at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        const next = now === "ascending" ? "descending" : now === "descending" ? null : "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (next) head.setAttribute("aria-sort", next);
        const ranks = new Map(rows.map((row) => [row, rank(row.children[at])]));
        order = next === null ? rows : rows.toSorted((a, b) => {
          const x = ranks.get(a), y = ranks.get(b);
          if (x[0] !== y[0]) return x[0] - y[0];
          return x[0] === 2 ? 0 : next === "ascending" ? compare(x, y, root.lang) : compare(y, x, root.lang);
        });
        place();
      });
    });
    if (!root.dataset.name) return;
    const link = document.createElement("a");
    link.textContent = "CSV";
    link.download = root.dataset.name + ".csv";
    link.href = "#";
    link.addEventListener("click", () => {
      const lines = [heads.map((head) => quote(textOf(head.textContent)))]
        .concat(rows.map((row) => [...row.children].map((cell) => quote(textOf(valueOf(cell))))));
      const text = lines.map((line) => line.join(",") + "\\n").join("");
      link.href = URL.createObjectURL(new Blob(["\\ufeff", text], { type: "text/csv" }));
    });
    root.append(link);
  };
  const all = () => document.querySelectorAll(".report-table:not([data-live])").forEach(enliven);
  all();
  setTimeout(all);
})();`.trim().replaceAll(/\n\s*/g, "\n");
