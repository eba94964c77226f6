import { encodeQR } from "qr";
import type { Mode } from "@/lib/core/mode";
import { logoPlate, type Plate, withoutPlate } from "@/lib/rendering/qr/logo-plate";
import { dashedEdge, stripedEdge } from "@/lib/rendering/qr/mode-edge";
import { glyphHeight, type Letter, wordDots } from "@/lib/rendering/qr/pixel-font";
import { gridShapes, type Shape } from "@/lib/rendering/qr/shapes";

/** White and black whatever the page's theme: scanners want contrast. The others mark a mode. */
export const qrColors = { paper: "#ffffff", ink: "#000000", test: "#f59e0b", sandbox: "#7c3aed" } as const;

export type QrLayer = { color: string; shapes: Shape[] };

/**
 * Layers to fill in order over white paper. Lengths are in modules, from the top left corner. `plate` is the white
 * place in the middle that a logo goes on; what draws the picture is given the logo itself.
 */
export type QrPicture = { width: number; height: number; layers: QrLayer[]; plate: Plate | null };

/** How much of the code may be damaged and still be read: 7, 15, 25 or 30 per cent. */
export type ErrorCorrection = "low" | "medium" | "quartile" | "high";

/** The most UTF-8 bytes that a code can hold at medium error correction. */
export const qrMostBytes = 2331;

/** The white margin that the standard asks for on each side, in modules. */
const quietZone = 4;

const edgeThickness = 2;
/** How a code looks, where it is not plain: `ink` is `#rrggbb`, `logo` the size of one in any unit. */
export type QrLook = { ink?: string; logo?: { width: number; height: number } | null };

const labels: Record<Exclude<Mode, "live">, readonly Letter[]> = {
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
  look: { ink = qrColors.ink, logo = null } = {},
}: {
  text: string;
  mode: Mode;
  errorCorrection?: ErrorCorrection;
  look?: QrLook;
}): QrPicture {
  const code = encodeQR(text, "raw", { ecc: errorCorrection, border: quietZone });
  const plate = logo && logoPlate(code.length, quietZone, logo);
  const modules = plate ? withoutPlate(code, plate) : code;
  if (mode !== "live") return markedPicture({ modules, plate, ink, mode });
  const size = modules.length;
  return { width: size, height: size, plate, layers: [layer(ink, gridShapes(modules, [0, 0], 1))] };
}

function markedPicture({
  modules,
  plate,
  ink,
  mode,
}: {
  modules: boolean[][];
  plate: Plate | null;
  ink: string;
  mode: "test" | "sandbox";
}): QrPicture {
  const size = modules.length;
  const width = size + 2 * edgeThickness;
  const dots = wordDots(labels[mode]);
  // Half modules, and more of them when the code is so large that the word would be lost beside it.
  const dot = Math.max(1, Math.floor((size * 0.75 * 2) / longestWordDots)) / 2;
  const wordLeft = Math.floor((width - (dots[0]?.length ?? 0) * dot) / 2);
  const wordTop = edgeThickness + size;
  const height = wordTop + glyphHeight * dot + quietZone + edgeThickness;
  const code = gridShapes(modules, [edgeThickness, edgeThickness], 1);
  const word = gridShapes(dots, [wordLeft, wordTop], dot);
  const moved = plate && { ...plate, x: plate.x + edgeThickness, y: plate.y + edgeThickness };
  // The word is never in the merchant's color: it has to be read, too.
  const inks =
    ink === qrColors.ink ? [layer(ink, [...code, ...word])] : [layer(ink, code), layer(qrColors.ink, word)];
  const layers = [layer(qrColors[mode], edgeShapes(mode, width, height)), ...inks];
  return { width, height, plate: moved, layers };
}

function layer(color: string, shapes: Shape[]): QrLayer {
  return { color, shapes };
}

function edgeShapes(mode: "test" | "sandbox", width: number, height: number): Shape[] {
  if (mode === "test") return stripedEdge({ width, height, thickness: edgeThickness }, 4);
  return dashedEdge({ width, height, thickness: edgeThickness / 2 }, 4, 2);
}
