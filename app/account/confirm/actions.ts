"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { paths } from "@/lib/core/paths";
import { noteSecondFactor, proveCode, provePassword } from "@/lib/domain/accounts/prove-again";
import { passwordProofSchema } from "@/lib/domain/accounts/schema";
import { checkPasskey } from "@/lib/domain/second-factors/check-passkey";
import { codeSchema } from "@/lib/domain/second-factors/schema";
import { personAction } from "@/lib/web/action";
import { safeNextPath } from "@/lib/web/address";
import { readChallenge } from "@/lib/web/challenge-cookie";
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

/** A proof by a code of the person's app, or by a recovery code. */
export const confirmWithCode = personAction(
  {
    schema: z.object({ code: codeSchema, next: text }),
    secret: ["code"],
    longest: { next: 8_000 },
    tooLong: { code: "code_wrong" },
  },
  async ({ person, sessionId, ip }, { code, next }) => {
    const proven = await proveCode({ id: sessionId, person }, code, ip);
    if (!proven.ok) return { errors: { code: proven.code } };
    redirect(safeNextPath(next) ?? paths.merchants);
  },
);

/** A proof by one of the person's own passkeys. */
export const confirmWithPasskey = personAction(
  { schema: z.object({ credential: text, next: text }), longest: { credential: 16_000, next: 8_000 } },
  async ({ person, sessionId, ip }, { credential, next }) => {
    const challenge = await readChallenge({ purpose: "use", personId: null });
    if (!challenge) return { errors: { form: "passkey_unknown" } };
    const checked = await checkPasskey({ challenge, credential, ip, userId: person.id });
    if (!checked.ok) return { errors: { form: checked.code } };
    await noteSecondFactor(sessionId);
    redirect(safeNextPath(next) ?? paths.merchants);
  },
);
