import type { Member } from "@/lib/auth/require-member";
import { isShareable, type PaymentLink, type ShareableLink } from "@/lib/payment-links/schema";
import { loadLink } from "./load-link";

type Address = { merchant: string; linkId: string };

/** The link of a print page's address, `printable` where it can be paid; "not found" for whoever may not see it. */
export async function linkToPrint(
  params: Promise<Address>,
): Promise<{ member: Member; link: PaymentLink; printable: ShareableLink | null; path: string }> {
  const { link, path, ...member } = await loadLink(params, "links:print");
  return { member, link, path, printable: isShareable(link) ? link : null };
}
