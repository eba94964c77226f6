import type { MerchantId } from "@/lib/core/merchant-id";
import { foldedNames, teamNames } from "@/lib/domain/members/name-store";
import type { Statement } from "@/lib/platform/statement";

export type Name = { userId: string; name: string };
/** With the name as searches fold it. */
export type FoldedName = Name & { folded: string };

/** Everybody who may have created one of the merchant's links, including people who left, by name. A statement. */
export function namesOfTeam(merchantId: MerchantId): Statement<Name> {
  return teamNames(merchantId);
}

/** The same for searches. */
export function foldedNamesOfTeam(merchantId: MerchantId): Statement<FoldedName> {
  return foldedNames(merchantId);
}
