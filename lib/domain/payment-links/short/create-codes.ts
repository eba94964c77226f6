import type { LinkView } from "@/lib/core/link-view";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { writeMissingCodes } from "@/lib/domain/payment-links/short/code-store";
import { listLinksById } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

/** Gives a code to each of these links that is from before there were any. Without such links nothing is asked. */
export async function createMissingCodes<Link extends PaymentLink>(
  view: LinkView,
  links: Link[],
): Promise<Link[]> {
  const missing = links.flatMap(({ id, code }) => (code === null ? [id] : []));
  if (missing.length === 0) return links;
  const codes = await withMerchant(view.merchantId, async (tx) => {
    await writeMissingCodes(tx, missing);
    // Somebody else may have given them theirs at the same moment.
    return new Map((await listLinksById(tx, view, missing)).map(({ id, code }) => [id, code]));
  });
  return links.map((link) => ({ ...link, code: link.code ?? codes.get(link.id) ?? null }));
}
