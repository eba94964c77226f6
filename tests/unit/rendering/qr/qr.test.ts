import { decode, encode } from "fast-png";
import { describe, expect, it } from "vitest";
import { type Mode, modes } from "@/lib/core/mode";
import { type QrPicture, qrColors, qrMostBytes, qrPicture } from "@/lib/rendering/qr/qr-picture";
import { qrPng } from "@/lib/rendering/qr/qr-png";
import { qrPaths, qrSvg } from "@/lib/rendering/qr/qr-svg";
import { qrReaders, rgba } from "@/tests/support/qr-readers";
import { seededRandom } from "@/tests/support/seeded-random";
import { rasterSvg } from "@/tests/support/svg-raster";

const text = "https://pay.4geeks.io/link/plink_3m4n5o6p7q8r";
const random = seededRandom(20_270);
const readers = Object.entries(qrReaders);

function randomUrl(pathLength: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~%/?=&#éñ😀".split(
    /(?:)/u,
  );
  const path = Array.from({ length: pathLength }, () => alphabet[Math.floor(random() * alphabet.length)]);
  return `https://pay.example.com/${path.join("")}`;
}

describe.each(modes)("a %s code", (mode) => {
  it.each([1, 12, 30, 80, 200, 500])(
    "is read by both readers, as PNG and as SVG, with %d characters",
    async (length) => {
      for (let n = 0; n < 2; n++) {
        const url = randomUrl(length);
        const picture = qrPicture({ text: url, mode });
        const scale = 3 + Math.floor(random() * 4);
        await expectRead(qrPng(picture, { modulePixels: scale }), url);
        await expectRead(encode(rasterSvg(qrSvg(picture, { title: "QR code" }), scale)), url);
      }
    },
  );

  it("is read in small and in large, with little and with much error correction", async () => {
    for (const errorCorrection of ["low", "high"] as const) {
      const picture = qrPicture({ text, mode, errorCorrection });
      await expectRead(qrPng(picture, { modulePixels: 2 }), text);
      await expectRead(qrPng(picture, { widthPixels: 900 }), text);
    }
  });

  it.each([2, 4, 7])("is the same picture as PNG and as SVG, at %d pixels a module", (scale) => {
    for (const url of [text, randomUrl(150)]) {
      const picture = qrPicture({ text: url, mode });
      const png = decode(qrPng(picture, { modulePixels: scale }));
      const svg = rasterSvg(qrSvg(picture, { title: "" }), scale);
      expect([png.width, png.height]).toEqual([svg.width, svg.height]);
      expect(shareOfDifferentPixels(rgba(png), rgba(svg))).toBeLessThan(0.002);
    }
  });

  it("keeps four modules of white around the code", () => {
    const picture = qrPicture({ text, mode });
    const at = pixels(picture);
    const inset = mode === "live" ? 0 : 2;
    const size = picture.width - 2 * inset;
    for (let along = 0; along < size; along++) {
      for (let depth = 0; depth < 4; depth++) {
        const zone = [
          at(inset + along, inset + depth),
          at(inset + along, inset + size - 1 - depth),
          at(inset + depth, inset + along),
          at(inset + size - 1 - depth, inset + along),
        ];
        expect(new Set(zone)).toEqual(new Set([qrColors.paper]));
      }
    }
  });
});

describe("modes", () => {
  const getColors = (mode: Mode) => {
    const picture = qrPicture({ text, mode });
    const at = pixels(picture);
    const cells = Array.from({ length: picture.width * picture.height }, (_, index) => index);
    return new Set(cells.map((cell) => at(cell % picture.width, Math.floor(cell / picture.width))));
  };

  it("live is plain", () => {
    const { width, height } = qrPicture({ text, mode: "live" });
    expect([width, height]).toEqual([33 + 8, 33 + 8]);
    expect(getColors("live")).toEqual(new Set([qrColors.paper, qrColors.ink]));
  });

  it.each(["test", "sandbox"] as const)("%s has its color broken up along all four sides", (mode) => {
    expect(getColors(mode)).toEqual(new Set([qrColors.paper, qrColors.ink, qrColors[mode]]));
    const picture = qrPicture({ text, mode });
    const at = pixels(picture);
    const across = Array.from({ length: picture.width }, (_, x) => x);
    const down = Array.from({ length: picture.height }, (_, y) => y);
    const sides = [
      across.map((x) => at(x, 0)),
      across.map((x) => at(x, picture.height - 1)),
      down.map((y) => at(0, y)),
      down.map((y) => at(picture.width - 1, y)),
    ];
    for (const side of sides) {
      const changes = side.filter((color, index) => color !== side[index - 1]).length;
      expect(changes).toBeGreaterThan(10);
      expect(new Set(side)).toEqual(new Set([qrColors.paper, qrColors[mode]]));
    }
  });

  it("test says so in letters below the code, in its middle", () => {
    const band = wordBand(qrPicture({ text, mode: "test" }));
    const left = band[0]?.search("#") ?? 0;
    expect(band.map((row) => row.slice(left).trimEnd())).toEqual([
      "######  ######   #####  ######",
      "######  ######  ######  ######",
      "  ##    ##      ##        ##",
      "  ##    #####   #####     ##",
      "  ##    #####    #####    ##",
      "  ##    ##          ##    ##",
      "  ##    ######  ######    ##",
      "  ##    ######  #####     ##",
    ]);
    expect(left).toBe(band[0]?.match(/ *$/)?.[0].length);
  });

  it("grows the word with the code", () => {
    const small = wordBand(qrPicture({ text, mode: "test" })).length;
    expect(wordBand(qrPicture({ text: randomUrl(900), mode: "test" })).length).toBeGreaterThan(small);
  });
});

