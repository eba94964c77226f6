"use server";

import { redirect } from "next/navigation";
import { personAction } from "@/lib/auth/action";
import { endSession as endCurrentSession, endSessionOf } from "@/lib/auth/session";
import { isUuid } from "@/lib/uuid";

const endSession = personAction({ fields: ["session"] }, async ({ person }, { session }) => {
  if (isUuid(session)) await endSessionOf(person.id, session);
  redirect("/account");
});

/** Ends one of the person's other sessions; it is refused from its next request on. */
export async function endOtherSession(formData: FormData): Promise<void> {
  await endSession({ values: {}, errors: {} }, formData);
}

/** Ends this session in the database and forgets its cookie. Needs no permission: it only gives one up. */
export async function signOut(): Promise<void> {
  await endCurrentSession();
  redirect("/login");
}
