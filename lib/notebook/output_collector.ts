import { reportOpened } from "../display/cell_contract.ts";
import { explainIssues } from "../input/parse_json.ts";
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
    if (type === "update_display_data" && isDisplay) this.#update(id, content);
    if (type === reportOpened) this.opened.add(String(content.folder));
    if (type === "clear_output") {
      if (content.wait === true) this.#clearing.add(outputs);
      else outputs.length = 0;
    }
    if (!outputTypes.has(type)) return;
    if (this.#clearing.delete(outputs)) outputs.length = 0;
    const output = parseOutput(type, content);
    outputs.push(output);
    if (isDisplay) this.#displays.set(id, [...this.#displays.get(id) ?? [], { outputs, output }]);
  }

  /** An update changes every display of its id, in whichever cell it stands. */
  #update(id: string, content: JupyterMessage["content"]): void {
    const { data, metadata } = parseOutput("display_data", content) as DisplayData;
    const updated = (this.#displays.get(id) ?? []).map(({ outputs, output }) => {
      const next = { ...output, data, metadata } as CellOutput;
      const at = outputs.indexOf(output);
      if (at >= 0) outputs[at] = next;
      return { outputs, output: next };
    });
    this.#displays.set(id, updated);
  }
}

type DisplayData = Extract<CellOutput, { output_type: "display_data" }>;

/** What an error may hold at most, in characters: more of it nobody reads. */
const longestError = 20_000;

/** Cuts a text that nobody would read to its end; one that was cut stays as it is. */
export function cutText(text: string, longest: number = longestError): string {
  if (text.length <= longest + 100) return text;
  const more = (text.length - longest).toLocaleString("en");
  return `${text.slice(0, longest)} … (${more} characters more)`;
}

function parseOutput(type: string, { transient: _, ...content }: JupyterMessage["content"]) {
  const parsed = nestsTooDeep(content)
    ? { data: undefined, error: undefined }
    : outputSchema.safeParse({ output_type: type, ...content }, { reportInput: true });
  const { data: output } = parsed;
  if (output?.output_type === "error") {
    const [ename, evalue] = [output.ename, output.evalue].map((text) => cutText(text));
    return {
      ...output,
      ename,
      evalue,
      traceback: output.traceback.slice(0, 100).map((line) => cutText(line)),
    };
  }
  if (output) return output;
  const [{ keys, message }] = parsed.error
    ? explainIssues(parsed.error)
    : [{ keys: [], message: "nests too deep" }];
  const found = [...keys, message].join(": ");
  return {
    output_type: "error" as const,
    ename: "MalformedOutput",
    evalue: `the kernel published ${type} that no notebook can hold: ${found}`,
    traceback: [],
  };
}
