import { convertIndexedToRgb, decode } from "fast-png";

/** An opaque picture: red, green and blue of each pixel, row by row. */
export type Pixels = { width: number; height: number; rgb: Uint8ClampedArray };

/** A logo as the merchant keeps it. `version` is another one whenever the picture is. */
export type QrLogo = { version: string; png: Uint8Array; width: number; height: number };

/** The pixels of a logo laid on white, as it lies on its plate. */
export function logoPixels({ png }: QrLogo): Pixels {
  const image = decode(png);
  const { width, height } = image;
  const data = image.palette ? convertIndexedToRgb(image) : image.data;
  const channels = data.length / (width * height);
  const deepest = image.depth === 16 ? 65_535 : 255;
  const rgb = new Uint8ClampedArray(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const start = pixel * channels;
    // Two channels are grey and alpha, four are colours and alpha.
    const alpha = channels % 2 === 0 ? (data[start + channels - 1] ?? deepest) / deepest : 1;
    for (let channel = 0; channel < 3; channel++) {
      const value = ((data[start + (channels < 3 ? 0 : channel)] ?? 0) / deepest) * 255;
      rgb[pixel * 3 + channel] = 255 + (value - 255) * alpha;
    }
  }
  return { width, height, rgb };
}

/** The picture at another size. Each new pixel is the mean of those it covers, which keeps thin lines. */
export function resized({ width, height, rgb }: Pixels, toWidth: number, toHeight: number): Pixels {
  const across = spans(width, toWidth);
  const down = spans(height, toHeight);
  const scaled = new Uint8ClampedArray(toWidth * toHeight * 3);
  let at = 0;
  for (const [top, bottom] of down) {
    for (const [left, right] of across) {
      const count = (bottom - top) * (right - left);
      let [red, green, blue] = [0, 0, 0];
      for (let row = top; row < bottom; row++) {
        for (let from = (row * width + left) * 3; from < (row * width + right) * 3; from += 3) {
          red += rgb[from] ?? 0;
          green += rgb[from + 1] ?? 0;
          blue += rgb[from + 2] ?? 0;
        }
      }
      scaled[at] = red / count;
      scaled[at + 1] = green / count;
      scaled[at + 2] = blue / count;
      at += 3;
    }
  }
  return { width: toWidth, height: toHeight, rgb: scaled };
}

/** For each new pixel, which old ones it stands for: at least one. */
function spans(from: number, to: number): [start: number, end: number][] {
  return Array.from({ length: to }, (_, index) => {
    const start = Math.floor((index * from) / to);
    return [start, Math.max(start + 1, Math.floor(((index + 1) * from) / to))];
  });
}
