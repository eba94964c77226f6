import { fail, ok, type Result } from "@/lib/core/result";

/** What an owner may upload. */
export const logoMaxBytes = 2 * 1024 * 1024;

/** Either side of the picture that is kept, at most, in pixels. */
const logoSide = 512;

/** The same of the small one, for lists and menus: 40 pixels wide on the sharpest of screens. */
const iconSide = 128;

/** A small file can stand for a picture of gigabytes: what is larger than 5,000 by 5,000 pixels is not unpacked. */
const maxPixels = 25_000_000;

const maxSeconds = 10;

export type LogoIssue =
  | "logo_missing"
  | "logo_too_heavy"
  | "logo_wrong_type"
  | "logo_unreadable"
  | "logo_too_many_pixels";

/** `width` and `height` are the large one's; the icon has the same shape. */
export type LogoPicture = {
  png: Uint8Array<ArrayBuffer>;
  icon: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
};

/**
 * Any picture that browsers show, as a PNG with transparency that fits a square of `logoSide`. It is drawn anew, so that
 * nothing of the file itself is kept: no place where a photo was taken, no words, no second picture hidden behind the first.
 */
export async function logoPicture(
  file: Uint8Array<ArrayBuffer>,
): Promise<Result<LogoPicture, { code: LogoIssue }>> {
  if (file.byteLength === 0) return fail({ code: "logo_missing" });
  if (file.byteLength > logoMaxBytes) return fail({ code: "logo_too_heavy" });
  const format = detectFormat(file);
  if (format === null) return fail({ code: "logo_wrong_type" });
  // Loaded when it is needed: most processes never draw a logo.
  const { default: sharp } = await import("sharp");
  try {
    const source = sharp(file, { limitInputPixels: maxPixels, failOn: "error", sequentialRead: true });
    const { width, height, format: found } = await source.metadata();
    if (found !== format) return fail({ code: "logo_unreadable" });
    if (width * height > maxPixels) return fail({ code: "logo_too_many_pixels" });
    const { data, info } = await source
      .timeout({ seconds: maxSeconds })
      .autoOrient()
      .resize(within(logoSide))
      .toColourspace("srgb")
      .ensureAlpha()
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true });
    const icon = await sharp(data).resize(within(iconSide)).png({ compressionLevel: 9 }).toBuffer();
    const { width: drawnWidth, height: drawnHeight } = info;
    return ok({
      png: new Uint8Array(data),
      icon: new Uint8Array(icon),
      width: drawnWidth,
      height: drawnHeight,
    });
  } catch (error) {
    // What the library says quotes the file; the code is all that anybody needs to know.
    const isTooLarge = error instanceof Error && error.message.includes("pixel limit");
    return fail({ code: isTooLarge ? "logo_too_many_pixels" : "logo_unreadable" });
  }
}

function within(side: number) {
  return { width: side, height: side, fit: "inside", withoutEnlargement: true } as const;
}

/** By the first bytes, whatever the file is called: only three readers of the library are ever handed an outsider's bytes. */
function detectFormat(file: Uint8Array): "png" | "jpeg" | "webp" | null {
  const text = Buffer.from(file.buffer, file.byteOffset, Math.min(file.byteLength, 12)).toString("latin1");
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (text.startsWith("\xff\xd8\xff")) return "jpeg";
  return /^RIFF[\s\S]{4}WEBP/.test(text) ? "webp" : null;
}
