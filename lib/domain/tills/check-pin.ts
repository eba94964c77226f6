import { fail, ok, type Result } from "@/lib/core/result";
import { isPassword } from "@/lib/domain/accounts/hash-password";
import { recordEvent } from "@/lib/domain/audit/record-event";
import { countTry, findPin, forgetTries, takeBackTry } from "@/lib/domain/tills/pin-store";
import { mostTries, type PinFailure, type Till } from "@/lib/domain/tills/schema";
import { withMerchant } from "@/lib/platform/db";
import { takeBackIfBusy } from "@/lib/platform/fair-queue";
import { isWithinLimit } from "@/lib/platform/rate-limits";

/** Comparing a PIN takes as long as comparing a password, so that a till cannot ask for it without an end. */
const perTill = { max: 120, windowSeconds: 15 * 60 };

/**
 * Checks a person's PIN on a shared till. Somebody without one, or of another merchant, gets the same answer after the
 * same time as for a wrong PIN.
 * @returns the id of the PIN, for the session that it begins.
 */
export async function checkPin(
  { merchantId, deviceId, name }: Till,
  { userId, pin, ip }: { userId: string; pin: string; ip: string | null },
): Promise<Result<{ pinId: string }, PinFailure>> {
  if (!(await isWithinLimit(`pin:${deviceId}`, perTill.max, perTill.windowSeconds))) {
    return fail({ code: "too_many_attempts" });
  }
  const { found, tries } = await withMerchant(merchantId, async (tx) => ({
    tries: await countTry(tx, { deviceId, userId }),
    found: await findPin(tx, userId),
  }));
  if (found && tries === null) return fail({ code: "pin_blocked" });
  const checking = isPassword(pin, found?.pinHash ?? null, deviceId);
  const isRight = await takeBackIfBusy(checking, () =>
    withMerchant(merchantId, (tx) => takeBackTry(tx, { deviceId, userId })),
  );
  if (!found || !isRight) {
    if (!found || tries !== mostTries) return fail({ code: "wrong_pin" });
    const details = { till: name };
    await withMerchant(merchantId, (tx) =>
      recordEvent(tx, { actor: null, ip, action: "pin.blocked", targetId: userId, details }),
    );
    return fail({ code: "pin_blocked" });
  }
  await withMerchant(merchantId, async (tx) => {
    await forgetTries(tx, userId, deviceId);
    const actor = { userId, ip, till: name };
    await recordEvent(tx, { actor, action: "pin.signed_in", targetId: userId });
  });
  return ok({ pinId: found.id });
}
