import { type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";
import { commandOf, type Program } from "./programs.ts";
import { testWith } from "./test_with.ts";

/** Waits are on conditions; this is when they give up, on a machine that does much else. */
const deadline = 120_000;

/** How {@link browserTest} runs a test; besides, what playwright takes for a context. */
export interface BrowserTestOptions extends BrowserContextOptions {
  /** What the test needs besides Chromium. @default [] */
  readonly needs?: readonly Program[];
}

/**
 * Runs a test in Chromium without a window, and without a network if not asked otherwise; where it
 * is missing the test is skipped, and its name says why.
 *
 * @param name What the test shows.
 * @param run What it does with a fresh context.
 * @param options What else it needs; and of the context, such as the size of its pages.
 */
export function browserTest(
  name: string,
  run: (context: BrowserContext, test: Deno.TestContext) => Promise<void>,
  { needs = [], ...options }: BrowserTestOptions = {},
): void {
  testWith(["chromium", ...needs], {
    name,
    // The driver keeps its pipes and timers until after the browser is closed.
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(test) {
      const home = await Deno.makeTempDir({ prefix: "chromium-" });
      try {
        await using browser = await chromium.launch({
          executablePath: commandOf("chromium"),
          chromiumSandbox: false,
          env: { HOME: home },
          timeout: deadline,
        });
        const context = await browser.newContext({ offline: true, ...options });
        context.setDefaultTimeout(deadline);
        await run(context, test);
      } finally {
        await Deno.remove(home, { recursive: true });
      }
    },
  });
}
