import { createHash } from "node:crypto";
import type { Actor } from "@/lib/audit/schema";
import { recordEvent } from "@/lib/audit/service";
import { withMerchant } from "@/lib/db";
import { type LogoIssue, logoPicture } from "@/lib/logo-picture";
import type { MerchantId } from "@/lib/merchant-id";
import { deleteLogo, findLogo, findLogoIcon, saveLogo } from "@/lib/merchants/logo-store";
import type { Logo } from "@/lib/merchants/schema";
import { ok, type Result } from "@/lib/result";

type Request = { merchantId: MerchantId; actor: Actor };

export function logoOf(merchantId: MerchantId): Promise<Logo | null> {
  return withMerchant(merchantId, (tx) => findLogo(tx, merchantId));
}

/** The same picture within 128 by 128 pixels, for lists and menus. */
export function logoIconOf(merchantId: MerchantId): Promise<Pick<Logo, "png" | "version"> | null> {
  return withMerchant(merchantId, (tx) => findLogoIcon(tx, merchantId));
}

/** Takes a PNG, JPEG or WebP of at most 2 MiB in place of what there was. The same picture again is no event. */
export async function changeLogo({
  merchantId,
  actor,
  file,
}: Request & { file: Uint8Array<ArrayBuffer> }): Promise<Result<void, { code: LogoIssue }>> {
  const drawn = await logoPicture(file);
  if (!drawn.ok) return drawn;
  const version = createHash("sha256").update(drawn.value.png).digest("hex").slice(0, 16);
  await withMerchant(merchantId, async (tx) => {
    if (!(await saveLogo(tx, merchantId, { ...drawn.value, version }))) return;
    await recordEvent(tx, merchantId, { actor, action: "merchant.logo_changed", details: { version } });
  });
  return ok(undefined);
}

/** Removing what is not there changes nothing. */
export async function removeLogo({ merchantId, actor }: Request): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    if (!(await deleteLogo(tx, merchantId))) return;
    await recordEvent(tx, merchantId, { actor, action: "merchant.logo_removed" });
  });
}
