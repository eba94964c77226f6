import { encode } from "fast-png";
import { parseColour } from "@/lib/colour";
import { fillShape } from "@/lib/qr/fill-shape";
import type { Pixels } from "@/lib/qr/logo-pixels";
import { type QrPicture, qrColours } from "@/lib/qr/qr-picture";
import { qrRaster } from "@/lib/qr/qr-raster";

/** One pixel of the palette takes two bits: paper, and up to three layers. */
const bitsPerPixel = 2;
const pixelsPerByte = 8 / bitsPerPixel;

/** Either the pixels of a module's side, or the width of the whole picture. */
export type PngSize = { modulePixels: number } | { widthPixels: number };

/** In pixels: where the code begins in a picture of this size, and how large a module is. */
type Grid = { scale: number; inset: number; width: number; height: number };

/**
 * A PNG in which every module is the same whole number of pixels, so that nothing is blurred; what a width leaves
 * over is white around it. A logo makes it a picture of millions of colours, and many times as large.
 * @throws {RangeError} when the width leaves less than a pixel for a module.
 */
export function qrPng(
  picture: QrPicture,
  size: PngSize,
  logo: Pixels | null = null,
): Uint8Array<ArrayBuffer> {
  const grid = gridOf(picture, size);
  return logo && picture.plate ? pngOfPixels(picture, grid, logo) : pngOfPalette(picture, grid);
}

function gridOf(picture: QrPicture, size: PngSize): Grid {
  const scale = "modulePixels" in size ? size.modulePixels : Math.floor(size.widthPixels / picture.width);
  if (!Number.isInteger(scale) || scale < 1) throw new RangeError("a module takes at least one whole pixel");
  const width = "modulePixels" in size ? picture.width * scale : size.widthPixels;
  const over = width - picture.width * scale;
  return { scale, inset: Math.floor(over / 2), width, height: picture.height * scale + over };
}

function pngOfPalette(picture: QrPicture, { scale, inset, width, height }: Grid): Uint8Array<ArrayBuffer> {
  const rowBytes = Math.ceil(width / pixelsPerByte);
  const data = new Uint8Array(rowBytes * height);
  picture.layers.forEach(({ shapes }, index) => {
    for (const shape of shapes) {
      fillShape(shape, scale, (row, from, to) => {
        const rowStart = (row + inset) * rowBytes;
        for (let x = from + inset; x < to + inset; x++) paint(data, rowStart, x, index + 1);
      });
    }
  });
  const palette = [qrColours.paper, ...picture.layers.map(({ colour }) => colour)].map(parseColour);
  const image = { width, height, data, palette, channels: 1, depth: bitsPerPixel } as const;
  return new Uint8Array(encode(image, { zlib: { level: 9 } }));
}

function pngOfPixels(
  picture: QrPicture,
  { scale, inset, width, height }: Grid,
  logo: Pixels,
): Uint8Array<ArrayBuffer> {
  const code = qrRaster(picture, scale, logo);
  const data = new Uint8Array(width * height * 3).fill(255);
  for (let y = 0; y < code.height; y++) {
    const row = code.rgb.subarray(y * code.width * 3, (y + 1) * code.width * 3);
    data.set(row, ((y + inset) * width + inset) * 3);
  }
  return new Uint8Array(encode({ width, height, data, channels: 3, depth: 8 }, { zlib: { level: 6 } }));
}

/** Sets a pixel of a packed row; within a byte the leftmost pixel is in the highest bits. */
function paint(data: Uint8Array, rowStart: number, x: number, colour: number): void {
  const at = rowStart + Math.floor(x / pixelsPerByte);
  const shift = 8 - bitsPerPixel * ((x % pixelsPerByte) + 1);
  data[at] = ((data[at] ?? 0) & ~(3 << shift)) | (colour << shift);
}
