"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { publicAction } from "@/lib/auth/action";
import { pathHeader, tokenInPath } from "@/lib/auth/address";
import { resetPassword } from "@/lib/auth/password-reset";
import { newPasswordFormSchema } from "@/lib/auth/schema";
import { schemaErrors } from "@/lib/auth/schema-errors";

export const saveNewPassword = publicAction(
  { fields: ["password"], secret: ["password"] },
  async ({ ip }, form) => {
    const parsed = newPasswordFormSchema.safeParse(form);
    if (!parsed.success) return { errors: schemaErrors(parsed.error) };
    const token = tokenInPath((await headers()).get(pathHeader) ?? "", "reset-password") ?? "";
    const done = await resetPassword(token, parsed.data.password, ip);
    if (!done.ok) return { errors: { form: done.code } };
    redirect("/login?reset=1");
  },
);
