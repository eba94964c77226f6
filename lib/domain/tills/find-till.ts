import type { MerchantId } from "@/lib/core/merchant-id";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { findDevice, findMerchantOfDevice, listDevices, touchDevice } from "@/lib/domain/tills/device-store";
import type { ListedTill, Till } from "@/lib/domain/tills/schema";
import { withMerchant, withTill } from "@/lib/platform/db";
import { hashToken } from "@/lib/platform/one-time-token";

/** The shared till that a browser's secret belongs to; null when it is none, or none any longer. */
export async function findTill(token: string): Promise<Till | null> {
  const tokenHash = hashToken(token);
  const id = tokenHash && (await withTill(tokenHash, findMerchantOfDevice));
  return id ? withMerchant(mintMerchantId(id), (tx) => findDevice(tx, tokenHash)) : null;
}

export function listTills(merchantId: MerchantId): Promise<ListedTill[]> {
  return withMerchant(merchantId, listDevices);
}

/** Notes that the till is in use. */
export async function touchTill({ merchantId, deviceId }: Till): Promise<void> {
  await withMerchant(merchantId, (tx) => touchDevice(tx, deviceId));
}
