import { parseColor } from "@/lib/core/color";
import type { BrandedQr } from "@/lib/rendering/qr/branded-qr";
import { fillShape } from "@/lib/rendering/qr/fill-shape";
import { palettePng } from "@/lib/rendering/qr/palette-png";
import { type QrPicture, qrColors } from "@/lib/rendering/qr/qr-picture";
import { qrRaster } from "@/lib/rendering/qr/qr-raster";

/** A pixel takes two bits: paper, and up to three layers. */
const bitsPerPixel = 2;
const pixelsPerByte = 8 / bitsPerPixel;
/** A byte whose pixels all have color 1. */
const everyPixel = 0b01010101;

/** Either the pixels of a module's side, or the width of the whole picture. */
export type PngSize = { modulePixels: number } | { widthPixels: number };

/** In pixels: the offset of the code in a picture of this size, and the side of a module. */
type Grid = { scale: number; inset: number; width: number; height: number };

/**
 * A PNG in which every module is the same whole number of pixels, so that nothing is blurred. The rest of the width is
 * white margin.
 * @throws {RangeError} when the width leaves less than a pixel for a module.
 */
export function qrPng(picture: QrPicture, size: PngSize): Uint8Array<ArrayBuffer> {
  return paletteToPng(picture, toGrid(picture, size));
}

/**
 * The same with the code's logo, if it has one. The file is then in full color, and many times as large.
 * @throws {RangeError} as `qrPng` does.
 */
export async function brandedPng(
  { picture, logo }: Pick<BrandedQr, "picture" | "logo">,
  size: PngSize,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!logo) return qrPng(picture, size);
  const { scale, inset, width, height } = toGrid(picture, size);
  const right = width - picture.width * scale - inset;
  const bottom = height - picture.height * scale - inset;
  const code = await qrRaster(picture, scale, logo);
  const around = { left: inset, top: inset, right, bottom, background: qrColors.paper };
  return new Uint8Array(await code.extend(around).png({ compressionLevel: 9 }).toBuffer());
}

function toGrid(picture: QrPicture, size: PngSize): Grid {
  const scale = "modulePixels" in size ? size.modulePixels : Math.floor(size.widthPixels / picture.width);
  if (!Number.isInteger(scale) || scale < 1) throw new RangeError("a module takes at least one whole pixel");
  const width = "modulePixels" in size ? picture.width * scale : size.widthPixels;
  const over = width - picture.width * scale;
  return { scale, inset: Math.floor(over / 2), width, height: picture.height * scale + over };
}

function paletteToPng(picture: QrPicture, { scale, inset, width, height }: Grid): Uint8Array<ArrayBuffer> {
  const rowBytes = Math.ceil(width / pixelsPerByte);
  const data = new Uint8Array(rowBytes * height);
  picture.layers.forEach(({ shapes }, index) => {
    for (const shape of shapes) {
      fillShape(shape, scale, (row, from, to) => {
        const start = (row + inset) * rowBytes * pixelsPerByte + inset;
        paint(data, start + from, start + to, index + 1);
      });
    }
  });
  const palette = [qrColors.paper, ...picture.layers.map(({ color }) => color)].map(parseColor);
  return new Uint8Array(palettePng({ width, height, bitsPerPixel, data, palette }));
}

/** Sets a run of packed pixels, counted from the first row's start on; within a byte the leftmost is in the highest bits. */
function paint(pixels: Uint8Array, from: number, to: number, color: number): void {
  const wholeFrom = Math.min(to, Math.ceil(from / pixelsPerByte) * pixelsPerByte);
  const wholeTo = Math.max(wholeFrom, Math.floor(to / pixelsPerByte) * pixelsPerByte);
  for (let x = from; x < wholeFrom; x++) paintPixel(pixels, x, color);
  pixels.fill(color * everyPixel, wholeFrom / pixelsPerByte, wholeTo / pixelsPerByte);
  for (let x = wholeTo; x < to; x++) paintPixel(pixels, x, color);
}

function paintPixel(pixels: Uint8Array, x: number, color: number): void {
  const at = Math.floor(x / pixelsPerByte);
  const shift = 8 - bitsPerPixel * ((x % pixelsPerByte) + 1);
  pixels[at] = ((pixels[at] ?? 0) & ~(3 << shift)) | (color << shift);
}
