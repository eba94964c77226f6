import { getBrand } from "@/app/m/[merchant]/links/_print/get-brand";
import type { ShareableLink } from "@/lib/domain/payment-links/schema";
import type { Look } from "@/lib/rendering/print/print-query";
import { type BrandedQr, brandedQr, plainQr, type QrUse } from "@/lib/rendering/qr/branded-qr";
import type { Member } from "@/lib/web/require-member";

/** A link's code in the look that was asked for, or with as much of it as a reader can still read. */
export async function getCode(
  member: Member,
  link: ShareableLink,
  { use, look }: { use: QrUse; look: Look },
): Promise<BrandedQr> {
  const request = { text: link.url, mode: link.mode, use };
  if (look === "plain") return { picture: plainQr(request), logo: null, refused: [] };
  return brandedQr({ ...request, brand: await getBrand(member) });
}
