import { accentOnPaper, getHeight, inkOn, printInk, textBlock } from "@/lib/rendering/print/blocks";
import type { Drawn } from "@/lib/rendering/print/drawn";
import { fitText, sizesFrom } from "@/lib/rendering/print/fit-text";

/** Numbered steps beside the code, centred on its height, in the largest type that fits. */
export function drawSteps(
  steps: readonly string[],
  color: string,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): Drawn[] {
  const disc = 2.6;
  const indent = 2 * disc + 2;
  const inWidth = (step: string, sizes: number[]) =>
    fitText(step, { face: "normal", width: width - indent, sizes, mostLines: 4 });
  const size = Math.min(...steps.map((step) => inWidth(step, sizesFrom(3.6, 2.5)).size));
  const texts = steps.map((step) => inWidth(step, [size]));
  const heights = texts.map((text) => Math.max(2 * disc, getHeight(text, 1.25)));
  const sum = heights.reduce((total, one) => total + one, 0);
  const gap = Math.min(7, Math.max(1, (height - sum) / steps.length));
  const fill = accentOnPaper(color);
  let next = y + (height - sum - gap * (steps.length - 1)) / 2;
  return texts.flatMap((text, index) => {
    const top = next;
    next += (heights[index] ?? 0) + gap;
    // The number and the first line share their middle, whichever of them is higher.
    const lineMiddle = top + Math.max(disc, (size * 1.25) / 2);
    const number = {
      kind: "text",
      text: String(index + 1),
      x: x + disc,
      y: lineMiddle + 1.12,
      size: 3.2,
      face: "bold",
      color: inkOn(fill),
      anchor: "middle",
    } as const;
    const textTop = lineMiddle - (size * 1.25) / 2;
    return [
      { kind: "disc", x: x + disc, y: lineMiddle, radius: disc, color: fill } as const,
      number,
      ...textBlock(text, { x: x + indent, y: textTop, face: "normal", color: printInk, leading: 1.25 }),
    ];
  });
}
