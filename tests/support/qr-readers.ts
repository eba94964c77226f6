import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { convertIndexedToRgb, type DecodedPng, decode } from "fast-png";
import jsQr from "jsqr";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

/** Reads the QR code in a PNG: its text, or null when there is none. */
export type QrReader = (png: Uint8Array) => Promise<string | null>;

/** Two readers that share no code with each other, or with the code that draws ours. */
export const qrReaders: Record<"jsqr" | "zxing", QrReader> = { jsqr: readWithJsQr, zxing: readWithZxing };

async function readWithJsQr(png: Uint8Array): Promise<string | null> {
  const image = decode(png);
  const code = jsQr(rgba(image), image.width, image.height, { inversionAttempts: "dontInvert" });
  return code?.data ?? null;
}

/** It also decodes the PNG itself. Its WASM is read from the package; by default it would be downloaded. */
async function readWithZxing(png: Uint8Array): Promise<string | null> {
  wasm ??= loadZxing();
  await wasm;
  const [code] = await readBarcodes(png, { formats: ["QRCode"], tryInvert: false });
  return code?.text ?? null;
}

let wasm: Promise<unknown> | undefined;

async function loadZxing(): Promise<void> {
  const bytes = await readFile(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
  await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(bytes).buffer },
    fireImmediately: true,
  });
}

/** The pixels as four channels of eight bits, for a PNG without transparency. */
export function rgba(image: DecodedPng): Uint8ClampedArray {
  const data = image.palette ? convertIndexedToRgb(image) : image.data;
  const channels = image.palette ? 3 : image.channels;
  const pixels = new Uint8ClampedArray(image.width * image.height * 4).fill(255);
  for (let pixel = 0; pixel < image.width * image.height; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      const from = channels < 3 ? 0 : channel;
      pixels[pixel * 4 + channel] = data[pixel * channels + from] ?? 0;
    }
  }
  return pixels;
}
