import type { Shape } from "@/lib/rendering/qr/shapes";

/**
 * Calls `fill` with the run of pixels in each row whose centres lie in the convex shape; `scale` is in pixels a module.
 */
export function fillShape(
  shape: Shape,
  scale: number,
  fill: (row: number, from: number, to: number) => void,
): void {
  const rows = shape.map(([, y]) => y * scale);
  const lastRow = Math.ceil(Math.max(...rows) - 0.5);
  const isRectangle = hasRightAngles(shape);
  let run: { from: number; to: number } | undefined;
  for (let row = Math.ceil(Math.min(...rows) - 0.5); row < lastRow; row++) {
    // All rows of a rectangle are the same.
    if (!run || !isRectangle) run = runAt((row + 0.5) / scale, shape, scale);
    fill(row, run.from, run.to);
  }
}

function hasRightAngles(shape: Shape): boolean {
  return shape.every(([x, y], index) => {
    const [nextX, nextY] = shape[(index + 1) % shape.length] ?? [x, y];
    return x === nextX || y === nextY;
  });
}

function runAt(y: number, shape: Shape, scale: number): { from: number; to: number } {
  const crossings = crossingsAt(y, shape);
  return {
    from: Math.ceil(Math.min(...crossings) * scale - 0.5),
    to: Math.ceil(Math.max(...crossings) * scale - 0.5),
  };
}

/** Where a horizontal line meets the outline. */
function crossingsAt(y: number, shape: Shape): number[] {
  return shape.flatMap(([x1, y1], index) => {
    const [x2, y2] = shape[(index + 1) % shape.length] ?? [x1, y1];
    return y1 <= y !== y2 <= y ? [x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)] : [];
  });
}
