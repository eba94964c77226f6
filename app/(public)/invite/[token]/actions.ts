"use server";

import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { paths } from "@/lib/core/paths";
import { createAccount } from "@/lib/domain/accounts/create-account";
import { invitedSignUpSchema, isPasswordIssue } from "@/lib/domain/accounts/schema";
import { acceptInvitation, getOffer } from "@/lib/domain/invitations/accept-invitation";
import { personAction, publicAction } from "@/lib/web/action";
import { pathHeader, tokenInPath } from "@/lib/web/address";
import { noFields } from "@/lib/web/form-schema";
import { type InvitingMerchant, merchantInviting } from "@/lib/web/require-member";
import { endSession, startSession } from "@/lib/web/session";

/** The signed-in person accepts the invitation, if it is for their email address. */
export const join = personAction({ schema: noFields }, async ({ person, actor }) => {
  const accepted = await acceptInvitation({ ...(await invitingMerchant()), person, ip: actor.ip });
  if (!accepted.ok) return { errors: { form: accepted.code } };
  redirect(merchantPaths(accepted.value.slug).home);
});

/** Creates an account with the invitation's email address, which nobody types, and accepts the invitation. */
export const signUpAndJoin = publicAction(
  {
    schema: invitedSignUpSchema,
    secret: ["password"],
    tooLong: { name: "name_too_long", password: "password_too_long" },
  },
  async ({ ip, locale }, form) => {
    const merchant = await invitingMerchant();
    const offer = await getOffer(merchant);
    if (!offer) return { errors: { form: "invitation_gone" } };
    const { email } = offer;
    const created = await createAccount({ ...form, email }, locale, ip, true);
    if (!created.ok)
      return { errors: { [isPasswordIssue(created.code) ? "password" : "form"]: created.code } };
    const { userId } = created.value;
    await startSession(userId);
    const accepted = await acceptInvitation({ ...merchant, person: { id: userId, email }, ip });
    redirect(accepted.ok ? merchantPaths(accepted.value.slug).home : paths.merchants);
  },
);

/** For a person signed in with another email address: signs out and shows the same invitation again. */
export async function signOutHere(): Promise<void> {
  const path = (await headers()).get(pathHeader) ?? "";
  await endSession();
  redirect(tokenInPath(path, "invite") === null ? paths.login : path);
}

/** The token comes only from the address, so that no form can have another. */
async function invitingMerchant(): Promise<InvitingMerchant> {
  const token = tokenInPath((await headers()).get(pathHeader) ?? "", "invite");
  return (token === null ? null : await merchantInviting(token)) ?? notFound();
}
