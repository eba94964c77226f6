import { getBrand } from "@/app/m/[merchant]/links/_print/get-brand";
import type { ShareableLink } from "@/lib/domain/payment-links/schema";
import type { CodeRequest } from "@/lib/rendering/drawing/code-jobs";
import type { Look } from "@/lib/rendering/print/print-query";
import type { QrUse } from "@/lib/rendering/qr/branded-qr";
import type { Member } from "@/lib/web/require-member";

/** A link's code in the look that was asked for, ready to be drawn. */
export async function codeRequest(
  member: Member,
  { address, mode }: ShareableLink,
  { use, look }: { use: QrUse; look: Look },
): Promise<CodeRequest> {
  return { text: address, mode, use, brand: look === "plain" ? null : await getBrand(member) };
}
