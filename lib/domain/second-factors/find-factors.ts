import { listMemberships } from "@/lib/domain/members/find-membership";
import { mustHaveSecondFactor } from "@/lib/domain/members/second-factor-rule";
import { deleteCodes, findFactors } from "@/lib/domain/second-factors/authenticator-store";
import type { Factors } from "@/lib/domain/second-factors/schema";

export function getFactors(userId: string): Promise<Factors> {
  return findFactors(userId);
}

/** Whether the person has a second factor at all. */
export function isProtected({ hasPasskey, hasAuthenticator }: Factors): boolean {
  return hasPasskey || hasAuthenticator;
}

/**
 * Whether the password alone does not sign this person in. An app for codes is always asked for. A passkey is asked for
 * where a business requires it of its owners and admins; for others it is only the quicker way in.
 */
export async function asksForSecondStep(userId: string): Promise<boolean> {
  const { hasPasskey, hasAuthenticator } = await findFactors(userId);
  if (hasAuthenticator || !hasPasskey) return hasAuthenticator;
  return (await listMemberships(userId)).some(mustHaveSecondFactor);
}

/** Deletes recovery codes that are left without a factor that they could stand in for. */
export async function tidyCodes(userId: string): Promise<void> {
  if (!isProtected(await findFactors(userId))) await deleteCodes(userId);
}
