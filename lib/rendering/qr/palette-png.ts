import { crc32, deflateSync } from "node:zlib";
import type { parseColor } from "@/lib/core/color";

/** Rows of packed pixels, each the number of a color of the palette; within a byte the leftmost is in the highest bits. */
export type PalettePicture = {
  width: number;
  height: number;
  bitsPerPixel: 1 | 2 | 4 | 8;
  data: Uint8Array;
  palette: ReturnType<typeof parseColor>[];
};

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The filters of the standard that are used: a row as it is, and the difference from the row above. */
const filters = { none: 0, up: 2 };

/**
 * A PNG file of a picture with few colors and many equal rows: a row like the one above is stored as zeros, which makes
 * compressing quick and the file small.
 */
export function palettePng({ width, height, bitsPerPixel, data, palette }: PalettePicture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // The depth, and that pixels are numbers of colors.
  header.set([bitsPerPixel, 3], 8);
  const rows = deflateSync(filteredRows(data, height));
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function filteredRows(data: Uint8Array, height: number): Uint8Array {
  const rowBytes = data.length / height;
  const filtered = new Uint8Array(data.length + height);
  let above: Uint8Array | undefined;
  for (let row = 0; row < height; row += 1) {
    const pixels = data.subarray(row * rowBytes, (row + 1) * rowBytes);
    const at = row * (rowBytes + 1);
    if (above && Buffer.compare(above, pixels) === 0) filtered[at] = filters.up;
    else filtered.set(pixels, at + 1);
    above = pixels;
  }
  return filtered;
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(content.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}
