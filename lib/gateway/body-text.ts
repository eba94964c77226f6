import type { IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync, constants, inflateRawSync, unzipSync } from "node:zlib";

/**
 * The largest answer that is read, also after decompression. Answers are a few hundred bytes; a list of 1,000 links is
 * less than 200 kB.
 */
export const maxBodyBytes = 1024 * 1024;

/** An answer that was compressed more often than this is an attack, and not meant to save bytes. */
const mostLayers = 3;

/**
 * The text of a body. It may be compressed though we did not ask for it, in another charset, or begin with a byte order
 * mark: a link was created however its answer is written. What is no text will not parse as JSON.
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
  // Compressed, but not declared as such.
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? (unzip(bytes) ?? bytes) : bytes;
}

type Unpacker = (bytes: Buffer) => Buffer | undefined;

/** Truncated data is decompressed as far as possible, as browsers do; the JSON parser notices what is missing. */
const zlibLimits = { maxOutputLength: maxBodyBytes, finishFlush: constants.Z_SYNC_FLUSH };
const brotliLimits = { maxOutputLength: maxBodyBytes, finishFlush: constants.BROTLI_OPERATION_FLUSH };

/** Recognises gzip and zlib by itself. */
const unzip: Unpacker = (bytes) => orUndefined(() => unzipSync(bytes, zlibLimits));
/** Some servers send deflate without the zlib header. */
const inflate: Unpacker = (bytes) => unzip(bytes) ?? orUndefined(() => inflateRawSync(bytes, zlibLimits));

const unpackers: Partial<Record<string, Unpacker>> = {
  gzip: unzip,
  "x-gzip": unzip,
  deflate: inflate,
  br: (bytes) => orUndefined(() => brotliDecompressSync(bytes, brotliLimits)),
};

/**
 * Undefined for bytes that are not compressed as declared, or that decompress to too much. They are then read as they
 * are.
 */
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
  // A bad byte in a field that is not used does no harm. In an address, the replacement character makes it unusable.
  return exact || new TextDecoder().decode(bytes);
}

/** UTF-16, if its byte order mark says so. */
function wideCharset([first, second]: Buffer): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** Without the byte order mark. Undefined for bytes that are not in this charset, and for an unknown charset. */
function decodeAs(charset: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
