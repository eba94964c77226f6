import { readFile } from "node:fs/promises";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { packageFile } from "@/lib/package-file";
import type { Pixels } from "@/lib/qr/logo-pixels";

/** The text of the QR code in a picture, as a scanner reads it; null when it finds none. */
export async function readQr({ width, height, rgb }: Pixels): Promise<string | null> {
  wasm ??= loadReader();
  await wasm;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    data[to] = rgb[from] ?? 255;
    data[to + 1] = rgb[from + 1] ?? 255;
    data[to + 2] = rgb[from + 2] ?? 255;
  }
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
