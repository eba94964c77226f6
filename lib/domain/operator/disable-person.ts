import { recordForPerson } from "@/lib/domain/members/record-for-person";
import { updatePersonDisabled } from "@/lib/domain/operator/store";

export type PersonChange = "changed" | "unchanged" | "nobody";

/** Keeps a person out from their next request on, or lets them in again. What they made stays. */
export async function setPersonDisabled(email: string, isDisabled: boolean): Promise<PersonChange> {
  const found = await updatePersonDisabled(email.trim().toLowerCase(), isDisabled);
  if (!found) return "nobody";
  if (!found.isChanged) return "unchanged";
  const action = isDisabled ? "session.person_disabled" : "session.person_enabled";
  await recordForPerson(found.userId, action, { by: null, ip: null });
  return "changed";
}
