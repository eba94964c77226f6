"use server";

import { redirect } from "next/navigation";
import { isUuid } from "@/lib/core/uuid";
import { personAction } from "@/lib/web/action";
import { endSession as endCurrentSession, endOwnSession } from "@/lib/web/session";

const endSession = personAction({ fields: ["session"] }, async ({ person }, { session }) => {
  if (isUuid(session)) await endOwnSession(person.id, session);
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
