"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { confirmEmail } from "@/lib/domain/accounts/request-confirmation";
import { personAction } from "@/lib/web/action";
import { pathHeader, tokenInPath } from "@/lib/web/address";
import { noFields } from "@/lib/web/form-schema";
import { findLanding } from "@/lib/web/landing";

/** Confirms the signed-in person's email address with the token in the page's address. */
export const confirm = personAction({ schema: noFields }, async ({ person }) => {
  const token = tokenInPath((await headers()).get(pathHeader) ?? "", "account/email") ?? "";
  if (!(await confirmEmail(token, person))) return { errors: { form: "reset_gone" } };
  redirect(await findLanding(person.id));
});
