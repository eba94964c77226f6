import { fail, ok, type Result } from "@/lib/core/result";
import { checkNewPassword } from "@/lib/domain/accounts/check-new-password";
import { hashPassword } from "@/lib/domain/accounts/hash-password";
import type { PasswordIssue } from "@/lib/domain/accounts/schema";
import {
  changePasswordHash,
  type Person,
  revokeOtherSessions,
  updateName,
} from "@/lib/domain/accounts/store";
import { recordForPerson } from "@/lib/domain/members/record-for-person";
import { endPendingSignIns } from "@/lib/domain/second-factors/begin-sign-in";
import { asksForSecondStep } from "@/lib/domain/second-factors/find-factors";
import { withAccounts } from "@/lib/platform/db";
import { takeBackIfBusy } from "@/lib/platform/fair-queue";
import { isWithinLimit, uncount } from "@/lib/platform/rate-limits";

/** Each change takes the work of a hash. */
const changes = { perPerson: 20, windowSeconds: 15 * 60 };

/** Who changes their account, in which session, and from which network address. */
type Changing = { person: Person; sessionId: string; ip: string | null };

export async function changeName(userId: string, name: string): Promise<void> {
  await updateName(userId, name);
}

/** Changes the password of a person who has proved who they are. It ends their other sessions at the same moment. */
export async function changePassword(
  { person, sessionId, ip }: Changing,
  password: string,
): Promise<Result<void, { code: PasswordIssue | "too_many_attempts" }>> {
  const counted = `new-password:${person.id}`;
  if (!(await isWithinLimit(counted, changes.perPerson, changes.windowSeconds))) {
    return fail({ code: "too_many_attempts" });
  }
  const owner = { ...person, hasSecondFactor: await asksForSecondStep(person.id) };
  const checked = await checkNewPassword(password, owner);
  if (!checked.ok) return checked;
  const passwordHash = await takeBackIfBusy(hashPassword(password, person.id), () => uncount(counted));
  await withAccounts(async (tx) => {
    await changePasswordHash(tx, person.id, passwordHash);
    await revokeOtherSessions(tx, person.id, sessionId);
  });
  await endPendingSignIns(person.id);
  await recordForPerson(person.id, "session.password_changed", { by: "person", ip });
  return ok(undefined);
}

/** Ends every session of the person but this one. Their requests are refused from now on. */
export async function endOtherSessions({ person, sessionId, ip }: Changing): Promise<void> {
  const ended = await withAccounts((tx) => revokeOtherSessions(tx, person.id, sessionId));
  if (ended > 0) await recordForPerson(person.id, "session.signed_out_elsewhere", { by: "person", ip });
}
