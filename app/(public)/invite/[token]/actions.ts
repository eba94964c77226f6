"use server";

import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { createAccount } from "@/lib/domain/accounts/create-account";
import { invitedSignUpSchema } from "@/lib/domain/accounts/schema";
import { acceptInvitation, getOffer } from "@/lib/domain/invitations/accept-invitation";
import { schemaErrors } from "@/lib/i18n/schema-errors";
import { personAction, publicAction } from "@/lib/web/action";
import { pathHeader, tokenInPath } from "@/lib/web/address";
import { type InvitingMerchant, merchantInviting } from "@/lib/web/require-member";
import { endSession, startSession } from "@/lib/web/session";

/** Whoever is signed in takes the invitation up, if it is for their address. */
export const join = personAction({ fields: [] }, async ({ person, ip }) => {
  const accepted = await acceptInvitation({ ...(await invitingMerchant()), person, ip });
  if (!accepted.ok) return { errors: { form: accepted.code } };
  redirect(`/m/${accepted.value.slug}`);
});

/** Makes an account with the invitation's address, which nobody types, and takes the invitation up with it. */
export const signUpAndJoin = publicAction(
  {
    fields: ["name", "password"],
    secret: ["password"],
    tooLong: { name: "name_too_long", password: "password_too_long" },
  },
  async ({ ip, locale }, form) => {
    const parsed = invitedSignUpSchema.safeParse(form);
    if (!parsed.success) return { errors: schemaErrors(parsed.error) };
    const merchant = await invitingMerchant();
    const offer = await getOffer(merchant);
    if (!offer) return { errors: { form: "invitation_gone" } };
    const { email } = offer;
    const created = await createAccount({ ...parsed.data, email }, locale, ip, true);
    if (!created.ok) return { errors: { form: created.code } };
    const { userId } = created.value;
    await startSession(userId);
    const accepted = await acceptInvitation({ ...merchant, person: { id: userId, email }, ip });
    redirect(accepted.ok ? `/m/${accepted.value.slug}` : "/m");
  },
);

/** For somebody signed in with another address: signs out and shows the same invitation again. */
export async function signOutHere(): Promise<void> {
  const path = (await headers()).get(pathHeader) ?? "";
  await endSession();
  redirect(tokenInPath(path, "invite") === null ? "/login" : path);
}

/** The token stands in the address alone, so no form can carry another. */
async function invitingMerchant(): Promise<InvitingMerchant> {
  const token = tokenInPath((await headers()).get(pathHeader) ?? "", "invite");
  return (token === null ? null : await merchantInviting(token)) ?? notFound();
}
