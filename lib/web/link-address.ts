import type { LinkView } from "@/lib/core/link-view";
import { shortPath } from "@/lib/core/paths";
import type { PaymentLink, ShareableLink } from "@/lib/domain/payment-links/schema";
import { createMissingCodes } from "@/lib/domain/payment-links/short/create-codes";
import { env } from "@/lib/platform/env";

type Place = { view: LinkView; merchant: { shortAddresses: boolean } };

/** The short address with this code. */
export function shortAddress(code: string): string {
  return new URL(shortPath(code), env().APP_URL).href;
}

/** The links with the addresses that their customers get: short ones where the merchant has these. */
export async function withAddresses<Link extends PaymentLink>(
  links: Link[],
  { view, merchant }: Place,
): Promise<Link[]> {
  if (!merchant.shortAddresses) return links;
  const coded = await createMissingCodes(view, links);
  return coded.map((link) => ({
    ...link,
    address: link.code === null || link.url === null ? link.address : shortAddress(link.code),
  }));
}

export async function withAddress(link: PaymentLink, place: Place): Promise<PaymentLink> {
  const [addressed = link] = await withAddresses([link], place);
  return addressed;
}

export type OtherAddress = { address: string; isShort: boolean };

/** Each link has two addresses: this is the one that customers do not get. Null when it has no other yet. */
export function otherAddress({ url, address, code }: ShareableLink): OtherAddress | null {
  if (address !== url) return { address: url, isShort: false };
  return code === null ? null : { address: shortAddress(code), isShort: true };
}
