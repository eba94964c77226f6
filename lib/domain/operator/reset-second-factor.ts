import { emailFactorChange } from "@/lib/domain/accounts/email-factor-change";
import { recordForPerson } from "@/lib/domain/members/record-for-person";
import { deleteSecondFactors } from "@/lib/domain/operator/store";

/**
 * Removes a person's passkeys, app and recovery codes, and ends all their sessions, in case somebody else has them. They
 * are told by email. False when nobody has the email address.
 */
export async function resetSecondFactor(email: string): Promise<boolean> {
  const found = await deleteSecondFactors(email.trim().toLowerCase());
  if (!found) return false;
  await recordForPerson(found.userId, "second_factor.reset", { by: null, ip: null });
  await emailFactorChange(found.userId, "reset");
  return true;
}
