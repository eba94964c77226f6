import { fail, ok, type Result } from "@/lib/core/result";

/** The largest file that an owner may upload. */
export const logoMaxBytes = 2 * 1024 * 1024;

/** The longest side of the picture that is stored, in pixels. */
const logoSide = 512;

/**
 * The same for the icon, for lists and menus: it is shown 40 pixels wide, on screens with up to three pixels for each.
 */
const iconSide = 128;

/** A small file can decode to a picture of gigabytes, so that nothing larger than 5,000 by 5,000 pixels is decoded. */
const maxPixels = 25_000_000;

const maxSeconds = 10;

export type LogoIssue =
  | "logo_missing"
  | "logo_too_heavy"
  | "logo_wrong_type"
  | "logo_unreadable"
  | "logo_too_many_pixels";

/** `width` and `height` are those of `png`; the icon has the same proportions. */
export type LogoPicture = {
  png: Uint8Array<ArrayBuffer>;
  icon: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
};

/**
 * Any picture that browsers show, as a PNG with transparency that fits a square of `logoSide`. It is drawn anew, so
 * that nothing else of the file is stored: no place where a photo was taken, no texts, no second picture.
 */
export async function logoPicture(
  file: Uint8Array<ArrayBuffer>,
): Promise<Result<LogoPicture, { code: LogoIssue }>> {
  if (file.byteLength === 0) return fail({ code: "logo_missing" });
  if (file.byteLength > logoMaxBytes) return fail({ code: "logo_too_heavy" });
  const format = detectFormat(file);
  if (format === null) return fail({ code: "logo_wrong_type" });
  // Loaded only when needed: most processes never draw a logo.
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
    // The library's own message may quote the file, so only a code is returned.
    const isTooLarge = error instanceof Error && error.message.includes("pixel limit");
    return fail({ code: isTooLarge ? "logo_too_many_pixels" : "logo_unreadable" });
  }
}

function within(side: number) {
  return { width: side, height: side, fit: "inside", withoutEnlargement: true } as const;
}

/** The format by its first bytes, whatever the file is called: the library decodes no other format from outside. */
function detectFormat(file: Uint8Array): "png" | "jpeg" | "webp" | null {
  const text = Buffer.from(file.buffer, file.byteOffset, Math.min(file.byteLength, 12)).toString("latin1");
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (text.startsWith("\xff\xd8\xff")) return "jpeg";
  return /^RIFF[\s\S]{4}WEBP/.test(text) ? "webp" : null;
}
