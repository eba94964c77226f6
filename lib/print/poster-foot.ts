import { bar, heightOf, printInk, printLine, printMuted, textBlock } from "@/lib/print/blocks";
import type { Drawn } from "@/lib/print/drawn";
import { fitText, sizesFrom } from "@/lib/print/fit-text";
import type { PosterContent } from "@/lib/print/poster";

/** The address for those who type it, over the bottom margin. */
export function footOf(
  { url, reference, words }: Pick<PosterContent, "url" | "reference" | "words">,
  { x, width }: { x: number; width: number },
): { height: number; at: (top: number) => Drawn[] } {
  // On one line while that can be read on the smallest paper: what is broken in two is typed wrong sooner.
  const oneLine = fitText(url, { face: "mono", width, sizes: sizesFrom(3, 2.4), mostLines: 1 });
  const isCut = oneLine.lines.join("") !== url;
  const address = isCut ? fitText(url, { face: "mono", width, sizes: [2.4, 2.1], mostLines: 3 }) : oneLine;
  const label = 2.6;
  const height = 2.5 + label * 1.5 + heightOf(address, 1.35);
  return {
    height,
    at: (top) => [
      bar(x, top, width, 0.15, printLine),
      {
        kind: "text",
        text: words.orType,
        x,
        y: top + 2.5 + label,
        size: label,
        face: "normal",
        colour: printMuted,
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
              colour: printMuted,
              anchor: "end",
            } as const,
          ]
        : []),
      ...textBlock(address, {
        x,
        y: top + 2.5 + label * 1.5,
        face: "mono",
        colour: printInk,
        leading: 1.35,
      }),
    ],
  };
}
