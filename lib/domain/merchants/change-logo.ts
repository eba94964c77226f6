import { createHash } from "node:crypto";
import type { MerchantId } from "@/lib/core/merchant-id";
import { ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { deleteLogo, saveLogo } from "@/lib/domain/merchants/logo-store";
import { withMerchant } from "@/lib/platform/db";
import { type LogoIssue, logoPicture } from "@/lib/rendering/logo-picture";

type Request = { merchantId: MerchantId; actor: Actor };

/** Replaces the logo by a PNG, JPEG or WebP of at most 2 MiB. The same picture again is not recorded. */
export async function changeLogo({
  merchantId,
  actor,
  file,
}: Request & { file: Uint8Array<ArrayBuffer> }): Promise<Result<void, { code: LogoIssue }>> {
  const drawn = await logoPicture(file);
  if (!drawn.ok) return drawn;
  const version = createHash("sha256").update(drawn.value.png).digest("hex").slice(0, 16);
  await withMerchant(merchantId, async (tx) => {
    if (!(await saveLogo(tx, { ...drawn.value, version }))) return;
    await recordEvent(tx, { actor, action: "merchant.logo_changed", details: { version } });
  });
  return ok(undefined);
}

/** Removes the logo. Without one, nothing changes. */
export async function removeLogo({ merchantId, actor }: Request): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    if (!(await deleteLogo(tx))) return;
    await recordEvent(tx, { actor, action: "merchant.logo_removed" });
  });
}
