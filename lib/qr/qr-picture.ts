import { encodeQR } from "qr";
import type { Mode } from "@/lib/mode";
import { dashedEdge, stripedEdge } from "@/lib/qr/mode-edge";
import { glyphHeight, type Letter, wordDots } from "@/lib/qr/pixel-font";
import { gridShapes, type Shape } from "@/lib/qr/shapes";

/** White and black whatever the page's theme: scanners want contrast. The others mark a mode. */
export const qrColours = { paper: "#ffffff", ink: "#000000", test: "#f59e0b", sandbox: "#7c3aed" } as const;

export type QrLayer = { colour: string; shapes: Shape[] };

/** Layers to fill in order over white paper. Lengths are in modules, from the top left corner. */
export type QrPicture = { width: number; height: number; layers: QrLayer[] };

/** How much of the code may be damaged and still be read: 7, 15, 25 or 30 per cent. */
export type ErrorCorrection = "low" | "medium" | "quartile" | "high";

/** The most UTF-8 bytes that a code can hold at medium error correction. */
export const qrMostBytes = 2331;

/** The white margin that the standard asks for on each side, in modules. */
const quietZone = 4;

const edgeThickness = 2;
const words: Record<Exclude<Mode, "live">, readonly Letter[]> = {
  test: ["T", "E", "S", "T"],
  sandbox: ["S", "A", "N", "D", "B", "O", "X"],
};
const longestWordDots = 54;

/**
 * The QR code of a text, the one source of its SVG and PNG forms. A test or sandbox code has its word below and
 * an edge around, both outside the quiet zone, so that neither troubles a scanner.
 * @throws {Error} when the text is longer than a code can hold; see `qrMostBytes`.
 */
export function qrPicture({
  text,
  mode,
  errorCorrection = "medium",
}: {
  text: string;
  mode: Mode;
  errorCorrection?: ErrorCorrection;
}): QrPicture {
  const modules = encodeQR(text, "raw", { ecc: errorCorrection, border: quietZone });
  if (mode !== "live") return markedPicture(modules, mode);
  const size = modules.length;
  const ink = { colour: qrColours.ink, shapes: gridShapes(modules, [0, 0], 1) };
  return { width: size, height: size, layers: [ink] };
}

function markedPicture(modules: boolean[][], mode: "test" | "sandbox"): QrPicture {
  const size = modules.length;
  const width = size + 2 * edgeThickness;
  const dots = wordDots(words[mode]);
  // Half modules, and more of them when the code is so large that the word would be lost beside it.
  const dot = Math.max(1, Math.floor((size * 0.75 * 2) / longestWordDots)) / 2;
  const wordLeft = Math.floor((width - (dots[0]?.length ?? 0) * dot) / 2);
  const wordTop = edgeThickness + size;
  const height = wordTop + glyphHeight * dot + quietZone + edgeThickness;
  const ink = {
    colour: qrColours.ink,
    shapes: [
      ...gridShapes(modules, [edgeThickness, edgeThickness], 1),
      ...gridShapes(dots, [wordLeft, wordTop], dot),
    ],
  };
  const edge = { colour: qrColours[mode], shapes: edgeShapes(mode, width, height) };
  return { width, height, layers: [edge, ink] };
}

function edgeShapes(mode: "test" | "sandbox", width: number, height: number): Shape[] {
  if (mode === "test") return stripedEdge({ width, height, thickness: edgeThickness }, 4);
  return dashedEdge({ width, height, thickness: edgeThickness / 2 }, 4, 2);
}
