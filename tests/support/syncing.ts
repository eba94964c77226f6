import { listConnectedKeys } from "@/lib/domain/api-keys/list-keys";
import type { SyncOutcome } from "@/lib/domain/payment-links/sync/end-batch";
import { syncKey } from "@/lib/domain/payment-links/sync/sync-key";
import { type ConnectedMerchant, connectedMerchant } from "@/tools/campaign/merchant";
import { tapUpstream, type UpstreamTap } from "@/tools/campaign/upstream-tap";

export type SyncedMerchant = ConnectedMerchant & { apiKeyId: string };

/** A merchant whose key has so many links upstream, none of which the portal has seen. */
export async function merchantWithLinks(upstreamUrl: string, links: number): Promise<SyncedMerchant> {
  const merchant = await connectedMerchant(upstreamUrl);
  await merchant.account.seed(links);
  const [key] = await listConnectedKeys(merchant.merchantId);
  if (!key) throw new Error("the merchant has no key");
  return { ...merchant, apiKeyId: key.id };
}

/** Syncs batch after batch, as the jobs do, until there is an outcome. */
export async function syncWhole({
  merchantId,
  apiKeyId,
}: SyncedMerchant): Promise<SyncOutcome & { batches: number }> {
  for (let batches = 1; ; batches++) {
    const outcome = await syncKey({ merchantId, apiKeyId });
    if (outcome.code !== "more") return { ...outcome, batches };
  }
}

/** A proxy for the sandbox that counts how many pages of the list were asked for. */
export async function countPages(upstreamUrl: string): Promise<UpstreamTap & { pages: () => number }> {
  let pages = 0;
  const tap = await tapUpstream(upstreamUrl, undefined, (moment) => {
    const isHead = moment.kind === "bytes" && moment.direction === "up" && moment.passed === 0;
    if (isHead && moment.chunk.toString("latin1").startsWith("GET /v1/payment-links?")) pages += 1;
  });
  return { ...tap, pages: () => pages };
}
