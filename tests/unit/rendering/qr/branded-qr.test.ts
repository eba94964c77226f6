import { decode, encode } from "fast-png";
import { describe, expect, it, vi } from "vitest";
import { modes } from "@/lib/core/mode";
import { brandedQr, plainQr } from "@/lib/rendering/qr/branded-qr";
import { isScannable } from "@/lib/rendering/qr/is-scannable";
import type { QrLogo } from "@/lib/rendering/qr/logo-plate";
import { qrColors, qrPicture } from "@/lib/rendering/qr/qr-picture";
import { brandedPng } from "@/lib/rendering/qr/qr-png";
import { qrSvg } from "@/lib/rendering/qr/qr-svg";
import { qrReaders } from "@/tests/support/qr-readers";
import { randomRequest } from "@/tests/support/random-brands";
import { seededRandom } from "@/tests/support/seeded-random";

// Readers take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const text = "https://pay.4geeks.io/link/plink_3m4n5o6p7q8r";
const teal = "#0f766e";
const request = { text, mode: "live", use: "screen" } as const;

describe("a code in the merchant's color with its logo", () => {
  it.each(modes)("is offered in mode %s, and read by both readers", async (mode) => {
    const code = await brandedQr({ ...request, mode, brand: { color: teal, logo: logo(120, 120) } });
    expect(code.refused).toEqual([]);
    expect(code.picture.plate).not.toBeNull();
    for (const modulePixels of [3, 5, 8]) {
      const png = await brandedPng(code, { modulePixels });
      for (const [name, read] of Object.entries(qrReaders)) expect(await read(png), name).toBe(text);
    }
  });

  it.each([
    [100, 100],
    [400, 100],
    [60, 240],
  ])("has the whole logo of %d by %d in its middle, as large as its plate lets it be", (width, height) => {
    const picture = qrPicture({
      text,
      mode: "live",
      errorCorrection: "high",
      look: { logo: { width, height } },
    });
    const { plate } = picture;
    if (!plate) throw new Error("no plate");
    expect(plate.logo.width / plate.logo.height).toBeCloseTo(width / height, 5);
    expect(plate.logo.x + plate.logo.width / 2).toBeCloseTo(picture.width / 2, 5);
    expect(plate.width - plate.logo.width).toBeGreaterThanOrEqual(1 - 1e-9);
    expect(plate.height - plate.logo.height).toBeGreaterThanOrEqual(1 - 1e-9);
    const codeSize = picture.width - 8;
    expect(plate.width * plate.height).toBeLessThanOrEqual(0.075 * codeSize ** 2);
    expect(plate.width * plate.height).toBeGreaterThan(0.04 * codeSize ** 2);
  });

  it("is drawn alike as PNG and SVG, the logo with what is behind it white", async () => {
    const transparent = logo(64, 64, [0, 0, 255, 128]);
    const { picture } = await brandedQr({ ...request, brand: { color: teal, logo: transparent } });
    const png = decode(await brandedPng({ picture, logo: transparent }, { modulePixels: 4 }));
    const middle = (Math.floor(png.height / 2) * png.width + Math.floor(png.width / 2)) * 3;
    expect([...png.data.slice(middle, middle + 3)]).toEqual([127, 127, 255]);
    const svg = qrSvg(picture, { title: "", logo: transparent.png });
    expect(svg).toContain(`href="data:image/png;base64,${Buffer.from(transparent.png).toString("base64")}"`);
    expect(svg).toContain(`fill="${teal}"`);
  });
});

describe("what is not read is not offered", () => {
  it.each(["#fde68a", "#ffffff", "#f97316", "#94a3b8"])(
    "a color as light as %s: black instead",
    async (color) => {
      const { picture, refused } = await brandedQr({ ...request, brand: { color, logo: null } });
      expect(refused).toEqual(["color"]);
      expect(picture).toEqual(plainQr(request));
      const { refused: withLogo, logo: kept } = await brandedQr({
        ...request,
        brand: { color, logo: logo(90, 90) },
      });
      expect([withLogo, kept !== null]).toEqual([["color"], true]);
    },
  );

  it("a logo on an address so long that the plate would hide what readers look for", async () => {
    for (const [length, refused] of [
      [74, []],
      [75, ["logo"]],
      [2_000, ["logo"]],
    ] as const) {
      const long = `${text}/`.padEnd(length, "x");
      const code = await brandedQr({ ...request, text: long, brand: { color: teal, logo: logo(90, 90) } });
      expect(code.refused, `${length} bytes`).toEqual(refused);
    }
  });

  it("the reader itself says no: to a pale code, to half a code, to another text", async () => {
    const plain = plainQr(request);
    expect(await isScannable(plain, text, null)).toBe(true);
    expect(await isScannable(plain, `${text}x`, null)).toBe(false);
    const white = qrPicture({ text, mode: "live", look: { ink: "#fffbe6" } });
    expect(await isScannable(white, text, null)).toBe(false);
    const [ink] = plain.layers;
    const half = {
      ...plain,
      layers: ink ? [{ ...ink, shapes: ink.shapes.filter((_, n) => n % 2 === 0) }] : [],
    };
    expect(await isScannable(half, text, null)).toBe(false);
  });
});

it("whatever colors and logos merchants have, every code that they are offered is read", async () => {
  const random = seededRandom(77);
  const unread: string[] = [];
  let branded = 0;
  for (let n = 0; n < 40; n++) {
    const asked = randomRequest(random);
    const { picture, logo: drawn } = await brandedQr(asked);
    if (drawn || picture.layers.some(({ color }) => color === asked.brand.color)) branded++;
    const png = await brandedPng({ picture, logo: drawn }, { modulePixels: 2 + (n % 7) });
    for (const [name, read] of Object.entries(qrReaders)) {
      if ((await read(png)) !== asked.text) unread.push(`${name} ${n}`);
    }
  }
  expect(unread).toEqual([]);
  expect(branded).toBeGreaterThan(15);
});

it("paper gets more that can be mended than a screen", () => {
  const [screen, print] = (["screen", "print"] as const).map(
    (use) => plainQr({ ...request, text: `${text}/long/er`, use }).width,
  );
  expect(print).toBeGreaterThan(screen ?? 0);
  expect(qrColors.ink).toBe(plainQr(request).layers[0]?.color);
});

/** A picture of one color with a border of another. */
function logo(width: number, height: number, color = [190, 18, 60, 255]): QrLogo {
  const data = new Uint8Array(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set(color, at);
  const png = encode({ width, height, data, channels: 4 });
  return { png, width, height, version: `${width}x${height}-${color}` };
}
