import { stripVTControlCharacters } from "node:util";
import { renderPng } from "../../figures/render.ts";
import { startKernel, type StartKernelOptions } from "../../notebook/kernel/start_kernel.ts";
import type { NotebookDocument } from "../../notebook/notebook_document.ts";
import { runNotebook, type RunNotebookOptions } from "../../notebook/run_notebook.ts";
import { isRecord } from "../../tables/cell.ts";
import { pinnedDeno } from "../kernel/kernelspec.ts";
import { type Outcome, outcome } from "./machine_checks.ts";

/**
 * Whether a kernel starts in a folder, answers, and finds the library there.
 *
 * @param options Where and how it is started.
 * @throws {KernelFailure} If it does not start, or ends.
 */
export async function checkKernel(options: StartKernelOptions): Promise<Outcome> {
  const start = performance.now();
  await using kernel = await startKernel(options);
  const milliseconds = Math.round(performance.now() - start);
  const reply = await kernel.execute(`import { audit } from "report"; audit.name`);
  if (reply.status === "ok") {
    return outcome.ok(`answers after ${milliseconds} ms, and finds "report"`);
  }
  const advice = "start it in a folder of this project, whose deno.json says what that is";
  return outcome.failed(`answers, but cannot import "report": ${reply.message}`, advice);
}

const canary: NotebookDocument = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: [{
    cell_type: "code",
    id: "cell",
    metadata: {},
    outputs: [],
    execution_count: null,
    source: `throw new RangeError("canary");`,
  }],
};

/**
 * Whether a cell that throws is reported as failing: with some versions of Deno it is not, and a run that
 * fails would pass for one that went well.
 *
 * @param options Where and how the kernel is started.
 */
export async function checkCanary(options: RunNotebookOptions): Promise<Outcome> {
  const { failure } = await runNotebook(canary, options);
  if (failure?.kind === "error" && failure.name === "RangeError" && failure.message === "canary") {
    return outcome.ok("a cell that throws is reported as failing, with its line");
  }
  const found = failure ? `"${failure.name}: ${failure.message}"` : "a success";
  const advice = `trust no run with this Deno; use npx --yes deno@${pinnedDeno} task …`;
  return outcome.failed(`a cell that throws is reported as ${found}`, advice);
}

const cells = 40;

/**
 * Whether every output arrives, though Deno's kernel publishes some of them after it has said that their
 * cell is over; and how many of them a client would miss that stops listening then, as most do.
 *
 * @param options Where and how the kernel is started.
 * @throws {KernelFailure} If it does not start, or ends.
 */
export async function checkOutputs(options: StartKernelOptions): Promise<Outcome> {
  const arrived = new Set<number>();
  let late = 0;
  await using kernel = await startKernel(options);
  for (let cell = 0; cell < cells; cell++) {
    await kernel.execute(`${cell} + 1`, {
      onMessage: ({ header, content }) => {
        const text = isRecord(content.data) ? content.data["text/plain"] : undefined;
        const isOwn = stripVTControlCharacters(String(text)) === `${cell + 1}`;
        if (header.msg_type === "execute_result" && isOwn) arrived.add(cell);
      },
    });
    if (!arrived.has(cell)) late++;
  }
  await kernel.settle();
  const lost = cells - arrived.size, advice = "trust no run of this machine; report it";
  if (lost > 0) return outcome.failed(`${lost} of ${cells} never arrived`, advice);
  return outcome.ok(`all ${cells} arrived, ${late} of them after their cell was said to be over`);
}

/** What figures print besides Latin letters and digits: Russian labels, arrows, signs. */
const needed = "ЖЩЮЯжщъыьэюяё№→←↑↓–−≈≤≥×…";
/** No figure needs it, and the font that comes along does not have it. */
const absent = "漢";

/**
 * Whether the font that comes along has every sign that figures print. A renderer that lacks a sign, or
 * the whole font, says nothing: it draws all such signs alike, as a box or not at all.
 *
 * @param render What draws.
 * @throws {Error} If nothing can be drawn at all.
 */
export async function checkFonts(
  render: (svg: string) => Promise<Uint8Array> = renderPng,
): Promise<Outcome> {
  const draw = async (sign: string) => {
    const text = `<text x="4" y="18" font-size="14">${sign}</text>`;
    const size = `width="24" height="24"`;
    return (await render(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${text}</svg>`)).toHex();
  };
  const lacking = await draw(absent);
  const missing: string[] = [];
  for (const sign of needed) if (await draw(sign) === lacking) missing.push(sign);
  return missing.length === 0
    ? outcome.ok(`figures can print ${needed}`)
    : outcome.failed(`figures leave out ${missing.join("")}`, "deno install --frozen --reload");
}
