import { renderPng } from "../../figures/render.ts";
import type { CheckResult } from "./check_result.ts";

/** What figures print besides Latin letters and digits: Russian labels, arrows, signs. */
const needed = "ЖЩЮЯжщъыьэюяё№→←↑↓–−≈≤≥×…";
/** No figure needs it, and the font that comes along does not have it. */
const absent = "漢";

/** Draws an SVG as a PNG. */
export type Render = (svg: string) => Promise<Uint8Array>;

/**
 * Whether the font that comes along has every sign that figures print. A renderer that lacks a sign, or
 * the whole font, says nothing: it draws all such signs alike, as a box or not at all.
 *
 * @param render What draws.
 * @throws {Error} If nothing can be drawn at all.
 */
export async function checkFonts(render: Render = renderPng): Promise<CheckResult> {
  const name = "fonts";
  const lacking = await draw(absent, render);
  const missing: string[] = [];
  for (const sign of needed) if (await draw(sign, render) === lacking) missing.push(sign);
  if (missing.length === 0) return { name, status: "ok", found: `figures can print ${needed}` };
  const found = `figures leave out ${missing.join("")}`;
  return { name, status: "failed", found, advice: "deno install --frozen --reload" };
}

async function draw(sign: string, render: Render): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">` +
    `<text x="4" y="18" font-size="14">${sign}</text></svg>`;
  return (await render(svg)).toHex();
}
