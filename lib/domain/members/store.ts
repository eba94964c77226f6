import type { CustomerLanguage } from "@/lib/core/customer-language";
import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import type { Role } from "@/lib/domain/members/schema";
import { type Tx, withUser } from "@/lib/platform/db";

/** One merchant as a member of it sees it on every page. */
export type MemberMerchant = {
  /** A plain id: lib/auth makes a MerchantId of it once the permission is checked. */
  id: string;
  slug: string;
  name: string;
  mode: Mode;
  color: string;
  defaultCurrency: string;
  timeZone: string;
  references: boolean;
  cashiersOwnLinks: boolean;
  /** At least one; the first is what most customers speak. */
  customerLanguages: CustomerLanguage[];
  /** Names the logo's file, which changes with it; null without a logo. */
  logoVersion: string | null;
};

export type Membership = { role: Role; merchant: MemberMerchant };

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
      customerLanguages: true,
      logoVersion: true,
    },
  },
} as const;

export function findMembership(userId: string, slug: string): Promise<Membership | null> {
  return withUser(userId, (tx) =>
    tx.membership.findFirst({
      where: { userId, removedAt: null, merchant: { disabledAt: null, slugs: { some: { slug } } } },
      select: columns,
    }),
  );
}

export function listMemberships(userId: string): Promise<Membership[]> {
  return withUser(userId, (tx) =>
    tx.membership.findMany({
      where: { userId, removedAt: null, merchant: { disabledAt: null } },
      orderBy: { merchant: { name: "asc" } },
      take: 500,
      select: columns,
    }),
  );
}

/** A merchant that its owners have turned off; `deletedAt` where it goes for good 30 days later. */
export type ClosedMerchant = MemberMerchant & { deletedAt: Date | null };

/** What an owner can have back: not what the operator has turned off, and not what was deleted before `deletedAfter`. */
export async function listClosed(userId: string, deletedAfter: Date): Promise<ClosedMerchant[]> {
  const rows = await withUser(userId, (tx) =>
    tx.membership.findMany({
      where: {
        userId,
        role: "owner",
        removedAt: null,
        merchant: {
          disabledAt: { not: null },
          closedById: { not: null },
          OR: [{ deletedAt: null }, { deletedAt: { gt: deletedAfter } }],
        },
      },
      orderBy: { merchant: { name: "asc" } },
      take: 100,
      select: { merchant: { select: { ...columns.merchant.select, deletedAt: true } } },
    }),
  );
  return rows.map(({ merchant }) => merchant);
}

export async function insertMembership(
  tx: Tx,
  merchantId: MerchantId,
  member: { userId: string; role: Role },
): Promise<void> {
  await tx.membership.create({ data: { merchantId, ...member }, select: { merchantId: true } });
}
