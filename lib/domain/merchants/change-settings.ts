import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok, type Result } from "@/lib/core/result";
import { isReservedSlug } from "@/lib/core/slug";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import type { MerchantSettings } from "@/lib/domain/merchants/schema";
import { findSettings, updateSettings } from "@/lib/domain/merchants/store";
import { isUniqueViolation, withMerchant } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor };

/** Changes what is different, and records only that. Addresses with an old slug go on leading here. */
export async function changeSettings({
  merchantId,
  actor,
  settings,
}: Request & { settings: MerchantSettings }): Promise<Result<void, { code: "slug_taken" }>> {
  try {
    return await withMerchant(merchantId, async (tx) => {
      const before = await findSettings(tx);
      const changes = Object.entries(settings).filter(
        ([name, value]) => String(before?.[name as keyof MerchantSettings]) !== String(value),
      );
      if (changes.length === 0) return ok(undefined);
      const isRenamed = before?.slug !== settings.slug;
      if (isRenamed && isReservedSlug(settings.slug)) return fail({ code: "slug_taken" });
      await updateSettings(tx, Object.fromEntries(changes));
      const details = Object.fromEntries(changes.map(([name, value]) => [name, String(value)]));
      await recordEvent(tx, { actor, action: "merchant.settings_changed", details });
      return ok(undefined);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return fail({ code: "slug_taken" });
    throw error;
  }
}
