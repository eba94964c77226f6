"use server";

import { redirect } from "next/navigation";
import { checkCredentials } from "@/lib/domain/accounts/check-credentials";
import { signInSchema } from "@/lib/domain/accounts/schema";
import { schemaErrors } from "@/lib/i18n/schema-errors";
import { publicAction } from "@/lib/web/action";
import { safeNextPath } from "@/lib/web/address";
import { startSession } from "@/lib/web/session";

export const signIn = publicAction(
  {
    fields: ["email", "password", "next"],
    secret: ["password"],
    longest: { next: 8_000 },
    tooLong: { email: "email_malformed", password: "password_too_long" },
  },
  async ({ ip }, { next, ...form }) => {
    const parsed = signInSchema.safeParse(form);
    if (!parsed.success) return { errors: schemaErrors(parsed.error) };
    const checked = await checkCredentials(parsed.data, ip);
    if (!checked.ok) return { errors: { form: checked.code } };
    await startSession(checked.value.userId);
    redirect(safeNextPath(next) ?? "/m");
  },
);
