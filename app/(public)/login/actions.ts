"use server";

import * as z from "zod";
import { checkCredentials } from "@/lib/domain/accounts/check-credentials";
import { signInSchema } from "@/lib/domain/accounts/schema";
import { checkPasskey } from "@/lib/domain/second-factors/check-passkey";
import { publicAction } from "@/lib/web/action";
import { readChallenge } from "@/lib/web/challenge-cookie";
import { readDevice } from "@/lib/web/device-cookie";
import { text } from "@/lib/web/form-schema";
import { takePendingSignIn } from "@/lib/web/pending-cookie";
import { continueSignIn, finishSignIn } from "@/lib/web/sign-in";

export const signIn = publicAction(
  {
    schema: signInSchema.extend({ next: text }),
    secret: ["password"],
    longest: { next: 8_000 },
    tooLong: { email: "email_malformed", password: "password_too_long" },
  },
  async ({ ip }, { next, ...credentials }) => {
    const checked = await checkCredentials(credentials, { ip, device: await readDevice() });
    if (!checked.ok) return { errors: { form: checked.code } };
    return continueSignIn(checked.value.userId, next);
  },
);

/** A passkey alone signs in: it is on a device, and the person confirmed it with a finger, a face or a PIN. */
export const signInWithPasskey = publicAction(
  { schema: z.object({ credential: text, next: text }), longest: { credential: 16_000, next: 8_000 } },
  async ({ ip }, { credential, next }) => {
    const challenge = await readChallenge({ purpose: "use", personId: null });
    if (!challenge) return { errors: { form: "passkey_unknown" } };
    const checked = await checkPasskey({ challenge, credential, ip, userId: null });
    if (!checked.ok) return { errors: { form: checked.code } };
    await takePendingSignIn();
    return finishSignIn(checked.value.userId, next);
  },
);
