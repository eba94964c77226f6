import { readFile } from "node:fs/promises";
import type { Sharp } from "sharp";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { packageFile } from "@/lib/platform/package-file";

/** The text of the QR code in a picture, as a scanner reads it; null when it finds no code. */
export async function readQr(picture: Sharp): Promise<string | null> {
  wasm ??= loadReader();
  await wasm;
  const { data: bytes, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const data = Uint8ClampedArray.from(bytes);
  const { width, height } = info;
  // The library expects the browser's ImageData, and uses only these fields of it.
  const image = { data, width, height, colorSpace: "srgb", pixelFormat: "rgba-unorm8" } as const;
  const [code] = await readBarcodes(image, { formats: ["QRCode"], tryInvert: false, maxNumberOfSymbols: 1 });
  return code?.text ?? null;
}

let wasm: Promise<unknown> | undefined;

/** Loads the reader from the installed package; by default the library would download it. */
async function loadReader(): Promise<void> {
  const bytes = await readFile(packageFile("zxing-wasm/dist/reader/zxing_reader.wasm"));
  const wasmBinary = new Uint8Array(bytes).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}
