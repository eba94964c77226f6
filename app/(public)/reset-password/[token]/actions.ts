"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { paths } from "@/lib/core/paths";
import { resetPassword } from "@/lib/domain/accounts/reset-password";
import { newPasswordFormSchema } from "@/lib/domain/accounts/schema";
import { publicAction } from "@/lib/web/action";
import { pathHeader, tokenInPath } from "@/lib/web/address";

export const saveNewPassword = publicAction(
  { schema: newPasswordFormSchema, secret: ["password"], tooLong: { password: "password_too_long" } },
  async ({ ip }, { password }) => {
    const token = tokenInPath((await headers()).get(pathHeader) ?? "", "reset-password") ?? "";
    const done = await resetPassword(token, password, ip);
    if (!done.ok) return { errors: { form: done.code } };
    redirect(paths.loginAfterReset);
  },
);
