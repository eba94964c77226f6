import type { Member } from "@/lib/auth/require-member";
import type { ShareableLink } from "@/lib/payment-links/schema";
import type { Look } from "@/lib/print/print-query";
import { type BrandedQr, brandedQr, plainQr, type QrUse } from "@/lib/qr/branded-qr";
import { brandOf } from "../brand-of";

/** A link's code as asked for, or as much like that as a reader still reads. */
export async function codeOf(
  member: Member,
  link: ShareableLink,
  { use, look }: { use: QrUse; look: Look },
): Promise<BrandedQr> {
  const request = { text: link.url, mode: link.mode, use };
  if (look === "plain") return { picture: plainQr(request), logo: null, refused: [] };
  return brandedQr({ ...request, brand: await brandOf(member) });
}
