import escapeHtml from "escape-html";
import type { Plate } from "@/lib/rendering/qr/logo-plate";
import { type QrPicture, qrColors } from "@/lib/rendering/qr/qr-picture";
import type { Shape } from "@/lib/rendering/qr/shapes";

/** A picture as the `viewBox` of an `<svg>` and its paths, for a page that writes the elements itself. */
export type QrPaths = { viewBox: string; paths: { fill: string; d: string }[] };

/** One path for the paper, and one for each layer. Draw them with `shapeRendering="crispEdges"`. */
export function qrPaths({ width, height, layers }: QrPicture): QrPaths {
  const paper = { fill: qrColors.paper, d: `M0 0H${width}V${height}H0z` };
  const drawn = layers.map(({ color, shapes }) => ({ fill: color, d: toPaths(shapes) }));
  return { viewBox: `0 0 ${width} ${height}`, paths: [paper, ...drawn] };
}

/** An SVG file that needs no other file. `widthPixels` is its default size; `logo` is the picture for the plate. */
export function qrSvg(
  picture: QrPicture,
  {
    title,
    widthPixels = 512,
    logo = null,
  }: { title: string; widthPixels?: number; logo?: Uint8Array | null },
): string {
  const { viewBox, paths } = qrPaths(picture);
  const heightPixels = Math.round((widthPixels * picture.height) / picture.width);
  const drawn = paths.map(({ fill, d }) => `<path fill="${fill}" d="${d}"/>`).join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="${viewBox}" width="${widthPixels}" ` +
    `height="${heightPixels}" shape-rendering="crispEdges"><title>${escapeHtml(title.replace(/\p{Cc}/gu, " "))}</title>${drawn}` +
    `${picture.plate && logo ? logoImage(picture.plate, logo) : ""}</svg>`
  );
}

function logoImage({ logo: { x, y, width, height } }: Plate, png: Uint8Array): string {
  const box = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
  // The code is drawn with hard edges; the logo is smoothed.
  return `<image ${box} image-rendering="auto" href="data:image/png;base64,${base64(png)}"/>`;
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/**
 * Shapes of one color as the text of one path. Each begins where it is seen from the one before, and each line where it
 * is seen from its beginning, so that most shapes of a code have the same text, which compresses well.
 */
export function toPaths(shapes: readonly Shape[]): string {
  // A code has hundreds of runs of modules, but only a few lengths of them.
  const runs = new Map<number, string>();
  let paths = "";
  let [startX, startY] = [0, 0];
  for (const shape of shapes) {
    const [start] = shape;
    if (start === undefined) continue;
    const [x, y] = [rounded(start[0]), rounded(start[1])];
    const length = runLength(shape);
    const known = length === null ? undefined : runs.get(length);
    const lines = known ?? outline(shape);
    if (length !== null && known === undefined) runs.set(length, lines);
    paths += `m${short(x - startX)} ${short(y - startY)}${lines}`;
    startX = x;
    startY = y;
  }
  return paths;
}

/** The length of a run of whole modules in one row; null for any other shape. */
function runLength(shape: Shape): number | null {
  const [start, right, end, left] = [shape[0], shape[1], shape[2], shape[3]];
  if (!start || !right || !end || !left || shape.length > 4) return null;
  const [x, y, toX, toY] = [start[0], start[1], end[0], end[1]];
  if (right[0] !== toX || right[1] !== y || left[0] !== x || left[1] !== toY || toY !== y + 1) return null;
  return toX > x && Number.isInteger(x) && Number.isInteger(y) && Number.isInteger(toX) ? toX - x : null;
}

/** A shape's lines from its first point on, each from where the one before ends. */
function outline(shape: Shape): string {
  let lines = "";
  let x = Number.NaN;
  let y = Number.NaN;
  for (const [pointX, pointY] of shape) {
    const nextX = rounded(pointX);
    const nextY = rounded(pointY);
    if (nextY === y) lines += `h${short(nextX - x)}`;
    else if (nextX === x) lines += `v${short(nextY - y)}`;
    else if (!Number.isNaN(x)) lines += `l${short(nextX - x)} ${short(nextY - y)}`;
    x = nextX;
    y = nextY;
  }
  return `${lines}z`;
}

/** A length in an SVG, rounded to a thousandth of its unit, which no screen or printer can show. */
export function short(length: number): string {
  return String(rounded(length));
}

function rounded(length: number): number {
  return Number.isInteger(length) ? length : Math.round(length * 1000) / 1000;
}
