import { contrast, parseColor, type Rgb } from "@/lib/core/color";
import type { Drawn, Face } from "@/lib/rendering/print/drawn";
import type { FittedText } from "@/lib/rendering/print/fit-text";
import { rectangle } from "@/lib/rendering/qr/shapes";

/** The colors of print: warm black, a quieter one for what is read second, and the thinnest of rules. */
export const printInk = "#1c1a17";
export const printMuted = "#57534c";
export const printLine = "#d8d4cc";

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** The merchant's color where it can be told from paper, ink where not. */
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

/** Lines below each other from `y` on, each `leading` times its type's size high. */
export function textBlock({ lines, size }: FittedText, style: Style & { leading: number }): Drawn[] {
  const { leading, y, ...rest } = style;
  // The letters stand so that their capitals are in the middle of the line.
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

/** The same thing on a page whose unit is another length. */
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
