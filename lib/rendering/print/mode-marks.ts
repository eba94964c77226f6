import type { Mode } from "@/lib/core/mode";
import { inkOn, printInk, textBlock } from "@/lib/rendering/print/blocks";
import type { Drawn } from "@/lib/rendering/print/drawn";
import { fitText, sizesFrom } from "@/lib/rendering/print/fit-text";
import { measureLength } from "@/lib/rendering/print/typefaces";
import { dashedEdge, stripedEdge } from "@/lib/rendering/qr/mode-edge";
import { qrColors } from "@/lib/rendering/qr/qr-picture";

type MarkedMode = Exclude<Mode, "live">;

/** The edge that marks test and sandbox on every screen and code, around a whole page and `inset` from its border. */
export function modeEdge(mode: MarkedMode, page: { width: number; height: number }, inset: number): Drawn[] {
  const frame = { width: page.width - 2 * inset, height: page.height - 2 * inset };
  const shapes =
    mode === "test"
      ? stripedEdge({ ...frame, thickness: 1.8 }, 4)
      : dashedEdge({ ...frame, thickness: 1.2 }, 5, 2.5);
  const moved = shapes.map((shape) => shape.map(([x, y]) => [x + inset, y + inset] as const));
  return [{ kind: "shapes", shapes: moved, color: qrColors[mode] }];
}

/** The mode's name on its color, and a sentence beside it. */
export function modeLine(
  mode: MarkedMode,
  { word, sentence }: { word: string; sentence: string },
  { x, y, width }: { x: number; y: number; width: number },
): { drawn: Drawn[]; bottom: number } {
  const size = 4;
  const height = 6.4;
  const wordWidth = measureLength(word, "bold") * size;
  const tag = wordWidth + 4;
  const middle = y + height / 2;
  const left = x + tag + 2.5;
  const fitted = fitText(sentence, {
    face: "normal",
    width: x + width - left,
    sizes: sizesFrom(3.4, 2.6),
    mostLines: 2,
  });
  const top = middle - (fitted.lines.length * fitted.size * 1.2) / 2;
  return {
    drawn: [
      {
        kind: "shapes",
        color: qrColors[mode],
        shapes: [
          [
            [x, y],
            [x + tag, y],
            [x + tag, y + height],
            [x, y + height],
          ],
        ],
      },
      {
        kind: "text",
        text: word,
        x: x + tag / 2,
        y: middle + 0.35 * size,
        anchor: "middle",
        size,
        face: "bold",
        color: inkOn(qrColors[mode]),
      },
      ...textBlock(fitted, { x: left, y: top, face: "normal", color: printInk, leading: 1.2 }),
    ],
    bottom: y + height,
  };
}
