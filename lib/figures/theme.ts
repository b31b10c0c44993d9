/** Sizes in pixels and colours that every figure shares. */
export const theme = {
  fontFamily: '"DejaVu Sans", Verdana, sans-serif',
  titleSize: 17,
  subtitleSize: 13,
  textSize: 12,
  smallSize: 11,
  sourceSize: 10.5,
  /** Distance of lines, in em. */
  lineHeight: 1.25,
  ink: "#1f2328",
  muted: "#59636e",
  rule: "#e4e7eb",
  grid: "#d0d5db",
  background: "#ffffff",
  increase: "#1f4e8c",
  decrease: "#b4442b",
  total: "#4d5661",
} as const;
