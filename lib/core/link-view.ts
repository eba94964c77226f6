import type { MerchantId } from "@/lib/core/merchant-id";

/**
 * Whose links somebody sees in a merchant: everybody's (`onlyBy` null), or those that one person made. Pages and
 * actions get theirs from `requireMember`, and the queries hold it in their `where`.
 */
export type LinkView = LinkScope & { merchantId: MerchantId };

/** The same within one merchant's transaction, which says of which merchant. */
export type LinkScope = { onlyBy: string | null };

/** For Cobro's own work, which is nobody's view. */
export function everyLink(merchantId: MerchantId): LinkView {
  return { merchantId, onlyBy: null };
}
