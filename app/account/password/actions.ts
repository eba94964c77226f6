"use server";

import { redirect } from "next/navigation";
import { paths } from "@/lib/core/paths";
import { changePassword } from "@/lib/domain/accounts/change-account";
import { newPasswordFormSchema } from "@/lib/domain/accounts/schema";
import { personAction } from "@/lib/web/action";

/** Changes the password, and signs the person out everywhere else. */
export const savePassword = personAction(
  {
    needsProof: true,
    schema: newPasswordFormSchema,
    secret: ["password"],
    tooLong: { password: "password_too_long" },
  },
  async ({ person, sessionId, ip }, { password }) => {
    const changed = await changePassword({ person, sessionId, ip }, password);
    if (!changed.ok) return { errors: { password: changed.code } };
    redirect(paths.accountAfter("password"));
  },
);
