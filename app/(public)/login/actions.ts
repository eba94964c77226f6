"use server";

import { redirect } from "next/navigation";
import { checkCredentials } from "@/lib/domain/accounts/check-credentials";
import { signInSchema } from "@/lib/domain/accounts/schema";
import { publicAction } from "@/lib/web/action";
import { safeNextPath } from "@/lib/web/address";
import { text } from "@/lib/web/form-schema";
import { findLanding } from "@/lib/web/landing";
import { startSession } from "@/lib/web/session";

export const signIn = publicAction(
  {
    schema: signInSchema.extend({ next: text }),
    secret: ["password"],
    longest: { next: 8_000 },
    tooLong: { email: "email_malformed", password: "password_too_long" },
  },
  async ({ ip }, { next, ...credentials }) => {
    const checked = await checkCredentials(credentials, ip);
    if (!checked.ok) return { errors: { form: checked.code } };
    await startSession(checked.value.userId);
    redirect(safeNextPath(next) ?? (await findLanding(checked.value.userId)));
  },
);
