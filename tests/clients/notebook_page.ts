import { errors, type Locator, type Page } from "playwright-core";
import { seenIn, type SeenOutputs } from "./seen_outputs.ts";

/** A notebook in Jupyter Notebook 6, with what a person does and sees there. */
export class NotebookPage {
  /** Its code cells, in their order. */
  readonly cells: Locator;

  private constructor(readonly page: Page) {
    this.cells = page.locator("#notebook .code_cell");
  }

  /**
   * Opens a notebook, and waits until its kernel can be spoken to.
   *
   * @param page The page that it is opened in.
   * @param address Its address, with all that opens it without a password.
   */
  static async open(page: Page, address: string): Promise<NotebookPage> {
    await page.goto(address);
    await page.locator("#kernel_indicator_icon.kernel_idle_icon").waitFor();
    return new NotebookPage(page);
  }

  /** Chooses "Restart & Run All" of the menu, and waits until all cells have run or one failed. */
  async restartAndRunAll(): Promise<void> {
    await this.page.locator("#kernellink").click();
    await this.page.locator("#restart_run_all").click();
    await this.page.locator(".modal-footer .btn-danger").click();
    await this.page.waitForFunction(() => {
      const prompts = [...document.querySelectorAll("#notebook .code_cell .input_prompt")]
        .map(({ textContent }) => textContent ?? "");
      const isIdle = document.querySelector("#kernel_indicator_icon.kernel_idle_icon") !== null;
      return isIdle && !prompts.some((prompt) => prompt.includes("*")) &&
        (prompts.every((prompt) => /\[\d+\]/.test(prompt)) ||
          document.querySelector(".output_error") !== null) &&
        [...document.images].every(({ complete }) => complete);
    });
  }

  /** Runs a cell, as a click on it and the button "Run" do; does not wait for it. */
  async run(cell: number): Promise<void> {
    await this.cells.nth(cell).locator(".input_area").click();
    await this.page.locator(
      "button[data-jupyter-action='jupyter-notebook:run-cell-and-select-next']",
    )
      .click();
  }

  /** Presses the button that interrupts. */
  async interrupt(): Promise<void> {
    await this.page.locator("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']")
      .click();
  }

  /** Waits until the kernel is done with a cell. */
  async ended(cell: number): Promise<void> {
    await this.cells.nth(cell).locator(".input_prompt", { hasText: /\[\d+\]/ }).waitFor();
  }

  /** Where the outputs of a cell stand that hold some text; waited for by its `waitFor()`. */
  outputOf(cell: number, text: string | RegExp): Locator {
    return this.cells.nth(cell).locator(".output_subarea", { hasText: text });
  }

  /**
   * Waits until each code cell has as many outputs as are wanted, since the reply of a cell, which writes its
   * prompt, may come before them. What has not come after a while is lost.
   *
   * @param counts How many each cell is to have.
   */
  async outputsCame(counts: readonly number[]): Promise<void> {
    const areas = ".code_cell .output_wrapper";
    await this.page.waitForFunction(
      ({ areas, counts }) =>
        [...document.querySelectorAll(areas)].every((area, at) =>
          area.querySelectorAll(".output_subarea").length >= counts[at]
        ) && [...document.images].every(({ complete }) => complete),
      { areas, counts },
      { timeout: 20_000 },
    ).catch((error) => {
      if (!(error instanceof errors.TimeoutError)) throw error;
    });
  }

  /** Whether it does not say "(unsaved changes)"; asked once the kernel has said what it is. */
  async isSaved(): Promise<boolean> {
    const said = await this.page.locator(".autosave_status").textContent();
    return !/unsaved/.test(said ?? "");
  }

  /** What is seen of the outputs of each code cell. */
  seen(): Promise<SeenOutputs[]> {
    return seenIn(this.cells.locator(".output_wrapper"));
  }
}
