import { notFound } from "next/navigation";
import type { Permission } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { paymentLinkOf } from "@/lib/payment-links/service";
import { isUuid } from "@/lib/uuid";

/** The link that an address names, with the member who looks at it. `path` is of the link's own page. */
export async function loadLink(
  params: Promise<{ merchant: string; linkId: string }>,
  permission: Permission = "links:read",
) {
  const { merchant: slug, linkId } = await params;
  const member = await requireMember(slug, permission);
  const link = isUuid(linkId) ? await paymentLinkOf(member.view, linkId) : null;
  return link ? { ...member, link, path: `/m/${member.merchant.slug}/links/${link.id}` } : notFound();
}
