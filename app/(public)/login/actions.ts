"use server";

import { redirect } from "next/navigation";
import { checkCredentials } from "@/lib/auth/accounts";
import { publicAction } from "@/lib/auth/action";
import { safeNextPath } from "@/lib/auth/address";
import { signInSchema } from "@/lib/auth/schema";
import { schemaErrors } from "@/lib/auth/schema-errors";
import { startSession } from "@/lib/auth/session";

export const signIn = publicAction(
  { fields: ["email", "password", "next"], secret: ["password"] },
  async ({ ip }, { next, ...form }) => {
    const parsed = signInSchema.safeParse(form);
    if (!parsed.success) return { errors: schemaErrors(parsed.error) };
    const checked = await checkCredentials(parsed.data, ip);
    if (!checked.ok) return { errors: { form: checked.code } };
    await startSession(checked.value.userId);
    redirect(safeNextPath(next) ?? "/m");
  },
);
