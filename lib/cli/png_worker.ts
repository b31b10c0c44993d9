/// <reference lib="deno.worker" />
import { renderPng } from "../figures/render.ts";

self.onmessage = async ({ data: svg }: MessageEvent<string>) => {
  try {
    self.postMessage({ png: await renderPng(svg) });
  } catch (error) {
    self.postMessage({ reason: error instanceof Error ? error.message : String(error) });
  }
};
