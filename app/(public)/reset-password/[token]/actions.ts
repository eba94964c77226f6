"use server";

import { headers } from "next/headers";
import { resetPassword } from "@/lib/domain/accounts/reset-password";
import { isPasswordIssue, newPasswordFormSchema } from "@/lib/domain/accounts/schema";
import { asksForSecondStep } from "@/lib/domain/second-factors/find-factors";
import { publicAction } from "@/lib/web/action";
import { pathHeader, tokenInPath } from "@/lib/web/address";
import { continueSignIn } from "@/lib/web/sign-in";

export const saveNewPassword = publicAction(
  { schema: newPasswordFormSchema, secret: ["password"], tooLong: { password: "password_too_long" } },
  async ({ ip }, { password }) => {
    const token = tokenInPath((await headers()).get(pathHeader) ?? "", "reset-password") ?? "";
    const done = await resetPassword({ token, password, ip, hasSecondFactor: asksForSecondStep });
    if (!done.ok) return { errors: { [isPasswordIssue(done.code) ? "password" : "form"]: done.code } };
    return continueSignIn(done.value.userId, null);
  },
);
