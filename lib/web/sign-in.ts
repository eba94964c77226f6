import { redirect } from "next/navigation";
import { paths } from "@/lib/core/paths";
import { beginPendingSignIn } from "@/lib/domain/second-factors/begin-sign-in";
import { asksForSecondStep } from "@/lib/domain/second-factors/find-factors";
import { safeNextPath } from "@/lib/web/address";
import { findLanding } from "@/lib/web/landing";
import { writePendingCookie } from "@/lib/web/pending-cookie";
import { startSession } from "@/lib/web/session";

/**
 * Goes on after a password, or a link from an email, was right: to the second step if this person has one, or else into
 * the portal. Every way in that is not a passkey ends here.
 * @param next where the person wanted to go.
 */
export async function continueSignIn(userId: string, next: string | null): Promise<never> {
  const after = safeNextPath(next);
  if (await asksForSecondStep(userId)) {
    await writePendingCookie(await beginPendingSignIn(userId));
    redirect(after ? paths.secondStepThen(after) : paths.secondStep);
  }
  await startSession(userId);
  redirect(after ?? (await findLanding(userId)));
}

/** Signs in somebody who has shown a passkey, or a second factor after the password. */
export async function finishSignIn(userId: string, next: string | null): Promise<never> {
  await startSession(userId, { withSecondFactor: true });
  redirect(safeNextPath(next) ?? (await findLanding(userId)));
}
