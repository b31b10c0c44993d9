import { reportOpened } from "../display/cell_contract.ts";
import type { JupyterMessage } from "./kernel/jupyter_message.ts";
import { type CellOutput, nestsTooDeep, outputSchema } from "./notebook_document.ts";

interface Display {
  readonly outputs: CellOutput[];
  readonly output: CellOutput;
}

const outputTypes = new Set(["stream", "display_data", "execute_result", "error"]);

/** Turns what a kernel publishes into the outputs of the cells of one notebook. */
export class OutputCollector {
  readonly #displays = new Map<string, Display[]>();
  readonly #clearing = new Set<CellOutput[]>();
  /** The folders of the editions that cells opened. */
  readonly opened = new Set<string>();

  /**
   * Takes in one message.
   *
   * @param message What the kernel published; what is no output is ignored.
   * @param outputs The outputs of the cell that it belongs to, which are changed in place.
   */
  receive({ header, content }: JupyterMessage, outputs: CellOutput[]): void {
    if (header.msg_type === "update_display_data") this.#update(content);
    if (header.msg_type === reportOpened) this.opened.add(String(content.folder));
    if (header.msg_type === "clear_output") this.#clear(outputs, content.wait === true);
    if (!outputTypes.has(header.msg_type)) return;
    if (this.#clearing.delete(outputs)) outputs.length = 0;
    const output = parseOutput(header.msg_type, content);
    outputs.push(output);
    const id = displayId(content);
    if (id === undefined) return;
    this.#displays.set(id, [...this.#displays.get(id) ?? [], { outputs, output }]);
  }

  /** An update changes every display of its id, in whichever cell it stands. */
  #update(content: JupyterMessage["content"]): void {
    const id = displayId(content);
    if (id === undefined) return;
    const { data, metadata } = parseOutput("display_data", content) as DisplayData;
    const updated = (this.#displays.get(id) ?? []).map(({ outputs, output }) => {
      const next = { ...output, data, metadata } as CellOutput;
      const at = outputs.indexOf(output);
      if (at >= 0) outputs[at] = next;
      return { outputs, output: next };
    });
    this.#displays.set(id, updated);
  }

  #clear(outputs: CellOutput[], waits: boolean): void {
    if (waits) this.#clearing.add(outputs);
    else outputs.length = 0;
  }
}

type DisplayData = Extract<CellOutput, { output_type: "display_data" }>;

/** What an error may hold at most, in characters: more of it nobody reads. */
const longestError = 20_000;

/** Cuts what an error says, its message and its frames. */
function shorten(output: CellOutput): CellOutput {
  if (output.output_type !== "error") return output;
  const { evalue, traceback } = output;
  return { ...output, evalue: cutText(evalue), traceback: traceback.slice(0, 100).map(cutText) };
}

/** Cuts a text that nobody would read to its end; one that was cut stays as it is. */
export function cutText(text: string): string {
  if (text.length <= longestError + 100) return text;
  const more = (text.length - longestError).toLocaleString("en");
  return `${text.slice(0, longestError)} … (${more} characters more)`;
}

function parseOutput(type: string, { transient: _, ...content }: JupyterMessage["content"]) {
  const parsed = nestsTooDeep(content)
    ? { success: false as const, error: { issues: [{ path: [], message: "nests too deep" }] } }
    : outputSchema.safeParse({ output_type: type, ...content });
  if (parsed.success) return shorten(parsed.data);
  const [{ path, message }] = parsed.error.issues;
  return {
    output_type: "error" as const,
    ename: "MalformedOutput",
    evalue: `the kernel published a ${type} that no notebook can hold: ${
      path.join(".")
    }: ${message}`,
    traceback: [],
  };
}

function displayId({ transient }: JupyterMessage["content"]): string | undefined {
  if (typeof transient !== "object" || transient === null) return undefined;
  const id = "display_id" in transient ? transient.display_id : undefined;
  return typeof id === "string" ? id : undefined;
}
