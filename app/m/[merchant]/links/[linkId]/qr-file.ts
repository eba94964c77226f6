import { notFound } from "next/navigation";
import { requireMember } from "@/lib/auth/require-member";
import { paymentLinkOf } from "@/lib/payment-links/service";
import { type QrPicture, qrPicture } from "@/lib/qr/qr-picture";
import { isUuid } from "@/lib/uuid";

/** A ready link's QR code as a file; a link that cannot be paid has none. */
export async function qrFile(
  { merchant: slug, linkId }: { merchant: string; linkId: string },
  type: string,
  draw: (picture: QrPicture, title: string) => string | Uint8Array,
): Promise<Response> {
  const { view } = await requireMember(slug, "links:read");
  const link = isUuid(linkId) ? await paymentLinkOf(view, linkId) : null;
  if (link?.state !== "ready" || !link.url) notFound();
  const body = draw(qrPicture({ text: link.url, mode: link.mode }), link.url);
  return new Response(typeof body === "string" ? body : new Blob([new Uint8Array(body)]), {
    headers: { "content-type": type, "cache-control": "private, max-age=3600" },
  });
}
