import type { ChartSpec, ExplorerSettings } from "./chart_spec.ts";

/** Name of the figure, for its file. */
export function figureName(spec: ChartSpec, settings: ExplorerSettings): string {
  const kebab = variableName(spec, settings).replace(/\p{Lu}/gu, (letter) => `-${letter}`)
    .toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return kebab || "exploration";
}

/** Such as `initiativesByKind`, of letters that JavaScript takes. */
export function variableName({ exploration }: ChartSpec, { rows }: ExplorerSettings): string {
  const of = /[\p{L}\p{N}_]+(?=\W*$)/u.exec(rows)?.[0] ?? "rows";
  const { group, series } = exploration;
  const name = `${pascal(of)}By${
    [group, ...(series === "" ? [] : [series])].map(pascal).join("And")
  }`;
  return name[0].toLowerCase() + name.slice(1);
}

function pascal(text: string): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const joined = words.map((word) => word[0].toUpperCase() + word.slice(1)).join("");
  return /^\p{L}/u.test(joined) ? joined : `N${joined}`;
}
