import type { MerchantId } from "@/lib/core/merchant-id";

/**
 * Whose links a person sees in a merchant: everybody's (`onlyBy` is null), or those that one person made. Pages and
 * actions get it from `requireMember`, and every query has it in its `where`.
 */
export type LinkView = LinkScope & { merchantId: MerchantId };

/** The same for use in a transaction, which knows its merchant. */
export type LinkScope = { onlyBy: string | null };

/** Every link, for Cobro's own jobs. */
export function everyLink(merchantId: MerchantId): LinkView {
  return { merchantId, onlyBy: null };
}
