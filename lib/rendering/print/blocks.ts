import { contrast, parseColor, type Rgb } from "@/lib/core/color";
import type { Drawn, Face } from "@/lib/rendering/print/drawn";
import type { FittedText } from "@/lib/rendering/print/fit-text";
import { rectangle } from "@/lib/rendering/qr/shapes";

/** The colors of print: a warm black, a lighter one for secondary text, and one for thin lines. */
export const printInk = "#1c1a17";
export const printMuted = "#57534c";
export const printLine = "#d8d4cc";

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** The merchant's color where it is readable on paper, the ink otherwise. */
export function accentOnPaper(color: string): string {
  return contrast(parseColor(color), white) >= 3 ? color : printInk;
}

/** Black or white, whichever reads better on a color. */
export function inkOn(color: string): string {
  const rgb = parseColor(color);
  return contrast(rgb, white) >= contrast(rgb, black) ? "#ffffff" : "#000000";
}

export function bar(x: number, y: number, width: number, height: number, color: string): Drawn {
  return { kind: "shapes", shapes: [rectangle(x, y, width, height)], color };
}

type Style = { x: number; y: number; face: Face; color: string };

/** Lines of text below each other from `y` on. `leading` is the line height, in heights of the type. */
export function textBlock({ lines, size }: FittedText, style: Style & { leading: number }): Drawn[] {
  const { leading, y, ...rest } = style;
  // The baseline that puts capitals in the middle of the line's height.
  const baseline = (leading * size + capitals * size) / 2;
  return lines.map((text, index) => ({
    kind: "text",
    text,
    anchor: "start",
    size,
    y: y + index * size * leading + baseline,
    ...rest,
  }));
}

/** The height of Figtree's capitals, in heights of the type. */
const capitals = 0.7;

export function getHeight({ lines, size }: FittedText, leading: number): number {
  return lines.length * size * leading;
}

/** The same on a page with another unit of length. */
export function scaled(drawn: Drawn, by: number): Drawn {
  switch (drawn.kind) {
    case "text":
      return { ...drawn, x: drawn.x * by, y: drawn.y * by, size: drawn.size * by };
    case "shapes":
      return {
        ...drawn,
        shapes: drawn.shapes.map((shape) => shape.map(([x, y]) => [x * by, y * by] as const)),
      };
    case "disc":
      return { ...drawn, x: drawn.x * by, y: drawn.y * by, radius: drawn.radius * by };
    case "box":
      return { ...drawn, ...scaledBox(drawn, by), radius: drawn.radius * by, line: drawn.line * by };
    case "logo":
      return { ...drawn, ...scaledBox(drawn, by) };
    case "code":
      return { ...drawn, x: drawn.x * by, y: drawn.y * by, width: drawn.width * by };
  }
}

function scaledBox(box: { x: number; y: number; width: number; height: number }, by: number) {
  return { x: box.x * by, y: box.y * by, width: box.width * by, height: box.height * by };
}
