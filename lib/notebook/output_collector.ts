import { reportOpened } from "../display/cell_contract.ts";
import { explainIssues } from "../input/parse_json.ts";
import type { JupyterMessage } from "./kernel/jupyter_message.ts";
import { type CellOutput, nestsTooDeep, outputSchema } from "./notebook_document.ts";

const outputTypes = new Set(["stream", "display_data", "execute_result", "error"]);

/** Turns what a kernel publishes into the outputs of the cells of one notebook. */
export class OutputCollector {
  readonly #displays = new Map<string, CellOutput[]>();
  readonly #clearing = new Set<CellOutput[]>();
  #hasEnded = false;
  /** The folders of the editions that cells opened. */
  readonly opened = new Set<string>();

  /** Takes in nothing more: what is judged by now stays as it is. */
  end(): void {
    this.#hasEnded = true;
  }

  /**
   * Takes in one message.
   *
   * @param message What the kernel published; what is no output is ignored.
   * @param outputs The outputs of the cell that it belongs to, which are changed in place.
   */
  receive({ header: { msg_type: type }, content }: JupyterMessage, outputs: CellOutput[]): void {
    if (this.#hasEnded) return;
    const { display_id: id } = Object(content.transient);
    const isDisplay = typeof id === "string";
    if (type === "update_display_data" && isDisplay) {
      // An update changes every display of its id, in whichever cell it stands.
      const update = parseOutput("display_data", content);
      for (const output of this.#displays.get(id) ?? []) {
        if ("data" in update) {
          Object.assign(output, { data: update.data, metadata: update.metadata });
        }
      }
    }
    if (type === reportOpened) this.opened.add(String(content.folder));
    if (type === "clear_output") {
      if (content.wait === true) this.#clearing.add(outputs);
      else outputs.length = 0;
    }
    if (!outputTypes.has(type)) return;
    if (this.#clearing.delete(outputs)) outputs.length = 0;
    const output = parseOutput(type, content);
    outputs.push(output);
    if (isDisplay) this.#displays.getOrInsertComputed(id, () => []).push(output);
  }
}

/** What an error may hold at most, in characters: more of it nobody reads. */
const longestError = 20_000;

/** Cuts a text that nobody would read to its end; one that was cut stays as it is. */
export function cutText(text: string, longest: number = longestError): string {
  if (text.length <= longest + 100) return text;
  const more = (text.length - longest).toLocaleString("en");
  return `${text.slice(0, longest)} … (${more} characters more)`;
}

function parseOutput(
  type: string,
  { transient: _, ...content }: JupyterMessage["content"],
): CellOutput {
  const { data: output, error } = nestsTooDeep(content)
    ? {}
    : outputSchema.safeParse({ output_type: type, ...content }, { reportInput: true });
  if (output?.output_type === "error") {
    const [ename, evalue, ...traceback] = [output.ename, output.evalue, ...output.traceback]
      .slice(0, 102).map((text) => cutText(text));
    return { ...output, ename, evalue, traceback };
  }
  if (output) return output;
  const [{ keys, message }] = error
    ? explainIssues(error)
    : [{ keys: [], message: "nests too deep" }];
  const found = [...keys, message].join(": ");
  const evalue = `the kernel published ${type} that no notebook can hold: ${found}`;
  return { output_type: "error", ename: "MalformedOutput", evalue, traceback: [] };
}
