import type { MerchantId } from "@/lib/core/merchant-id";
import { findNames, teamNames } from "@/lib/domain/members/name-store";
import type { MerchantTx } from "@/lib/platform/db";
import type { Statement } from "@/lib/platform/statement";

export type Name = { userId: string; name: string };

/** Everybody who may have created one of the merchant's links, including people who left, by name. */
export function listNames(tx: MerchantTx): Promise<Name[]> {
  return findNames(tx);
}

/** The same as a statement. */
export function namesOfTeam(merchantId: MerchantId): Statement<Name> {
  return teamNames(merchantId);
}
