/** The largest font size at which a text of `ems` em fits its container. */
export function scaledToFit(ems: number): string {
  return `min(3rem, ${(100 / Math.max(ems, 1)).toFixed(2)}cqi)`;
}
