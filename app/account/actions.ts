"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { paths } from "@/lib/core/paths";
import { changeName, endOtherSessions } from "@/lib/domain/accounts/change-account";
import { emailFactorChange } from "@/lib/domain/accounts/email-factor-change";
import { nameFormSchema } from "@/lib/domain/accounts/schema";
import { unlinkIdentity } from "@/lib/domain/identities/link-identity";
import { personAction } from "@/lib/web/action";
import { noFields, rowId } from "@/lib/web/form-schema";
import { endSession as endCurrentSession, endOwnSession } from "@/lib/web/session";

const endSession = personAction({ schema: z.object({ session: rowId }) }, async ({ person }, { session }) => {
  await endOwnSession(person.id, session);
  redirect(paths.account);
});

/** Ends one of the person's other sessions, which is refused from its next request on. */
export async function endOtherSession(formData: FormData): Promise<void> {
  await endSession({ values: {}, errors: {} }, formData);
}

const endOthers = personAction({ schema: noFields }, async ({ person, sessionId, ip }) => {
  await endOtherSessions({ person, sessionId, ip });
  redirect(paths.accountAfter("sessions"));
});

/** Ends the person's sessions on all other devices at once. It needs no proof, because it only gives them up. */
export async function endEveryOtherSession(formData: FormData): Promise<void> {
  await endOthers({ values: {}, errors: {} }, formData);
}

/** Changes the name under which the person appears to their teams. */
export const saveName = personAction(
  { schema: nameFormSchema, tooLong: { name: "name_too_long" } },
  async ({ person }, { name }) => {
    await changeName(person.id, name);
    redirect(paths.accountAfter("name"));
  },
);

/** From now on this account at a provider does not sign the person in. */
export const unlink = personAction(
  { needsProof: true, schema: z.object({ id: rowId }) },
  async ({ person, ip }, { id }) => {
    if (await unlinkIdentity(id, { userId: person.id, ip })) await emailFactorChange(person.id, "changed");
    redirect(paths.accountAfter("unlinked"));
  },
);

/** Ends this session in the database and deletes its cookie. It needs no permission, because it only gives one up. */
export async function signOut(): Promise<void> {
  await endCurrentSession();
  redirect(paths.login);
}
