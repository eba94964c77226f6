import type { MerchantId } from "@/lib/core/merchant-id";
import { mergeChanges } from "@/lib/core/merge-changes";
import { fail, ok, type Result } from "@/lib/core/result";
import { isReservedSlug } from "@/lib/core/slug";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import type { MerchantSettings, StoredSettings } from "@/lib/domain/merchants/schema";
import { lockSettings, updateSettings } from "@/lib/domain/merchants/store";
import { isUniqueViolation, withMerchant } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor };

type SettingsFailure =
  | { code: "slug_taken" }
  | {
      code: "changed_meanwhile";
      conflicts: (keyof StoredSettings)[];
      now: StoredSettings;
      merged: StoredSettings;
    };

/**
 * Writes what the person changed, and records only that. What somebody else changed meanwhile stays; what both changed
 * is asked about. Addresses with a former slug still lead to the merchant.
 * @param drawn what the form showed when it was opened.
 */
export async function changeSettings({
  merchantId,
  actor,
  settings,
  drawn = {},
}: Request & { settings: MerchantSettings; drawn?: Record<string, unknown> }): Promise<
  Result<{ slug: string }, SettingsFailure>
> {
  try {
    return await withMerchant(merchantId, async (tx) => {
      const now = await lockSettings(tx);
      if (!now) return ok({ slug: settings.slug });
      const { changes, conflicts, merged } = mergeChanges<StoredSettings>({ drawn, sent: settings, now });
      if (conflicts.length > 0) return fail({ code: "changed_meanwhile", conflicts, now, merged });
      const changed = Object.entries(changes);
      if (changed.length === 0) return ok({ slug: now.slug });
      if (changes.slug !== undefined && isReservedSlug(changes.slug)) return fail({ code: "slug_taken" });
      await updateSettings(tx, changes);
      const details = Object.fromEntries(changed.map(([name, value]) => [name, String(value)]));
      await recordEvent(tx, { actor, action: "merchant.settings_changed", details });
      return ok({ slug: merged.slug });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return fail({ code: "slug_taken" });
    throw error;
  }
}
