import { type Pixels, resized } from "@/lib/qr/logo-pixels";
import type { QrPicture } from "@/lib/qr/qr-picture";
import { qrRaster } from "@/lib/qr/qr-raster";
import { readQr } from "@/lib/qr/read-qr";
import { glaring, softened } from "@/lib/qr/soften";

/** Pixels a module: as crisp as a screen, and as small as a camera sees a code from across the counter. */
const scale = 4;
const smallScale = 2;
/** Neither whole pixels a module nor the same phase in any two of them, as in every photo. */
const photoScale = 2.7;

/** Whether the code in a picture is read as `text`: crisp, small, and out of focus in a glare. */
export async function survives(picture: QrPicture, text: string, logo: Pixels | null): Promise<boolean> {
  const crisp = qrRaster(picture, scale, logo);
  const photo = resized(
    softened(crisp, scale / 2),
    Math.round(picture.width * photoScale),
    Math.round(picture.height * photoScale),
  );
  const views = [() => glaring(photo), () => qrRaster(picture, smallScale, logo), () => crisp];
  for (const view of views) if ((await readQr(view())) !== text) return false;
  return true;
}
