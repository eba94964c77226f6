"use server";

import { redirect } from "next/navigation";
import { paths } from "@/lib/core/paths";
import { provePassword } from "@/lib/domain/accounts/prove-again";
import { passwordProofSchema } from "@/lib/domain/accounts/schema";
import { personAction } from "@/lib/web/action";
import { safeNextPath } from "@/lib/web/address";
import { text } from "@/lib/web/form-schema";

/** A proof by password. The person then goes on where they were asked for it. */
export const confirmWithPassword = personAction(
  {
    schema: passwordProofSchema.extend({ next: text }),
    secret: ["password"],
    longest: { next: 8_000 },
    tooLong: { password: "password_too_long" },
  },
  async ({ person, sessionId }, { password, next }) => {
    const proven = await provePassword({ id: sessionId, person }, password);
    if (!proven.ok) return { errors: { password: proven.code } };
    redirect(safeNextPath(next) ?? paths.merchants);
  },
);
