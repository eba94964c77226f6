import { fail, ok, type Result } from "@/lib/core/result";
import type { Identity, LinkFailure } from "@/lib/domain/identities/schema";
import { deleteIdentity, findOwner, insertIdentity } from "@/lib/domain/identities/store";
import { recordForPerson } from "@/lib/domain/members/record-for-person";

/** Who changes their account, and from which network address. */
type Owner = { userId: string; ip: string | null };

/**
 * Links an identity with the account of a signed-in person. Nothing else ever links one: that two addresses are the same
 * does not prove that one person has both.
 * @returns whether it is new. One that was linked before stays so.
 */
export async function linkIdentity(
  { issuer, subject, email }: Pick<Identity, "issuer" | "subject" | "email">,
  { userId, ip }: Owner,
): Promise<Result<{ isNew: boolean }, LinkFailure>> {
  const isNew = await insertIdentity({ issuer, subject, email, userId });
  if (isNew) {
    const details = { name: new URL(issuer).host };
    await recordForPerson(userId, "identity.linked", { by: "person", ip, details });
    return ok({ isNew });
  }
  const ownerId = await findOwner({ issuer, subject });
  if (ownerId === userId) return ok({ isNew });
  return fail({ code: ownerId === null ? "identity_second" : "identity_taken" });
}

/**
 * Ends the link with one of the person's own identities. It is never their only way in, because every account has a
 * password. Answers whether there was one.
 */
export async function unlinkIdentity(id: string, { userId, ip }: Owner): Promise<boolean> {
  const issuer = await deleteIdentity(userId, id);
  if (issuer === null) return false;
  const details = { name: new URL(issuer).host };
  await recordForPerson(userId, "identity.unlinked", { by: "person", ip, details });
  return true;
}
