import type { Tx } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";

/** Upstream named this id in its answer to our own POST, so a sync need not look for it. */
export async function recordOwnSighting(
  tx: Tx,
  merchantId: MerchantId,
  sighting: { apiKeyId: string; upstreamId: string; url: string; active: boolean },
): Promise<void> {
  // A sync that has seen it already knows its `active` better.
  await tx.linkSighting.createMany({ data: [{ merchantId, ...sighting }], skipDuplicates: true });
}
