import { expect, test } from "vitest";
import { contrast, type Rgb } from "@/lib/core/color";
import { accentOn, accentStyle } from "@/lib/ui/accent";
import { seededRandom } from "@/tests/support/seeded-random";

/** The page's background in light and in dark, in sRGB, with which accents need enough contrast. */
const papers: { paper: Rgb; towards: Rgb }[] = [
  { paper: [250, 248, 243], towards: [0, 0, 0] },
  { paper: [21, 18, 14], towards: [255, 255, 255] },
];

test("contrast is what WCAG says it is", () => {
  expect(contrast([255, 255, 255], [0, 0, 0])).toBeCloseTo(21, 5);
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
  expect(contrast([12, 34, 56], [12, 34, 56])).toBe(1);
});

test("any color becomes an accent that stands out 3:1 from the page and carries text at 4.5:1", () => {
  const random = seededRandom(20_261_122);
  const channel = () => Math.floor(random() * 256);
  const edges: Rgb[] = [
    [0, 0, 0],
    [255, 255, 255],
    [255, 255, 0],
    [0, 0, 255],
    [128, 128, 128],
    [118, 118, 118],
  ];
  const colors: Rgb[] = [
    ...edges,
    ...Array.from({ length: 500 }, (): Rgb => [channel(), channel(), channel()]),
  ];
  for (const color of colors) {
    for (const { paper, towards } of papers) {
      const { fillRgb, inkRgb } = accentOn(color, paper, towards);
      expect(contrast(fillRgb, paper), `${color} on ${paper}`).toBeGreaterThanOrEqual(3);
      expect(contrast(inkRgb, fillRgb), `ink on ${color} on ${paper}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test("a color that stands out already stays as it is", () => {
  expect(accentOn([15, 118, 110], [250, 248, 243], [0, 0, 0]).fillRgb).toEqual([15, 118, 110]);
});

test("the style names a color for light and for dark", () => {
  expect(accentStyle("#0f766e")).toEqual({
    "--accent": expect.stringMatching(/^light-dark\(rgb\(15 118 110\), rgb\(\d+ \d+ \d+\)\)$/),
    "--accent-ink": expect.stringMatching(/^light-dark\(rgb\(.+\), rgb\(.+\)\)$/),
  });
});
