import type { PendingInvitation } from "@/lib/domain/invitations/schema";
import type { Role } from "@/lib/domain/members/schema";
import type { InvitationTx, MerchantTx } from "@/lib/platform/db";

type Token = { tokenHash: Uint8Array<ArrayBuffer>; expiresAt: Date; isMailed: boolean };

/** Answers false when the email address already has a pending invitation. */
export async function insertInvitation(
  tx: MerchantTx,
  invitation: Token & { id: string; email: string; role: Role; invitedById: string },
): Promise<boolean> {
  const row = { merchantId: tx.merchantId, pendingEmail: invitation.email, ...invitation };
  const { count } = await tx.invitation.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}

const pendingColumns = {
  id: true,
  email: true,
  role: true,
  invitedById: true,
  expiresAt: true,
  isMailed: true,
} as const;

/** A pending invitation. It stays pending until the transaction ends, because every change here locks the team. */
export function findPending(tx: MerchantTx, id: string) {
  const where = { merchantId: tx.merchantId, id, pendingEmail: { not: null } };
  return tx.invitation.findFirst({ where, select: pendingColumns });
}

/** The same by its token, if it has not expired. */
export function findByToken(tx: MerchantTx, tokenHash: Uint8Array<ArrayBuffer>) {
  const where = {
    merchantId: tx.merchantId,
    tokenHash,
    pendingEmail: { not: null },
    expiresAt: { gt: new Date() },
  };
  return tx.invitation.findFirst({ where, select: pendingColumns });
}

/** What a person with the token may know, if it has not expired. */
export function findOffer(tx: MerchantTx, tokenHash: Uint8Array<ArrayBuffer>) {
  return tx.invitation.findFirst({
    where: {
      merchantId: tx.merchantId,
      tokenHash,
      pendingEmail: { not: null },
      expiresAt: { gt: new Date() },
    },
    select: {
      email: true,
      role: true,
      invitedById: true,
      merchant: { select: { name: true, color: true, disabledAt: true } },
      invitedBy: { select: { user: { select: { name: true } } } },
    },
  });
}

/** Replaces the token. The invitation then depends on the person who sent it last. */
export async function replaceToken(
  tx: MerchantTx,
  id: string,
  token: Token & { invitedById: string },
): Promise<void> {
  await tx.invitation.updateMany({
    where: { merchantId: tx.merchantId, id, pendingEmail: { not: null } },
    data: token,
  });
}

export async function endInvitation(
  tx: MerchantTx,
  id: string,
  as: "acceptedAt" | "revokedAt",
): Promise<void> {
  await tx.invitation.updateMany({
    where: { merchantId: tx.merchantId, id, pendingEmail: { not: null } },
    data: { pendingEmail: null, [as]: new Date() },
  });
}

export async function listPending(tx: MerchantTx): Promise<PendingInvitation[]> {
  const rows = await tx.invitation.findMany({
    where: { merchantId: tx.merchantId, pendingEmail: { not: null } },
    orderBy: { createdAt: "desc" },
    take: 200,
    select: {
      id: true,
      email: true,
      role: true,
      expiresAt: true,
      invitedBy: { select: { user: { select: { name: true } } } },
    },
  });
  return rows.map(({ invitedBy, ...row }) => ({ ...row, invitedBy: invitedBy.user.name }));
}

/** Invitations that somebody may still accept. */
export function countPending(tx: MerchantTx): Promise<number> {
  const where = { merchantId: tx.merchantId, pendingEmail: { not: null }, expiresAt: { gt: new Date() } };
  return tx.invitation.count({ where });
}

/** The merchant of the invitation that the transaction is for. */
export async function findMerchantOfToken(tx: InvitationTx): Promise<string | null> {
  // The merchant is what is asked for, so the `where` cannot have it.
  const row = await tx.invitation.findFirst({
    where: { tokenHash: tx.tokenHash },
    select: { merchantId: true },
  });
  return row?.merchantId ?? null;
}
