import type { MerchantId } from "@/lib/core/merchant-id";
import { type Mode, modes } from "@/lib/core/mode";
import { fail, ok, type Result } from "@/lib/core/result";
import { isUuid } from "@/lib/core/uuid";
import type { DrawnField, NotAsDrawn } from "@/lib/domain/payment-links/schema";
import { findIntent } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

/**
 * The mode to make a link in: the one that its button was drawn with, or none when that is not the current one any more.
 * A form whose link is under way already, or made, is answered with that link whatever has changed since.
 */
export async function drawnMode(
  { merchantId, mode: current }: { merchantId: MerchantId; mode: Mode },
  form: Record<DrawnField | "intentId", string>,
): Promise<Result<Mode, NotAsDrawn>> {
  const shown = modes.find((known) => known === form.mode);
  if (form.business !== merchantId) return fail({ code: "other_business", shown, current });
  if (!shown) return fail({ code: "mode_missing", shown, current });
  if (shown === current) return ok(shown);
  if (isUuid(form.intentId) && (await isIntentTaken(merchantId, form.intentId))) return ok(shown);
  return fail({ code: "mode_changed", shown, current });
}

/** Whether a form with this intent arrived before. */
async function isIntentTaken(merchantId: MerchantId, intentId: string): Promise<boolean> {
  return (await withMerchant(merchantId, (tx) => findIntent(tx, intentId))) !== null;
}
