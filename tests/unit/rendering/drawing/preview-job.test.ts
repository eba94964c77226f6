import sharp from "sharp";
import { expect, test } from "vitest";
import { drawLinkPreview } from "@/lib/rendering/drawing/preview-job";

const plain = {
  merchant: { name: "Café Luna", color: "#0f766e" },
  logo: null,
  amount: "₡59,000.00",
  description: "Cena para dos",
  mode: "live",
  notReal: "",
} as const;

async function pixelAt(png: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 3)];
}

test.each([
  { what: "a plain link", about: plain },
  {
    what: "a long one for practice, from right to left in part, without an amount",
    about: {
      ...plain,
      merchant: { name: "متجر ".repeat(30), color: "#0f766e" },
      amount: null,
      description: "Una historia muy larga. ".repeat(40),
      mode: "sandbox" as const,
      notReal: "Solo para practicar: no se cobra nada.",
    },
  },
  { what: "a very high amount", about: { ...plain, amount: "CRC 99,999,999,999,999.99" } },
])("the picture of $what is 1200 by 630 pixels, small, and in the merchant's color", async ({ about }) => {
  const png = await drawLinkPreview(about);
  expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
  expect(png.byteLength).toBeLessThan(100_000);
  expect(await pixelAt(png, 10, 300)).toEqual([15, 118, 110]);
  await sharp(png).toFile(`/tmp/look-preview-${about.mode}-${about.amount?.length ?? 0}.png`);
});

test("what is written in it is text, and nothing in it is read as a picture's code", async () => {
  const hostile = {
    ...plain,
    merchant: { ...plain.merchant, name: `<image href="file:///etc/passwd"/>"'&` },
  };
  const png = await drawLinkPreview({ ...hostile, description: "</svg><script>" });
  expect(await sharp(png).metadata()).toMatchObject({ width: 1200 });
});
