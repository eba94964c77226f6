import { accentOnPaper, bar, getHeight, printInk, scaled, textBlock } from "@/lib/rendering/print/blocks";
import type { Drawn, Face, PrintedPage } from "@/lib/rendering/print/drawn";
import { type FittedText, fitText, sizesFrom } from "@/lib/rendering/print/fit-text";
import { modeEdge, modeLine } from "@/lib/rendering/print/mode-marks";
import { type Paper, papers } from "@/lib/rendering/print/paper";
import type { PosterContent } from "@/lib/rendering/print/poster-content";
import { drawFoot } from "@/lib/rendering/print/poster-foot";
import { drawSteps } from "@/lib/rendering/print/poster-steps";

/** Every length below is in hundredths of the paper's width, so that the poster is the same on each size of paper. */
const margin = 8.5;
const content = 100 - 2 * margin;
const columnGap = 5;
const stepsWidth = 27;

/** A poster for the counter: the merchant, the amount, the description, the code, and how to pay. */
export function posterPage(paper: Paper, poster: PosterContent): PrintedPage {
  const { width, height } = papers[paper];
  const unit = width / 100;
  const tall = height / unit;
  const edge = poster.mode === "live" ? [] : modeEdge(poster.mode, { width: 100, height: tall }, 3);
  const head = drawHead(poster);
  const foot = drawFoot(poster, { x: margin, width: content });
  const bottom = tall - margin;
  const space = bottom - foot.height - 3.5 - (head.bottom + 4);
  const drawn = [
    ...edge,
    ...head.drawn,
    ...drawMiddle(poster, head.bottom + 4, space),
    ...foot.at(bottom - foot.height),
  ];
  return { width, height, drawn: drawn.map((one) => scaled(one, unit)) };
}

type Block = { drawn: Drawn[]; bottom: number };

/** The colored line, the merchant, the call to pay, the amount and the description. */
function drawHead(poster: PosterContent): Block {
  const { merchant, logo, amount, description, mode, labels } = poster;
  const accent = accentOnPaper(merchant.color);
  const drawn: Drawn[] = [bar(margin, margin, content, 1.2, accent)];
  let y = margin + 1.2 + 3.5;
  const name = merchantRow(merchant.name, logo, y);
  drawn.push(...name.drawn);
  y = name.bottom + 4;
  if (mode !== "live") {
    const line = modeLine(mode, labels[mode], { x: margin, y, width: content });
    drawn.push(...line.drawn);
    y = line.bottom + 2.5;
  }
  const add = (text: FittedText, face: Face, color: string, leading: number) => {
    drawn.push(...textBlock(text, { x: margin, y, face, color, leading }));
    y += getHeight(text, leading);
  };
  add(
    fitText(labels.scan, { face: "bold", width: content, sizes: sizesFrom(6, 4), mostLines: 1 }),
    "bold",
    accent,
    1.15,
  );
  if (amount !== null) {
    y += 1.2;
    add(
      fitText(amount, { face: "bold", width: content, sizes: sizesFrom(11.5, 5), mostLines: 1 }),
      "bold",
      printInk,
      1.08,
    );
  }
  if (description !== null) {
    y += 1.4;
    const sizes = sizesFrom(amount === null ? 7 : 4, 3);
    add(
      fitText(description, { face: "normal", width: content, sizes, mostLines: 3 }),
      "normal",
      printInk,
      1.28,
    );
  }
  return { drawn, bottom: y };
}

function merchantRow(name: string, logo: PosterContent["logo"], y: number): Block {
  const drawn: Drawn[] = [];
  const height = 10;
  let left = margin;
  if (logo) {
    const scale = Math.min(height / logo.height, 32 / logo.width);
    const [logoWidth, logoHeight] = [logo.width * scale, logo.height * scale];
    drawn.push({
      kind: "logo",
      x: left,
      y: y + (height - logoHeight) / 2,
      width: logoWidth,
      height: logoHeight,
    });
    left += logoWidth + 3.5;
  }
  const width = margin + content - left;
  const text = fitText(name, { face: "bold", width, sizes: sizesFrom(5.4, 3), mostLines: 2 });
  const rowHeight = logo ? height : getHeight(text, 1.15);
  const top = y + (rowHeight - getHeight(text, 1.15)) / 2;
  drawn.push(...textBlock(text, { x: left, y: top, face: "bold", color: printInk, leading: 1.15 }));
  return { drawn, bottom: y + rowHeight };
}

/** The code as large as there is room for, with the steps beside it. */
function drawMiddle({ code, labels, merchant, mode }: PosterContent, top: number, space: number): Drawn[] {
  const framed = mode === "live" ? 1.2 : 0;
  const mostWidth = content - columnGap - stepsWidth;
  const width = Math.min(mostWidth - 2 * framed, ((space - 2 * framed) * code.width) / code.height);
  const height = (width * code.height) / code.width;
  const outer = { width: width + 2 * framed, height: height + 2 * framed };
  // The height that the code does not need is split evenly above and below it.
  const y = top + Math.max(0, (space - outer.height) / 2);
  const frame: Drawn = {
    kind: "box",
    x: margin,
    y,
    ...outer,
    radius: 2.4,
    line: 0.5,
    color: accentOnPaper(merchant.color),
  };
  const left = margin + outer.width + columnGap;
  return [
    ...(mode === "live" ? [frame] : []),
    { kind: "code", x: margin + framed, y: y + framed, width, picture: code, name: labels.code },
    ...drawSteps(labels.steps, merchant.color, {
      x: left,
      y,
      width: margin + content - left,
      height: outer.height,
    }),
  ];
}
