import { loadLink } from "@/app/m/[merchant]/links/[linkId]/_card/load-link";
import { isShareable, type PaymentLink, type ShareableLink } from "@/lib/domain/payment-links/schema";
import type { Member } from "@/lib/web/require-member";

type Address = { merchant: string; linkId: string };

/** The link in a print page's address; `printable` when it can be paid. "Not found" for a person who may not see it. */
export async function linkToPrint(
  params: Promise<Address>,
): Promise<{ member: Member; link: PaymentLink; printable: ShareableLink | null; path: string }> {
  const { link, path, ...member } = await loadLink(params, "links:print");
  return { member, link, path, printable: isShareable(link) ? link : null };
}
