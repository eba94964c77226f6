"use server";

import { redirect } from "next/navigation";
import { paths } from "@/lib/core/paths";
import { createAccount, type SignUpFailure } from "@/lib/domain/accounts/create-account";
import { isPasswordIssue, signUpSchema } from "@/lib/domain/accounts/schema";
import { publicAction } from "@/lib/web/action";
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
    await startSession(created.value.userId);
    redirect(paths.newMerchant);
  },
);

function findField(code: SignUpFailure["code"]) {
  if (isPasswordIssue(code)) return "password";
  return code === "email_taken" ? "email" : "form";
}
