import { expect, it } from "vitest";
import { toPaths } from "@/lib/rendering/qr/qr-svg";
import { rectangle } from "@/lib/rendering/qr/shapes";

it("draws each shape with its own sides, whatever was drawn before", () => {
  const path = toPaths([
    rectangle(1, 1, 3, 1),
    rectangle(5, 1, 3, 1),
    rectangle(5, 2, 3, 2),
    rectangle(5, 4, 3, 0.5),
    rectangle(0.5, 4, 3, 1),
    rectangle(0, 5, 3.0001, 1),
    [
      [1, 6],
      [4, 6],
      [4, 7],
      [2, 7],
    ],
    [
      [1, 6],
      [4, 6],
      [4, 7],
      [1, 7],
      [0, 6.5],
    ],
    [],
    rectangle(2, 7, 3, 1),
  ]);
  expect(path.split(/(?=m)/)).toEqual([
    "m1 1h3v1h-3z",
    "m4 0h3v1h-3z",
    "m0 1h3v2h-3z",
    "m0 2h3v0.5h-3z",
    "m-4.5 0h3v1h-3z",
    "m-0.5 1h3v1h-3z",
    "m1 1h3v1h-2z",
    "m0 0h3v1h-3l-1 -0.5z",
    "m1 1h3v1h-3z",
  ]);
});
