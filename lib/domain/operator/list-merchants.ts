import type { MerchantId } from "@/lib/core/merchant-id";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { findOwnLimits } from "@/lib/domain/merchants/find-limits";
import type { OwnLimits } from "@/lib/domain/merchants/schema";
import {
  findMerchant,
  findMerchantFacts,
  findMerchantWork,
  listMerchants,
  listMerchantsAfter,
  type MerchantFacts,
  type MerchantWork,
} from "@/lib/domain/operator/store";
import { withMerchant, withSystem } from "@/lib/platform/db";

export type OperatorMerchant = { merchantId: MerchantId; slug: string; disabledAt: Date | null };

export async function allMerchants(): Promise<OperatorMerchant[]> {
  const merchants = await withSystem(listMerchants);
  return merchants.map(({ id, ...merchant }) => ({ ...merchant, merchantId: mintMerchantId(id) }));
}

export function merchantFacts(merchantId: MerchantId): Promise<MerchantFacts> {
  return withMerchant(merchantId, findMerchantFacts);
}

/** A merchant as an operator sees it: how it does, and nothing that its people wrote but its name. */
export type WatchedMerchant = OperatorMerchant &
  MerchantWork & {
    deletedAt: Date | null;
    name: string;
    members: number;
    keys: { mode: string; isRefused: boolean }[];
    limits: OwnLimits;
  };

/** Some merchants by slug, those after `after`. */
export async function watchMerchants(after: string, limit: number): Promise<WatchedMerchant[]> {
  const merchants = await withSystem((tx) => listMerchantsAfter(tx, after, limit));
  const watched: WatchedMerchant[] = [];
  // One after another: an operator's page must not take the connections that the merchants' own pages need.
  for (const { id, ...merchant } of merchants) {
    const merchantId = mintMerchantId(id);
    const found = await withMerchant(merchantId, async (tx) => {
      const { name, members, keys } = await findMerchantFacts(tx);
      return { name, members, keys, limits: await findOwnLimits(tx), ...(await findMerchantWork(tx)) };
    });
    // Not even the last characters of a key.
    const keys = found.keys.map(({ mode, failingSince }) => ({ mode, isRefused: failingSince !== null }));
    watched.push({ ...merchant, merchantId, ...found, keys });
  }
  return watched;
}

export async function findOperatorMerchant(slug: string): Promise<OperatorMerchant | null> {
  const found = await withSystem((tx) => findMerchant(tx, slug));
  if (!found) return null;
  const { id, ...merchant } = found;
  return { ...merchant, merchantId: mintMerchantId(id) };
}
