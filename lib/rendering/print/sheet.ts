import type { Mode } from "@/lib/core/mode";
import { bar, getHeight, printInk, printLine, printMuted, textBlock } from "@/lib/rendering/print/blocks";
import type { Drawn, Face, PrintedPage } from "@/lib/rendering/print/drawn";
import { type FittedText, fitText, sizesFrom } from "@/lib/rendering/print/fit-text";
import { papers, type sheetPapers } from "@/lib/rendering/print/paper";
import type { QrPicture } from "@/lib/rendering/qr/qr-picture";

/** One link on a sheet of many. `amount` is formatted already; null when it is not known. */
export type SheetLink = {
  mode: Mode;
  amount: string | null;
  description: string | null;
  reference: string | null;
  code: QrPicture;
};

type Grid = { width: number; height: number; left: number; top: number; acrossMm: number; downMm: number };

/** Where the codes are on each paper, in millimetres. On A4 they fit the common label sheet of 21 (63.5 by 38.1). */
const grids: Record<(typeof sheetPapers)[number], Grid> = {
  a4: { width: 63.5, height: 38.1, left: 7.2, top: 15.15, acrossMm: 66.05, downMm: 38.1 },
  letter: { width: 64, height: 36, left: 8.95, top: 12.7, acrossMm: 67, downMm: 36.3 },
};
const columns = 3;
const rows = 7;
export const codesOnSheet = columns * rows;

/**
 * As many pages as the links need, 21 links on each, row by row. `name` is the merchant's; `codeName` is for screen
 * readers.
 */
export function sheetPages(
  paper: keyof typeof grids,
  { links, name, codeName }: { links: SheetLink[]; name: string; codeName: string },
): PrintedPage[] {
  const { width, height } = papers[paper];
  const pages = Array.from({ length: Math.ceil(links.length / codesOnSheet) }, (_, page) =>
    links.slice(page * codesOnSheet, (page + 1) * codesOnSheet),
  );
  return pages.map((onPage) => {
    const places = onPage.map((link, index) => ({ link, at: place(grids[paper], index) }));
    // All marks for cutting come first, so that they are one path on the screen.
    const marks = places.flatMap(({ at }) => corners(at));
    const cells = places.flatMap(({ link, at }) => cell(link, { name, codeName, ...at }));
    return { width, height, drawn: [...marks, ...cells] };
  });
}

type Place = { x: number; y: number; width: number; height: number };

function place({ width, height, left, top, acrossMm, downMm }: Grid, index: number): Place {
  const row = Math.floor(index / columns);
  return { x: left + (index % columns) * acrossMm, y: top + row * downMm, width, height };
}

function cell(
  { amount, description, reference, code }: SheetLink,
  { x, y, width, height, name, codeName }: Place & { name: string; codeName: string },
): Drawn[] {
  const padding = 2.2;
  const inside = height - 2 * padding;
  // A code with the name of its mode below it is taller than wide. It is centred like the others.
  const codeHeight = Math.min(inside, (inside * code.height) / code.width);
  const codeWidth = (codeHeight * code.width) / code.height;
  const left = x + padding + inside + 1.6;
  const textWidth = x + width - padding - left;
  const drawn: Drawn[] = [
    {
      kind: "code",
      x: x + padding + (inside - codeWidth) / 2,
      y: y + padding + (inside - codeHeight) / 2,
      width: codeWidth,
      picture: code,
      name: codeName,
    },
  ];
  let top = y + padding + 0.8;
  const add = (text: FittedText, face: Face, color: string, leading: number) => {
    drawn.push(...textBlock(text, { x: left, y: top, face, color, leading }));
    top += getHeight(text, leading) + 0.7;
  };
  const fitted = (text: string, face: Face, sizes: number[], mostLines: number) =>
    fitText(text, { face, width: textWidth, sizes, mostLines });
  add(fitted(name, "normal", [2.3], 2), "normal", printMuted, 1.15);
  if (amount !== null) add(fitted(amount, "bold", sizesFrom(4.6, 1.6), 1), "bold", printInk, 1.1);
  const foot = reference === null ? 0 : 3;
  if (description !== null) {
    const size = 2.6;
    const mostLines = Math.max(1, Math.floor((y + height - padding - foot - top) / (size * 1.2)));
    add(fitted(description, "normal", [size], mostLines), "normal", printInk, 1.2);
  }
  if (reference !== null) {
    const text = fitText(reference, { face: "mono", width: textWidth, sizes: [2.3, 2], mostLines: 1 });
    const style = { x: left, y: y + height - padding - getHeight(text, 1.1), face: "mono" as const };
    drawn.push(...textBlock(text, { ...style, color: printMuted, leading: 1.1 }));
  }
  return drawn;
}

/** Marks for cutting: two short lines at each corner. */
function corners({ x, y, width, height }: Place): Drawn[] {
  const [length, line] = [2.5, 0.12];
  const ends = [
    [x, y, 1, 1],
    [x + width, y, -1, 1],
    [x, y + height, 1, -1],
    [x + width, y + height, -1, -1],
  ] as const;
  return ends.flatMap(([cornerX, cornerY, right, down]) => [
    bar(right > 0 ? cornerX : cornerX - length, cornerY - line / 2, length, line, printLine),
    bar(cornerX - line / 2, down > 0 ? cornerY : cornerY - length, line, length, printLine),
  ]);
}
