import { readUsualExpiry } from "@/lib/core/link-expiry";
import type { ClosedMerchant, Membership } from "@/lib/domain/members/schema";
import { isSecureOrigin } from "@/lib/platform/cookie-name";
import type { UserTx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";

const columns = {
  role: true,
  merchant: {
    select: {
      id: true,
      slug: true,
      name: true,
      mode: true,
      color: true,
      defaultCurrency: true,
      timeZone: true,
      references: true,
      cashiersOwnLinks: true,
      shortAddresses: true,
      tellsMarked: true,
      linkExpiry: true,
      customerLanguages: true,
      logoVersion: true,
      secondFactorSince: true,
    },
  },
} as const;

export async function findBySlug(tx: UserTx, slug: string): Promise<Membership | null> {
  const merchant = { disabledAt: null, slugs: { some: { slug } } };
  const row = await tx.membership.findFirst({
    where: { userId: tx.userId, removedAt: null, merchant },
    select: columns,
  });
  return row && { ...row, merchant: withDefaults(row.merchant) };
}

export async function listOpen(tx: UserTx): Promise<Membership[]> {
  const rows = await tx.membership.findMany({
    where: { userId: tx.userId, removedAt: null, merchant: { disabledAt: null } },
    orderBy: { merchant: { name: "asc" } },
    take: 500,
    select: columns,
  });
  return rows.map((row) => ({ ...row, merchant: withDefaults(row.merchant) }));
}

/** Where nobody has chosen, customers get short addresses if the portal is reached over https. */
function withDefaults<Merchant extends { shortAddresses: boolean | null; linkExpiry: string }>(
  merchant: Merchant,
) {
  return {
    ...merchant,
    shortAddresses: merchant.shortAddresses ?? isSecureOrigin(),
    linkExpiry: readUsualExpiry(merchant.linkExpiry),
  };
}

/**
 * Merchants that an owner can reopen: not those that the operator disabled, or that were deleted before `deletedAfter`.
 */
export async function listClosed(tx: UserTx, deletedAfter: Date): Promise<ClosedMerchant[]> {
  const rows = await tx.membership.findMany({
    where: {
      userId: tx.userId,
      removedAt: null,
      ...restorable(deletedAfter),
    },
    orderBy: { merchant: { name: "asc" } },
    take: 100,
    select: { merchant: { select: { ...columns.merchant.select, deletedAt: true } } },
  });
  return rows.map(({ merchant }) => withDefaults(merchant));
}

function restorable(deletedAfter: Date): Prisma.MembershipWhereInput {
  return {
    role: "owner",
    merchant: {
      disabledAt: { not: null },
      closedById: { not: null },
      OR: [{ deletedAt: null }, { deletedAt: { gt: deletedAfter } }],
    },
  };
}
