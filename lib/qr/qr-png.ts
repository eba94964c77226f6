import { encode } from "fast-png";
import { type QrPicture, qrColours } from "@/lib/qr/qr-picture";
import type { Shape } from "@/lib/qr/shapes";

/** One pixel of the palette takes two bits: paper, and up to three layers. */
const bitsPerPixel = 2;
const pixelsPerByte = 8 / bitsPerPixel;

/** Either the pixels of a module's side, or the most that the picture's width may be. */
export type PngSize = { modulePixels: number } | { widthPixels: number };

/**
 * A PNG in which every module is the same whole number of pixels, so that nothing is blurred.
 * @throws {RangeError} when the width leaves less than a pixel for a module.
 */
export function qrPng(picture: QrPicture, size: PngSize): Uint8Array<ArrayBuffer> {
  const scale = "modulePixels" in size ? size.modulePixels : Math.floor(size.widthPixels / picture.width);
  if (!Number.isInteger(scale) || scale < 1) throw new RangeError("a module takes at least one whole pixel");
  const width = picture.width * scale;
  const height = picture.height * scale;
  const rowBytes = Math.ceil(width / pixelsPerByte);
  const data = new Uint8Array(rowBytes * height);
  picture.layers.forEach(({ shapes }, index) => {
    for (const shape of shapes) {
      fillShape(shape, scale, (row, from, to) => {
        for (let x = from; x < to; x++) paint(data, row * rowBytes, x, index + 1);
      });
    }
  });
  const palette = [qrColours.paper, ...picture.layers.map(({ colour }) => colour)].map(channels);
  const image = { width, height, data, palette, channels: 1, depth: bitsPerPixel } as const;
  return new Uint8Array(encode(image, { zlib: { level: 9 } }));
}

/** Calls with each row's run of pixels whose centres lie in the convex shape. */
function fillShape(shape: Shape, scale: number, fill: (row: number, from: number, to: number) => void): void {
  const rows = shape.map(([, y]) => y * scale);
  const lastRow = Math.ceil(Math.max(...rows) - 0.5);
  for (let row = Math.ceil(Math.min(...rows) - 0.5); row < lastRow; row++) {
    const crossings = crossingsAt((row + 0.5) / scale, shape);
    fill(
      row,
      Math.ceil(Math.min(...crossings) * scale - 0.5),
      Math.ceil(Math.max(...crossings) * scale - 0.5),
    );
  }
}

/** Where a horizontal line meets the outline. */
function crossingsAt(y: number, shape: Shape): number[] {
  return shape.flatMap(([x1, y1], index) => {
    const [x2, y2] = shape[(index + 1) % shape.length] ?? [x1, y1];
    return y1 <= y !== y2 <= y ? [x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)] : [];
  });
}

/** Sets a pixel of a packed row; within a byte the leftmost pixel is in the highest bits. */
function paint(data: Uint8Array, rowStart: number, x: number, colour: number): void {
  const at = rowStart + Math.floor(x / pixelsPerByte);
  const shift = 8 - bitsPerPixel * ((x % pixelsPerByte) + 1);
  data[at] = ((data[at] ?? 0) & ~(3 << shift)) | (colour << shift);
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}
