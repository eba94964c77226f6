import type { QrLogo } from "@/lib/rendering/qr/logo-plate";
import type { QrPicture } from "@/lib/rendering/qr/qr-picture";
import { qrRaster } from "@/lib/rendering/qr/qr-raster";
import { readQr } from "@/lib/rendering/qr/read-qr";

/** Pixels a module: as crisp as a screen, and as small as a camera sees a code from across the counter. */
const scale = 4;
const smallScale = 2;
/** Neither whole pixels a module nor the same phase in any two of them, as in every photo. */
const photoScale = 2.7;
/** Out of focus by a third of a module. */
const photoSigma = 0.35 * photoScale;

/** Whether the code in a picture is read as `text`: crisp, small, and out of focus in a glare. */
export async function isScannable(picture: QrPicture, text: string, logo: QrLogo | null): Promise<boolean> {
  const crisp = await qrRaster(picture, scale, logo);
  const small = await qrRaster(picture, smallScale, logo);
  const photo = crisp
    .clone()
    .resize({ width: Math.round(picture.width * photoScale) })
    .blur(photoSigma)
    // A glare takes half of the contrast.
    .linear(0.5, 100);
  for (const view of [photo, small, crisp]) if ((await readQr(view)) !== text) return false;
  return true;
}
