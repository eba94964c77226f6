import { encodeQR } from "qr";
import type { Mode } from "@/lib/core/mode";
import { logoPlate, type Plate, withoutPlate } from "@/lib/rendering/qr/logo-plate";
import { dashedEdge, stripedEdge } from "@/lib/rendering/qr/mode-edge";
import { glyphHeight, type Letter, wordDots } from "@/lib/rendering/qr/pixel-font";
import { gridShapes, type Shape } from "@/lib/rendering/qr/shapes";

/** Black on white in every theme, because scanners need the contrast. The other two mark a mode. */
export const qrColors = { paper: "#ffffff", ink: "#000000", test: "#f59e0b", sandbox: "#7c3aed" } as const;

export type QrLayer = { color: string; shapes: Shape[] };

/**
 * Layers to fill in order on white paper. Lengths are in modules, from the top left corner. `plate` is the white place
 * in the middle for a logo; whoever draws the picture adds the logo.
 */
export type QrPicture = { width: number; height: number; layers: QrLayer[]; plate: Plate | null };

/** How much of the code can be damaged and still be read: 7, 15, 25 or 30 per cent. */
export type ErrorCorrection = "low" | "medium" | "quartile" | "high";

/** The most UTF-8 bytes that a code can hold at medium error correction. */
export const qrMostBytes = 2331;

/** The white margin that the standard requires on each side, in modules. */
const quietZone = 4;

const edgeThickness = 2;
/** How a code differs from a plain one: `ink` is `#rrggbb`; `logo` is its size, in any unit. */
export type QrLook = { ink?: string; logo?: { width: number; height: number } | null };

const labels: Record<Exclude<Mode, "live">, readonly Letter[]> = {
  test: ["T", "E", "S", "T"],
  sandbox: ["S", "A", "N", "D", "B", "O", "X"],
};
const longestWordDots = 54;

/**
 * The QR code of a text, from which both its SVG and its PNG are drawn. A test or sandbox code has the name of its mode
 * below and an edge around it, both outside the quiet zone, where scanners ignore them.
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
  // A dot is half a module, and more in a large code, beside which the word would be too small.
  const dot = Math.max(1, Math.floor((size * 0.75 * 2) / longestWordDots)) / 2;
  const wordLeft = Math.floor((width - (dots[0]?.length ?? 0) * dot) / 2);
  const wordTop = edgeThickness + size;
  const height = wordTop + glyphHeight * dot + quietZone + edgeThickness;
  const code = gridShapes(modules, [edgeThickness, edgeThickness], 1);
  const word = gridShapes(dots, [wordLeft, wordTop], dot);
  const moved = plate && { ...plate, x: plate.x + edgeThickness, y: plate.y + edgeThickness };
  // The word is never in the merchant's color, which may be hard to read.
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
