import { display, type Displayable, type MediaBundle } from "../model/displayable.ts";

/**
 * Shows a value below its cell, in every client, and waits until it is on its way.
 *
 * Deno's kernel sends some outputs after it has said that a cell is done, and clients such as nbconvert
 * lose those; what a cell shows by `await show(x)` they keep. A named figure or table is
 * marked for `reproduce`, which writes it as a file. Outside a notebook the text form is printed.
 *
 * @param value A figure, table, sentence or any other value.
 *
 * @example
 * ```ts
 * import { markdown, show } from "report";
 *
 * await show(markdown("*Users* decreased."));
 * ```
 */
export async function show(value: unknown): Promise<void> {
  const shown = isDisplayable(value) ? value[display]() : undefined;
  if (!inNotebook()) {
    console.log(shown?.["text/plain"] ?? value);
    return;
  }
  const name = isDisplayable(value) ? value.name : undefined;
  await Deno.jupyter.broadcast("display_data", {
    data: shown ?? await Deno.jupyter.format(value),
    metadata: name && shown ? { report: { name, kind: fileKind(shown) } } : {},
    transient: {},
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
}

function fileKind(bundle: MediaBundle): "figure" | "table" {
  return "image/svg+xml" in bundle ? "figure" : "table";
}

function isDisplayable(value: unknown): value is Displayable {
  return typeof value === "object" && value !== null && display in value;
}

/** Outside `deno jupyter` the name-space exists and throws when it is read. */
function inNotebook(): boolean {
  try {
    return Deno.jupyter !== undefined;
  } catch {
    return false;
  }
}
