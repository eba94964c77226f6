import { findPin } from "@/lib/domain/tills/pin-store";
import type { Till } from "@/lib/domain/tills/schema";
import { withMerchant } from "@/lib/platform/db";

/** A session, and the till that it was begun on. */
type TillSession = {
  lastSeenAt: Date;
  person: { id: string };
  till: { merchantId: string; deviceId: string; pinId: string | null } | null;
};

/**
 * Whether a session that was begun on a shared till is still valid there: on the same device, not left alone for too
 * long, and by a PIN that is still the person's.
 * @param till the one that this browser is; null for none.
 */
export async function isValidOnTill(session: TillSession, till: Till | null): Promise<boolean> {
  const begun = session.till;
  if (!begun || !till || begun.deviceId !== till.deviceId || begun.merchantId !== till.merchantId)
    return false;
  if (Date.now() - session.lastSeenAt.getTime() >= till.idleMinutes * 60_000) return false;
  if (begun.pinId === null) return true;
  const pin = await withMerchant(till.merchantId, (tx) => findPin(tx, session.person.id));
  return pin?.id === begun.pinId;
}
