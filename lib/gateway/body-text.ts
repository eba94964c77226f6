import type { IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync, constants, inflateRawSync, unzipSync } from "node:zlib";

/** Answers are a few hundred bytes; a list of 1,000 links is under 200 kB. Unpacked, too, it may be no longer. */
export const maxBodyBytes = 1024 * 1024;

/** An answer that was packed more often than this was not packed to save bytes. */
const mostLayers = 3;

/**
 * A body's text. Packed though nobody asked for it, in a charset of its own, with a byte order mark: all of that can
 * be read, and a link was made whichever way its answer was written. What is no text comes out as no JSON.
 */
export function readBodyText(bytes: Buffer, headers: IncomingHttpHeaders): string {
  const [, charset] = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(headers["content-type"] ?? "") ?? [];
  return decode(unpack(bytes, headers["content-encoding"] ?? ""), charset);
}

function unpack(packed: Buffer, encoding: string): Buffer {
  const layers = encoding
    .toLowerCase()
    .split(",", mostLayers + 1)
    .slice(0, mostLayers)
    .reverse();
  const bytes = layers.reduce((layer, name) => unpackers[name.trim()]?.(layer) ?? layer, packed);
  // Packed, and not even said so.
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? (unzip(bytes) ?? bytes) : bytes;
}

type Unpacker = (bytes: Buffer) => Buffer | undefined;

/** What lacks its last bytes is unpacked as far as it goes, as browsers do; JSON shows whether all of it is there. */
const zlibLimits = { maxOutputLength: maxBodyBytes, finishFlush: constants.Z_SYNC_FLUSH };
const brotliLimits = { maxOutputLength: maxBodyBytes, finishFlush: constants.BROTLI_OPERATION_FLUSH };

/** Tells gzip and zlib apart by itself. */
const unzip: Unpacker = (bytes) => orUndefined(() => unzipSync(bytes, zlibLimits));
/** Some call it deflate when zlib's head is missing. */
const inflate: Unpacker = (bytes) => unzip(bytes) ?? orUndefined(() => inflateRawSync(bytes, zlibLimits));

const unpackers: Partial<Record<string, Unpacker>> = {
  gzip: unzip,
  "x-gzip": unzip,
  deflate: inflate,
  br: (bytes) => orUndefined(() => brotliDecompressSync(bytes, brotliLimits)),
};

/** Undefined for bytes that are not packed as they are said to be, or that are too many. They are read as they came. */
function orUndefined(unpacked: () => Buffer): Buffer | undefined {
  try {
    return unpacked();
  } catch {
    return undefined;
  }
}

function decode(bytes: Buffer, charset: string | undefined): string {
  const wide = wideCharset(bytes) ?? (charset && /^utf-?16/i.test(charset) ? charset : undefined);
  const exact = decodeAs(wide ?? "utf-8", bytes) ?? (charset && decodeAs(charset, bytes));
  // One bad byte in a field that nobody reads does not unmake a link; in an address it is no letter.
  return exact || new TextDecoder().decode(bytes);
}

/** UTF-16 that says so with its byte order mark. */
function wideCharset([first, second]: Buffer): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** Without its byte order mark. Undefined for bytes that are not of this charset, or a charset that nobody knows. */
function decodeAs(charset: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
