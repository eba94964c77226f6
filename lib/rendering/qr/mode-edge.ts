import { clip, rectangle, type Shape } from "@/lib/rendering/qr/shapes";

type Frame = { width: number; height: number; thickness: number };

/**
 * Diagonal stripes around a picture. `period` is the length of a stripe and its gap along a side; both are equally
 * wide. The stripes continue around the corners.
 */
export function stripedEdge({ width, height, thickness }: Frame, period: number): Shape[] {
  const inner = height - 2 * thickness;
  const sides = [
    rectangle(0, 0, width, thickness),
    rectangle(0, height - thickness, width, thickness),
    rectangle(0, thickness, thickness, inner),
    rectangle(width - thickness, thickness, thickness, inner),
  ];
  const starts = Array.from({ length: Math.ceil((width + height) / period) }, (_, index) => index * period);
  return sides
    .flatMap((side) => starts.map((start) => stripe(side, start, start + period / 2)))
    .filter((shape) => shape.length > 2);
}

/** Dashes around a picture, one of them at each corner. The gaps take up what a side cannot divide evenly. */
export function dashedEdge({ width, height, thickness }: Frame, dash: number, gap: number): Shape[] {
  const alongTop = dashes(width, dash, gap).flatMap((x) => [
    rectangle(x, 0, dash, thickness),
    rectangle(x, height - thickness, dash, thickness),
  ]);
  const alongSides = dashes(height, dash, gap).flatMap((y) => [
    rectangle(0, y, thickness, dash),
    rectangle(width - thickness, y, thickness, dash),
  ]);
  return [...alongTop, ...alongSides];
}

function stripe(side: Shape, from: number, to: number): Shape {
  return clip(
    clip(side, ([x, y]) => x + y - from),
    ([x, y]) => to - x - y,
  );
}

function dashes(length: number, dash: number, gap: number): number[] {
  const steps = Math.round((length - dash) / (dash + gap));
  return Array.from({ length: steps + 1 }, (_, index) => (index * (length - dash)) / steps);
}
