import type { Sharp } from "sharp";
import type { QrLogo } from "@/lib/rendering/qr/logo-plate";
import type { QrPicture } from "@/lib/rendering/qr/qr-picture";
import { qrSvg } from "@/lib/rendering/qr/qr-svg";

/**
 * A picture in pixels, drawn from its SVG. `scale` is the side of a module in whole pixels; a logo is drawn on the
 * plate.
 */
export async function qrRaster(picture: QrPicture, scale: number, logo: QrLogo | null): Promise<Sharp> {
  // Loaded only when needed: most processes never draw a code with a logo.
  const { default: sharp } = await import("sharp");
  const widthPixels = picture.width * scale;
  const svg = qrSvg(picture, { title: "", widthPixels, logo: logo?.png ?? null });
  return sharp(Buffer.from(svg)).removeAlpha();
}
