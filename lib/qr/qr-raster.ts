import { parseColour } from "@/lib/colour";
import { fillShape } from "@/lib/qr/fill-shape";
import { type Pixels, resized } from "@/lib/qr/logo-pixels";
import type { QrPicture } from "@/lib/qr/qr-picture";

/** A picture in pixels. `scale` is whole pixels a module; a logo goes on the picture's plate. */
export function qrRaster(picture: QrPicture, scale: number, logo: Pixels | null): Pixels {
  const width = picture.width * scale;
  const height = picture.height * scale;
  const rgb = new Uint8ClampedArray(width * height * 3).fill(255);
  for (const { colour, shapes } of picture.layers) {
    const [red, green, blue] = parseColour(colour);
    for (const shape of shapes) {
      fillShape(shape, scale, (row, from, to) => {
        for (let at = (row * width + from) * 3; at < (row * width + to) * 3; at += 3) {
          rgb[at] = red;
          rgb[at + 1] = green;
          rgb[at + 2] = blue;
        }
      });
    }
  }
  if (picture.plate && logo) {
    const box = picture.plate.logo;
    const drawn = resized(
      logo,
      Math.max(1, Math.round(box.width * scale)),
      Math.max(1, Math.round(box.height * scale)),
    );
    const [left, top] = [Math.round(box.x * scale), Math.round(box.y * scale)];
    for (let y = 0; y < drawn.height; y++) {
      const row = drawn.rgb.subarray(y * drawn.width * 3, (y + 1) * drawn.width * 3);
      rgb.set(row, ((top + y) * width + left) * 3);
    }
  }
  return { width, height, rgb };
}
