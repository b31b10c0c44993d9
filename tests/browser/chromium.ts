import { type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";

/** The browser of the machine, if there is one in the PATH. */
export const chromiumPath: string | undefined = await findChromium();

/**
 * Runs a test in a browser without a network; without a browser the test is skipped, and its name says why.
 *
 * @param name What the test shows.
 * @param run What it does with a fresh context.
 * @param options Of the context, such as the size of its pages.
 */
export function browserTest(
  name: string,
  run: (context: BrowserContext) => Promise<void>,
  options: BrowserContextOptions = {},
): void {
  const why = chromiumPath === undefined ? " (skipped: no chromium in PATH)" : "";
  Deno.test({
    name: name + why,
    ignore: chromiumPath === undefined,
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async () => {
      const browser = await chromium.launch({
        executablePath: chromiumPath,
        chromiumSandbox: false,
      });
      try {
        const context = await browser.newContext({ offline: true, ...options });
        await run(context);
      } finally {
        await browser.close();
      }
    },
  });
}

async function findChromium(): Promise<string | undefined> {
  const folders = (Deno.env.get("PATH") ?? "").split(":").filter((folder) => folder !== "");
  for (const folder of folders) {
    for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
      const path = `${folder}/${name}`;
      if (await Deno.stat(path).then(({ isFile }) => isFile, () => false)) return path;
    }
  }
  return undefined;
}
