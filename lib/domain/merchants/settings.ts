import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok, type Result } from "@/lib/core/result";
import { isReservedSlug } from "@/lib/core/slug";
import type { Actor } from "@/lib/domain/audit/schema";
import { recordEvent } from "@/lib/domain/audit/service";
import { endOfGrace, graceDays } from "@/lib/domain/members/schema";
import type { MerchantSettings } from "@/lib/domain/merchants/schema";
import { close, findSettings, listDeleted, reopen, updateSettings } from "@/lib/domain/merchants/store";
import { isUniqueViolation, withMerchant, withSystem } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor };

/** Changes what is different, and records only that. Addresses with an old slug go on leading here. */
export async function changeSettings({
  merchantId,
  actor,
  settings,
}: Request & { settings: MerchantSettings }): Promise<Result<void, { code: "slug_taken" }>> {
  try {
    return await withMerchant(merchantId, async (tx) => {
      const before = await findSettings(tx, merchantId);
      const changes = Object.entries(settings).filter(
        ([name, value]) => String(before?.[name as keyof MerchantSettings]) !== String(value),
      );
      if (changes.length === 0) return ok(undefined);
      const isRenamed = before?.slug !== settings.slug;
      if (isRenamed && isReservedSlug(settings.slug)) return fail({ code: "slug_taken" });
      await updateSettings(tx, merchantId, Object.fromEntries(changes));
      const details = Object.fromEntries(changes.map(([name, value]) => [name, String(value)]));
      await recordEvent(tx, merchantId, { actor, action: "merchant.settings_changed", details });
      return ok(undefined);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return fail({ code: "slug_taken" });
    throw error;
  }
}

/** Turns the merchant off: from now on nobody works in it, and an owner can turn it on again. */
export async function disableMerchant({ merchantId, actor }: Request): Promise<void> {
  await closeMerchant({ merchantId, actor }, false);
}

/** The same, and after 30 days it cannot be had back. */
export async function deleteMerchant({ merchantId, actor }: Request): Promise<void> {
  await closeMerchant({ merchantId, actor }, true);
}

/** Turns on again what an owner has turned off or deleted; whether that could be done. */
export function reopenMerchant({
  merchantId,
  actor,
  wasDeleted,
}: Request & { wasDeleted: boolean }): Promise<boolean> {
  return withMerchant(merchantId, async (tx) => {
    if (!(await reopen(tx, merchantId, { deletedAfter: graceBegin() }))) return false;
    const action = wasDeleted ? "merchant.restored" : "merchant.reopened";
    await recordEvent(tx, merchantId, { actor, action });
    return true;
  });
}

/** What owners have deleted, oldest first, and until when it can be had back: for the operator. */
export async function deletedMerchants(): Promise<
  { slug: string; deletedAt: Date; restorableUntil: Date }[]
> {
  const deleted = await withSystem(listDeleted);
  return deleted.map((merchant) => ({
    ...merchant,
    restorableUntil: endOfGrace(merchant.deletedAt),
  }));
}

async function closeMerchant({ merchantId, actor }: Request, isDeleted: boolean): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    if (!(await close(tx, merchantId, { closedById: actor.userId, isDeleted }))) return;
    await recordEvent(tx, merchantId, {
      actor,
      action: isDeleted ? "merchant.deleted" : "merchant.closed",
    });
  });
}

function graceBegin(): Date {
  return new Date(Date.now() - graceDays * 24 * 3_600_000);
}
