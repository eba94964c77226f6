import { findHints } from "@/lib/domain/tills/find-hints";
import { mostTries, type PinHolder } from "@/lib/domain/tills/schema";
import type { MerchantTx } from "@/lib/platform/db";

/** Whose PIN counts: people in the team who may create links, and whose account is not disabled. */
const cashiers = { removedAt: null, role: { not: "viewer" }, user: { disabledAt: null } } as const;

type Pin = { id: string; pinHash: string };

/** The person's PIN; null when they have none, or it does not count. */
export async function findPin(tx: MerchantTx, userId: string): Promise<Pin | null> {
  const row = await tx.memberPin.findFirst({
    where: { merchantId: tx.merchantId, userId, membership: cashiers },
    select: { id: true, pinHash: true },
  });
  return row && row.pinHash !== null ? { id: row.id, pinHash: row.pinHash } : null;
}

/** Gives the person a PIN, in place of any other. */
export async function savePin(tx: MerchantTx, userId: string, pin: Pin): Promise<void> {
  const data = { ...pin, setAt: new Date() };
  await tx.memberPin.upsert({
    where: { merchantId_userId: { merchantId: tx.merchantId, userId } },
    create: { merchantId: tx.merchantId, userId, ...data },
    update: data,
    select: { id: true },
  });
  await forgetTries(tx, userId);
}

/** Answers whether there was a PIN to remove. */
export async function clearPin(tx: MerchantTx, userId: string): Promise<boolean> {
  const { count } = await tx.memberPin.updateMany({
    where: { merchantId: tx.merchantId, userId, pinHash: { not: null } },
    data: { pinHash: null, id: crypto.randomUUID() },
  });
  return count === 1;
}

/** Everybody with a PIN, by name. */
export async function listPins(tx: MerchantTx): Promise<PinHolder[]> {
  const rows = await tx.memberPin.findMany({
    where: {
      merchantId: tx.merchantId,
      pinHash: { not: null },
      membership: cashiers,
    },
    orderBy: [{ membership: { user: { name: "asc" } } }, { userId: "asc" }],
    take: 1_000,
    select: {
      userId: true,
      membership: { select: { user: { select: { name: true, email: true } } } },
      tries: {
        where: { tries: mostTries, device: { removedAt: null } },
        select: { device: { select: { name: true } } },
      },
    },
  });
  const hints = findHints(rows.map(({ userId, membership }) => ({ userId, ...membership.user })));
  return rows.map(({ userId, membership, tries }) => ({
    userId,
    name: membership.user.name,
    hint: hints.get(userId) ?? null,
    blockedOn: tries.map(({ device }) => device.name),
  }));
}

/**
 * Counts an attempt before it is made, so that many at once cannot all pass. Answers how many there were, this one
 * included; null when there were too many before, or the person has no PIN.
 */
export async function countTry(
  tx: MerchantTx,
  { deviceId, userId }: { deviceId: string; userId: string },
): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ tries: number }[]>`
    INSERT INTO pin_tries AS t (merchant_id, device_id, user_id, tries)
    SELECT merchant_id, ${deviceId}::uuid, user_id, 1 FROM member_pins
    WHERE merchant_id = ${tx.merchantId}::uuid AND user_id = ${userId}::uuid AND pin_hash IS NOT NULL
    ON CONFLICT (merchant_id, device_id, user_id) DO UPDATE SET tries = t.tries + 1 WHERE t.tries < ${mostTries}
    RETURNING tries`;
  return row?.tries ?? null;
}

/** Takes back one attempt that turned out to be none. */
export async function takeBackTry(
  tx: MerchantTx,
  { deviceId, userId }: { deviceId: string; userId: string },
): Promise<void> {
  const where = { merchantId: tx.merchantId, deviceId, userId, tries: { gt: 0 } };
  await tx.pinTries.updateMany({ where, data: { tries: { decrement: 1 } } });
}

/** Forgets the wrong PINs of one person, on one till or on all. Answers whether the PIN was blocked on any. */
export async function forgetTries(tx: MerchantTx, userId: string, deviceId?: string): Promise<boolean> {
  const where = { merchantId: tx.merchantId, userId, ...(deviceId !== undefined && { deviceId }) };
  const blocked = await tx.pinTries.count({ where: { ...where, tries: mostTries } });
  await tx.pinTries.updateMany({ where, data: { tries: 0 } });
  return blocked > 0;
}
