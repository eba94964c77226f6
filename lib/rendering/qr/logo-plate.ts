/** A logo as the merchant has it. `version` changes with the picture. */
export type QrLogo = { version: string; png: Uint8Array; width: number; height: number };

/** A white rectangle of whole modules in the middle of a code, and the box in it that the logo fills. */
export type Plate = {
  x: number;
  y: number;
  width: number;
  height: number;
  logo: { x: number; y: number; width: number; height: number };
};

/**
 * The largest part of a code that a plate may cover: of its area, and of either side. Error correction `high` restores
 * 30 per cent of the codewords; a plate uses a quarter of that and leaves the rest for dirt, folds and reflections.
 */
const most = { area: 0.075, side: 0.4 } as const;
/** The white margin between the logo and the nearest dark module, in modules. */
const margin = 0.5;

/**
 * The plate on which the logo is largest; null when the code is too small for any. Sizes are in modules, but for the
 * logo's.
 */
export function logoPlate(
  pictureSize: number,
  quietZone: number,
  logo: { width: number; height: number },
): Plate | null {
  const size = pictureSize - 2 * quietZone;
  // The side of a code is an odd number of modules, so that only odd plates can be in its middle.
  const sides = Array.from({ length: Math.floor((size * most.side + 1) / 2) }, (_, index) => 2 * index + 1);
  const fitting = sides
    .flatMap((width) => sides.map((height) => ({ width, height })))
    .filter(({ width, height }) => width * height <= size * size * most.area && Math.min(width, height) > 1)
    .map((plate) => ({ ...plate, scale: scaleIn(plate, logo) }))
    .sort((a, b) => b.scale - a.scale || a.width * a.height - b.width * b.height);
  const [best] = fitting;
  if (best === undefined) return null;
  const { width, height, scale } = best;
  const middle = pictureSize / 2;
  const drawn = { width: logo.width * scale, height: logo.height * scale };
  return {
    x: middle - width / 2,
    y: middle - height / 2,
    width,
    height,
    logo: { x: middle - drawn.width / 2, y: middle - drawn.height / 2, ...drawn },
  };
}

/** The code without the modules under the plate. */
export function withoutPlate(modules: boolean[][], plate: Plate): boolean[][] {
  const isUnder = (at: number, start: number, length: number) => at >= start && at < start + length;
  return modules.map((row, y) =>
    row.map((dark, x) => dark && !(isUnder(x, plate.x, plate.width) && isUnder(y, plate.y, plate.height))),
  );
}

function scaleIn(plate: { width: number; height: number }, logo: { width: number; height: number }): number {
  return Math.min((plate.width - 2 * margin) / logo.width, (plate.height - 2 * margin) / logo.height);
}