describe("size", () => {
  const picture = qrPicture({ text, mode: "live" });

  it("is whole pixels a module, in a picture as wide as asked", () => {
    const { width, height, data } = decode(qrPng(picture, { widthPixels: 100 }));
    expect([width, height]).toEqual([100, 100]);
    // Two pixels a module. The remaining 18 are white margin: 4 modules and 9 pixels before the first module.
    const first = data.findIndex((byte) => byte !== 0);
    expect([Math.floor(first / 25), first % 25, data[first]]).toEqual([17, 4, 0b00_01_01_01]);
    expect(decode(qrPng(picture, { modulePixels: 10 })).width).toBe(410);
    expect(() => qrPng(picture, { widthPixels: 40 })).toThrow(RangeError);
    expect(() => qrPng(picture, { modulePixels: 2.5 })).toThrow(RangeError);
  });

  it("is small as a file", () => {
    expect(qrPng(picture, { modulePixels: 20 }).length).toBeLessThan(4_000);
  });

  it("ends where a code can hold no more", () => {
    expect(qrPicture({ text: "a".repeat(qrMostBytes), mode: "live" }).width).toBe(177 + 8);
    expect(() => qrPicture({ text: "a".repeat(qrMostBytes + 1), mode: "live" })).toThrow();
  });
});

describe("the SVG", () => {
  const svg = qrSvg(qrPicture({ text, mode: "test" }), {
    title: `Tom & "Jerry's" <b>\u0000`,
    widthPixels: 450,
  });

  it("is one self-contained element with a name", () => {
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" role="img" viewBox="0 0 45 53" width="450" height="530"/,
    );
    expect(svg).toContain('shape-rendering="crispEdges"');
    expect(svg).toContain("<title>Tom &amp; &quot;Jerry&#39;s&quot; &lt;b&gt; </title>");
    expect(svg).not.toMatch(/href|url\(|<style|<script|<text|\bid=/);
  });

  it("has one path for each color, the paper first", () => {
    const { viewBox, paths } = qrPaths(qrPicture({ text, mode: "sandbox" }));
    expect(viewBox).toBe("0 0 45 53");
    expect(paths.map(({ fill }) => fill)).toEqual([qrColors.paper, qrColors.sandbox, qrColors.ink]);
  });
});

async function expectRead(png: Uint8Array, expected: string): Promise<void> {
  for (const [name, read] of readers) expect(await read(png), name).toBe(expected);
}

/** The color at a place given in modules. */
function pixels(picture: QrPicture): (x: number, y: number) => string {
  const scale = 4;
  const image = decode(qrPng(picture, { modulePixels: scale }));
  const data = rgba(image);
  return (x, y) => {
    const start = ((y * scale + 1) * image.width + x * scale + 1) * 4;
    return `#${Buffer.from(data.slice(start, start + 3)).toString("hex")}`;
  };
}

/** The rows of half modules with the word, `#` for ink. */
function wordBand(picture: QrPicture): string[] {
  const at = pixels(picture);
  const row = (y: number) =>
    Array.from({ length: picture.width * 2 }, (_, x) => (at(x / 2, y) === qrColors.ink ? "#" : " ")).join("");
  const below = Array.from(
    { length: (picture.height - picture.width) * 2 },
    (_, index) => picture.width - 2 + index / 2,
  );
  return below.map(row).filter((dots) => dots.includes("#"));
}

function shareOfDifferentPixels(one: Uint8ClampedArray, two: Uint8ClampedArray): number {
  let different = 0;
  for (let at = 0; at < one.length; at += 4) {
    if (one[at] !== two[at] || one[at + 1] !== two[at + 1] || one[at + 2] !== two[at + 2]) different++;
  }
  return (different * 4) / one.length;
}
