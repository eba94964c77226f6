import type { DecodedPng } from "fast-png";

/**
 * Draws the filled paths of an SVG without smoothing, as a picture of `scale` pixels a unit. It supports the commands
 * M, L, H and V, from where the last one ended where they are small, and z. It fails on others, so that nothing is left
 * out unnoticed.
 */
export function rasterSvg(svg: string, scale: number): DecodedPng {
  const [, viewWidth, viewHeight] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  const width = Number(viewWidth) * scale;
  const height = Number(viewHeight) * scale;
  const data = new Uint8Array(width * height * 3);
  for (const [, fill = "", d = ""] of svg.matchAll(/<path fill="#([0-9a-f]{6})" d="([^"]*)"\/>/g)) {
    const color = [0, 2, 4].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
    for (const outline of outlines(d)) paint(outline, color, { data, width, height }, scale);
  }
  return { width, height, data, depth: 8, channels: 3, text: {} };
}

type Outline = [x: number, y: number][];

function outlines(d: string): Outline[] {
  const all: Outline[] = [];
  let [x, y] = [0, 0];
  let rest = d;
  while (rest !== "") {
    const found = /^(?:([MLml])(-?[\d.]+) (-?[\d.]+)|([HVhv])(-?[\d.]+)|z)/.exec(rest);
    if (found === null) throw new Error(`unknown path command at ${rest.slice(0, 20)}`);
    const [text, to = "", toX, toY, along = "", length] = found;
    const [fromX, fromY] = /[mlhv]/.test(to + along) ? [x, y] : [0, 0];
    if (to) [x, y] = [fromX + Number(toX), fromY + Number(toY)];
    if (/h/i.test(along)) x = fromX + Number(length);
    if (/v/i.test(along)) y = fromY + Number(length);
    if (/m/i.test(to)) all.push([[x, y]]);
    else if (text !== "z") all.at(-1)?.push([x, y]);
    else [x, y] = all.at(-1)?.[0] ?? [0, 0];
    rest = rest.slice(text.length);
  }
  return all;
}

/**
 * Even-odd filling: a pixel is inside when a line from its centre to the left crosses the outline an odd number of
 * times.
 */
function paint(
  outline: Outline,
  color: number[],
  image: { data: Uint8Array; width: number; height: number },
  scale: number,
): void {
  const xs = outline.map(([x]) => x * scale);
  const ys = outline.map(([, y]) => y * scale);
  for (
    let row = Math.floor(Math.min(...ys));
    row < Math.min(image.height, Math.ceil(Math.max(...ys)));
    row++
  ) {
    for (
      let column = Math.floor(Math.min(...xs));
      column < Math.min(image.width, Math.ceil(Math.max(...xs)));
      column++
    ) {
      if (!isInside(outline, (column + 0.5) / scale, (row + 0.5) / scale)) continue;
      image.data.set(color, (row * image.width + column) * 3);
    }
  }
}

function isInside(outline: Outline, x: number, y: number): boolean {
  let inside = false;
  for (const [index, [x1, y1]] of outline.entries()) {
    const [x2, y2] = outline[(index + 1) % outline.length] ?? [x1, y1];
    if (y1 > y === y2 > y) continue;
    if (x1 + ((x2 - x1) * (y - y1)) / (y2 - y1) <= x) inside = !inside;
  }
  return inside;
}
