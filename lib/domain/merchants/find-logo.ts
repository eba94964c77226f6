import type { MerchantId } from "@/lib/core/merchant-id";
import { findLogo, findLogoIcon } from "@/lib/domain/merchants/logo-store";
import type { Logo } from "@/lib/domain/merchants/schema";
import { withMerchant } from "@/lib/platform/db";

export function findMerchantLogo(merchantId: MerchantId): Promise<Logo | null> {
  return withMerchant(merchantId, findLogo);
}

/** The icon, which fits 128 by 128 pixels, for lists and menus. */
export function findMerchantLogoIcon(merchantId: MerchantId): Promise<Pick<Logo, "png" | "version"> | null> {
  return withMerchant(merchantId, findLogoIcon);
}
