import { bar, getHeight, printInk, printLine, printMuted, textBlock } from "@/lib/rendering/print/blocks";
import type { Drawn } from "@/lib/rendering/print/drawn";
import { fitText, sizesFrom } from "@/lib/rendering/print/fit-text";
import type { PosterContent } from "@/lib/rendering/print/poster-content";

/** The address for those who type it, above the bottom margin. */
export function drawFoot(
  { url, reference, labels }: Pick<PosterContent, "url" | "reference" | "labels">,
  { x, width }: { x: number; width: number },
): { height: number; at: (top: number) => Drawn[] } {
  // On one line if it is still readable on the smallest paper: people mistype an address that is broken in two.
  const oneLine = fitText(url, { face: "mono", width, sizes: sizesFrom(3, 2.4), mostLines: 1 });
  const isCut = oneLine.lines.join("") !== url;
  const address = isCut ? fitText(url, { face: "mono", width, sizes: [2.4, 2.1], mostLines: 3 }) : oneLine;
  const label = 2.6;
  const height = 2.5 + label * 1.5 + getHeight(address, 1.35);
  return {
    height,
    at: (top) => [
      bar(x, top, width, 0.15, printLine),
      {
        kind: "text",
        text: labels.orType,
        x,
        y: top + 2.5 + label,
        size: label,
        face: "normal",
        color: printMuted,
        anchor: "start",
      },
      ...(reference
        ? [
            {
              kind: "text",
              text: reference,
              x: x + width,
              y: top + 2.5 + label,
              size: label,
              face: "mono",
              color: printMuted,
              anchor: "end",
            } as const,
          ]
        : []),
      ...textBlock(address, {
        x,
        y: top + 2.5 + label * 1.5,
        face: "mono",
        color: printInk,
        leading: 1.35,
      }),
    ],
  };
}
