import { createHash } from "node:crypto";
import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { deleteLogo, lockLogoVersion, saveLogo } from "@/lib/domain/merchants/logo-store";
import { withMerchant } from "@/lib/platform/db";
import { draw } from "@/lib/rendering/drawing/draw";
import type { LogoIssue } from "@/lib/rendering/logo-picture";

type Request = {
  merchantId: MerchantId;
  actor: Actor;
  /** The version of the logo that the person's page showed; empty for none. */
  drawn?: string;
};

/** The logo was changed after that page was opened. */
type LogoChanged = { code: "changed_since" };

/** Replaces the logo by a PNG, JPEG or WebP of at most 2 MiB. The same picture again is not recorded. */
export async function changeLogo({
  merchantId,
  actor,
  file,
  drawn: shown,
}: Request & { file: Uint8Array<ArrayBuffer> }): Promise<Result<void, LogoChanged | { code: LogoIssue }>> {
  const drawn = await draw("logo", file, { personId: actor.userId });
  if (!drawn.ok) return drawn;
  const version = createHash("sha256").update(drawn.value.png).digest("hex").slice(0, 16);
  return withMerchant(merchantId, async (tx) => {
    const now = await lockLogoVersion(tx);
    if (isOther(now, shown) && now !== version) return fail({ code: "changed_since" });
    if (await saveLogo(tx, { ...drawn.value, version })) {
      await recordEvent(tx, { actor, action: "merchant.logo_changed", details: { version } });
    }
    return ok(undefined);
  });
}

/** Removes the logo. Without one, nothing changes. */
export function removeLogo({ merchantId, actor, drawn }: Request): Promise<Result<void, LogoChanged>> {
  return withMerchant(merchantId, async (tx) => {
    const now = await lockLogoVersion(tx);
    if (now !== null && isOther(now, drawn)) return fail({ code: "changed_since" });
    if (await deleteLogo(tx)) await recordEvent(tx, { actor, action: "merchant.logo_removed" });
    return ok(undefined);
  });
}

function isOther(now: string | null, drawn: string | undefined): boolean {
  return drawn !== undefined && drawn !== (now ?? "");
}
