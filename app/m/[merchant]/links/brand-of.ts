import type { Member } from "@/lib/auth/require-member";
import { logoOf } from "@/lib/merchants/logo";
import type { Brand } from "@/lib/qr/branded-qr";

/** The merchant's colour and logo, for codes and for print. */
export async function brandOf({ merchant, merchantId }: Member): Promise<Brand> {
  return { colour: merchant.color, logo: merchant.logoVersion ? await logoOf(merchantId) : null };
}

/** Where a page gets the logo from; null without one. */
export function logoHref({ merchant }: Member): string | null {
  return merchant.logoVersion ? `/m/${merchant.slug}/logo.png?v=${merchant.logoVersion}` : null;
}
