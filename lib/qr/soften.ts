import type { Pixels } from "@/lib/qr/logo-pixels";

/** The picture out of focus: each pixel becomes the mean of a square of `2 * radius + 1` around it. */
export function softened({ width, height, rgb }: Pixels, radius: number): Pixels {
  const across = blurLines(rgb, { lines: height, length: width, lineStep: width * 3, step: 3 }, radius);
  const both = blurLines(across, { lines: width, length: height, lineStep: 3, step: width * 3 }, radius);
  return { width, height, rgb: both };
}

/** The picture in a glare that takes half of its contrast. */
export function glaring({ width, height, rgb }: Pixels): Pixels {
  return { width, height, rgb: rgb.map((value) => 100 + value / 2) };
}

/** Means along each line, by a sum that moves with it. Past the ends the last pixel goes on. */
function blurLines(
  from: Uint8ClampedArray,
  { lines, length, lineStep, step }: { lines: number; length: number; lineStep: number; step: number },
  radius: number,
): Uint8ClampedArray {
  const to = new Uint8ClampedArray(from.length);
  const width = 2 * radius + 1;
  for (let line = 0; line < lines; line++) {
    for (let channel = 0; channel < 3; channel++) {
      const start = line * lineStep + channel;
      const at = (index: number) => from[start + Math.min(length - 1, Math.max(0, index)) * step] ?? 255;
      let sum = 0;
      for (let index = -radius; index <= radius; index++) sum += at(index);
      for (let index = 0; index < length; index++) {
        to[start + index * step] = sum / width;
        sum += at(index + radius + 1) - at(index - radius);
      }
    }
  }
  return to;
}
