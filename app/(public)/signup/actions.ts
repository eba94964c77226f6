"use server";

import { redirect } from "next/navigation";
import { createAccount } from "@/lib/auth/accounts";
import { publicAction } from "@/lib/auth/action";
import { signUpSchema } from "@/lib/auth/schema";
import { schemaErrors } from "@/lib/auth/schema-errors";
import { startSession } from "@/lib/auth/session";

export const signUp = publicAction(
  { fields: ["name", "email", "password"], secret: ["password"] },
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
