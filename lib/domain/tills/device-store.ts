import type { ListedTill, Till } from "@/lib/domain/tills/schema";
import type { MerchantTx, TillTx } from "@/lib/platform/db";

type Bytes = Uint8Array<ArrayBuffer>;

export async function insertDevice(
  tx: MerchantTx,
  device: { id: string; name: string; tokenHash: Bytes; enrolledById: string },
): Promise<void> {
  await tx.tillDevice.createMany({ data: [{ merchantId: tx.merchantId, ...device }] });
}

/** The merchant whose till this is; null when it was removed. */
export async function findMerchantOfDevice(tx: TillTx): Promise<string | null> {
  const row = await tx.tillDevice.findFirst({
    where: { tokenHash: tx.tokenHash, removedAt: null },
    select: { merchantId: true },
  });
  return row?.merchantId ?? null;
}

/** The till with this secret; null when it was removed, and while its merchant is disabled. */
export async function findDevice(tx: MerchantTx, tokenHash: Bytes): Promise<Till | null> {
  const row = await tx.tillDevice.findFirst({
    where: { merchantId: tx.merchantId, tokenHash, removedAt: null, merchant: { disabledAt: null } },
    select: {
      id: true,
      name: true,
      merchant: { select: { slug: true, name: true, color: true, logoVersion: true, tillIdleMinutes: true } },
    },
  });
  if (!row) return null;
  const { tillIdleMinutes: idleMinutes, ...merchant } = row.merchant;
  return { merchantId: tx.merchantId, deviceId: row.id, name: row.name, idleMinutes, merchant };
}

/** The newest first. */
export async function listDevices(tx: MerchantTx): Promise<ListedTill[]> {
  const rows = await tx.tillDevice.findMany({
    where: { merchantId: tx.merchantId, removedAt: null },
    orderBy: { createdAt: "desc" },
    take: 100,
    select: {
      id: true,
      name: true,
      createdAt: true,
      lastUsedAt: true,
      enrolledBy: { select: { user: { select: { name: true } } } },
    },
  });
  return rows.map(({ enrolledBy, ...row }) => ({ ...row, enrolledBy: enrolledBy.user.name }));
}

/** Removes a till, and answers its name; null when there is none. */
export async function removeDevice(tx: MerchantTx, id: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ name: string }[]>`
    UPDATE till_devices SET removed_at = now()
    WHERE merchant_id = ${tx.merchantId}::uuid AND id = ${id}::uuid AND removed_at IS NULL RETURNING name`;
  return row?.name ?? null;
}

export async function touchDevice(tx: MerchantTx, id: string): Promise<void> {
  await tx.tillDevice.updateMany({
    where: { merchantId: tx.merchantId, id },
    data: { lastUsedAt: new Date() },
  });
}
