import { type Browser, chromium, type Page } from "playwright-core";
import { commandOf } from "./programs.ts";

/** Waits are on conditions; this is when they give up, on a machine that does much else. */
const deadline = 120_000;

/** How {@link SystemBrowser.newPage} opens a page. */
export interface NewPageOptions {
  /** In pixels. @default 1280 */
  readonly width?: number;
  /** Whether the page may run JavaScript. @default true */
  readonly runsScripts?: boolean;
}

/** Debian's Chromium without a window; it ends with its scope. */
export class SystemBrowser implements AsyncDisposable {
  private constructor(readonly browser: Browser) {}

  /** Starts it. */
  static async start(): Promise<SystemBrowser> {
    const executablePath = commandOf("chromium");
    return new SystemBrowser(await chromium.launch({ executablePath, timeout: deadline }));
  }

  /**
   * An empty page of its own, which sees nothing of other pages.
   *
   * @param options Its width, and whether it runs scripts.
   */
  async newPage({ width = 1280, runsScripts = true }: NewPageOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      javaScriptEnabled: runsScripts,
      viewport: { width, height: 900 },
    });
    context.setDefaultTimeout(deadline);
    return await context.newPage();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close();
  }
}
