import { merchantPaths } from "@/lib/core/merchant-paths";
import { findMerchantLogo } from "@/lib/domain/merchants/find-logo";
import type { Brand } from "@/lib/rendering/qr/branded-qr";
import type { Member } from "@/lib/web/require-member";

/** The merchant's color and logo, for codes and for print. */
export async function getBrand({ merchant, merchantId }: Member): Promise<Brand> {
  return { color: merchant.color, logo: merchant.logoVersion ? await findMerchantLogo(merchantId) : null };
}

/** The address of the logo for pages; null without one. */
export function logoHref({ merchant }: Member): string | null {
  return merchant.logoVersion ? merchantPaths(merchant.slug).logo(merchant.logoVersion) : null;
}
