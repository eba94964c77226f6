import { readFile } from "node:fs/promises";
import type { Sharp } from "sharp";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { packageFile } from "@/lib/platform/package-file";

/** The text of the QR code in a picture, as a scanner reads it; null when it finds none. */
export async function readQr(picture: Sharp): Promise<string | null> {
  wasm ??= loadReader();
  await wasm;
  const { data: bytes, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const data = Uint8ClampedArray.from(bytes);
  const { width, height } = info;
  // The product's own name for pixels is the browser's ImageData, of which it takes these three.
  const image = { data, width, height, colorSpace: "srgb", pixelFormat: "rgba-unorm8" } as const;
  const [code] = await readBarcodes(image, { formats: ["QRCode"], tryInvert: false, maxNumberOfSymbols: 1 });
  return code?.text ?? null;
}

let wasm: Promise<unknown> | undefined;

/** From the installed package: the library would download it. */
async function loadReader(): Promise<void> {
  const bytes = await readFile(packageFile("zxing-wasm/dist/reader/zxing_reader.wasm"));
  const wasmBinary = new Uint8Array(bytes).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}
