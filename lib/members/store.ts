import { type Tx, withUser } from "@/lib/db";
import type { Role } from "@/lib/members/schema";
import type { MerchantId } from "@/lib/merchant-id";
import type { Mode } from "@/lib/mode";

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
    },
  },
} as const;

export function findMembership(userId: string, slug: string): Promise<Membership | null> {
  return withUser(userId, (tx) =>
    tx.membership.findFirst({
      where: { userId, removedAt: null, merchant: { slug, disabledAt: null } },
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

export async function insertMembership(
  tx: Tx,
  merchantId: MerchantId,
  member: { userId: string; role: Role },
): Promise<void> {
  await tx.membership.create({ data: { merchantId, ...member }, select: { merchantId: true } });
}
