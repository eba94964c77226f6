"use server";

import { redirect } from "next/navigation";
import { paths } from "@/lib/core/paths";
import { createAccount, type SignUpFailure } from "@/lib/domain/accounts/create-account";
import { noteConfirmedEmail } from "@/lib/domain/accounts/request-confirmation";
import { isPasswordIssue, signUpSchema } from "@/lib/domain/accounts/schema";
import { linkIdentity } from "@/lib/domain/identities/link-identity";
import { publicAction } from "@/lib/web/action";
import { forgetNewIdentity, readNewIdentity } from "@/lib/web/new-identity-cookie";
import { startSession } from "@/lib/web/session";

export const signUp = publicAction(
  {
    schema: signUpSchema,
    secret: ["password"],
    tooLong: { name: "name_too_long", email: "email_malformed", password: "password_too_long" },
  },
  async ({ ip, locale }, form) => {
    const created = await createAccount(form, locale, ip);
    if (!created.ok) {
      return { errors: { [findField(created.code)]: created.code } };
    }
    await linkWaiting({ userId: created.value.userId, email: form.email, ip });
    await startSession(created.value.userId);
    redirect(paths.newMerchant);
  },
);

function findField(code: SignUpFailure["code"]) {
  if (isPasswordIssue(code)) return "password";
  return code === "email_taken" ? "email" : "form";
}

/** Links the identity that the person has come with, if the account is for the address that its provider has verified. */
async function linkWaiting(owner: { userId: string; email: string; ip: string | null }): Promise<void> {
  const identity = await readNewIdentity();
  if (identity?.email !== owner.email) return;
  const linked = await linkIdentity(identity, owner);
  if (linked.ok) await noteConfirmedEmail(owner.userId);
  await forgetNewIdentity();
}
