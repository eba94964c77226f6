import type { Shape } from "@/lib/rendering/qr/shapes";

/**
 * Calls `fill` with the run of pixels in each row whose centres lie in the convex shape; `scale` is in pixels a module.
 */
export function fillShape(
  shape: Shape,
  scale: number,
  fill: (row: number, from: number, to: number) => void,
): void {
  const { left, top, right, bottom, isRectangle } = getBounds(shape);
  const lastRow = firstCentre(bottom, scale);
  // All rows of a rectangle are the same.
  let [from, to] = [firstCentre(left, scale), firstCentre(right, scale)];
  for (let row = firstCentre(top, scale); row < lastRow; row++) {
    if (!isRectangle) [from, to] = runAt((row + 0.5) / scale, shape, scale);
    fill(row, from, to);
  }
}

/** The first pixel whose centre is not before a place. */
function firstCentre(place: number, scale: number): number {
  return Math.ceil(place * scale - 0.5);
}

function getBounds(shape: Shape) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let isRectangle = true;
  let last = shape.at(-1);
  for (const point of shape) {
    const [x, y] = point;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
    // A convex shape of which every side is upright or level.
    if (last && x !== last[0] && y !== last[1]) isRectangle = false;
    last = point;
  }
  return { left, top, right, bottom, isRectangle };
}

function runAt(y: number, shape: Shape, scale: number): [from: number, to: number] {
  const crossings = crossingsAt(y, shape);
  return [firstCentre(Math.min(...crossings), scale), firstCentre(Math.max(...crossings), scale)];
}

/** Where a horizontal line meets the outline. */
function crossingsAt(y: number, shape: Shape): number[] {
  return shape.flatMap(([x1, y1], index) => {
    const [x2, y2] = shape[(index + 1) % shape.length] ?? [x1, y1];
    return y1 <= y !== y2 <= y ? [x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)] : [];
  });
}
