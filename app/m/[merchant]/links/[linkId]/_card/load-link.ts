import { notFound } from "next/navigation";
import { cache } from "react";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { isUuid } from "@/lib/core/uuid";
import type { Permission } from "@/lib/domain/members/permissions";
import { findPaymentLink } from "@/lib/domain/payment-links/history/list-history";
import { readLinkPage } from "@/lib/domain/payment-links/history/read-link-page";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { withAddress } from "@/lib/web/link-address";
import { type Member, requireMember } from "@/lib/web/require-member";

/** The link in an address; null when this person may not see it. */
export async function findLinkAt(
  { view, merchant }: Pick<Member, "view" | "merchant">,
  linkId: string,
): Promise<PaymentLink | null> {
  const link = isUuid(linkId) ? await findPaymentLink(view, linkId) : null;
  return link && withAddress(link, { view, merchant });
}

/** The link in an address, with the member who opened it. `path` is that of the link's page. */
export async function loadLink(
  params: Promise<{ merchant: string; linkId: string }>,
  permission: Permission = "links:read",
) {
  const { merchant, linkId } = await params;
  return loadOnce(merchant, linkId, permission);
}

/** A page and its title need the same link; the database is asked once for both. */
const loadOnce = cache(async (slug: string, linkId: string, permission: Permission) => {
  const member = await requireMember(slug, permission);
  const link = await findLinkAt(member, linkId);
  return link ? { ...member, link, path: merchantPaths(member.merchant.slug).link(link.id) } : notFound();
});

/** The same with all that the link's own page shows. */
export async function loadLinkPage(params: Promise<{ merchant: string; linkId: string }>) {
  const { merchant, linkId } = await params;
  return loadPageOnce(merchant, linkId);
}

const loadPageOnce = cache(async (slug: string, linkId: string) => {
  const member = await requireMember(slug, "links:read");
  const page = isUuid(linkId) ? await readLinkPage(member.view, linkId) : null;
  if (!page) return notFound();
  const link = await withAddress(page.link, member);
  return { ...member, ...page, link, path: merchantPaths(member.merchant.slug).link(link.id) };
});
