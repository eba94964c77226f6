import type { QrLogo } from "@/lib/rendering/qr/logo-plate";
import type { QrPicture } from "@/lib/rendering/qr/qr-picture";
import { qrRaster } from "@/lib/rendering/qr/qr-raster";
import { readQr } from "@/lib/rendering/qr/read-qr";

/** Pixels a module: as sharp as a screenshot, and as small as a camera sees a code across a counter. */
const scale = 4;
const smallScale = 2;
/** Not a whole number of pixels a module, so that each module falls differently on the pixels, as in a photo. */
const photoScale = 2.7;
/** Blurred by a third of a module. */
const photoSigma = 0.35 * photoScale;

/**
 * Whether a reader reads `text` from the picture both when it is sharp and small, and when it is blurred and in a
 * glare.
 */
export async function isScannable(picture: QrPicture, text: string, logo: QrLogo | null): Promise<boolean> {
  const crisp = await qrRaster(picture, scale, logo);
  const small = await qrRaster(picture, smallScale, logo);
  const photo = crisp
    .clone()
    .resize({ width: Math.round(picture.width * photoScale) })
    .blur(photoSigma)
    // A glare halves the contrast.
    .linear(0.5, 100);
  for (const view of [photo, small, crisp]) if ((await readQr(view)) !== text) return false;
  return true;
}
