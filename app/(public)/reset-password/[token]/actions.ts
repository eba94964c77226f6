"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { resetPassword } from "@/lib/domain/accounts/reset-password";
import { newPasswordFormSchema } from "@/lib/domain/accounts/schema";
import { schemaErrors } from "@/lib/i18n/schema-errors";
import { publicAction } from "@/lib/web/action";
import { pathHeader, tokenInPath } from "@/lib/web/address";

export const saveNewPassword = publicAction(
  { fields: ["password"], secret: ["password"], tooLong: { password: "password_too_long" } },
  async ({ ip }, form) => {
    const parsed = newPasswordFormSchema.safeParse(form);
    if (!parsed.success) return { errors: schemaErrors(parsed.error) };
    const token = tokenInPath((await headers()).get(pathHeader) ?? "", "reset-password") ?? "";
    const done = await resetPassword(token, parsed.data.password, ip);
    if (!done.ok) return { errors: { form: done.code } };
    redirect("/login?reset=1");
  },
);
