"use server";

import { redirect } from "next/navigation";
import { createAccount } from "@/lib/domain/accounts/create-account";
import { signUpSchema } from "@/lib/domain/accounts/schema";
import { schemaErrors } from "@/lib/i18n/schema-errors";
import { publicAction } from "@/lib/web/action";
import { startSession } from "@/lib/web/session";

export const signUp = publicAction(
  {
    fields: ["name", "email", "password"],
    secret: ["password"],
    tooLong: { name: "name_too_long", email: "email_malformed", password: "password_too_long" },
  },
  async ({ ip, locale }, form) => {
    const parsed = signUpSchema.safeParse(form);
    if (!parsed.success) return { errors: schemaErrors(parsed.error) };
    const created = await createAccount(parsed.data, locale, ip);
    if (!created.ok) {
      const field = created.code === "email_taken" ? "email" : "form";
      return { errors: { [field]: created.code } };
    }
    await startSession(created.value.userId);
    redirect("/m/new");
  },
);
