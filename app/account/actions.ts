"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { paths } from "@/lib/core/paths";
import { personAction } from "@/lib/web/action";
import { rowId } from "@/lib/web/form-schema";
import { endSession as endCurrentSession, endOwnSession } from "@/lib/web/session";

const endSession = personAction({ schema: z.object({ session: rowId }) }, async ({ person }, { session }) => {
  await endOwnSession(person.id, session);
  redirect(paths.account);
});

/** Ends one of the person's other sessions, which is refused from its next request on. */
export async function endOtherSession(formData: FormData): Promise<void> {
  await endSession({ values: {}, errors: {} }, formData);
}

/** Ends this session in the database and deletes its cookie. It needs no permission, because it only gives one up. */
export async function signOut(): Promise<void> {
  await endCurrentSession();
  redirect(paths.login);
}
