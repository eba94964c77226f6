"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { paths } from "@/lib/core/paths";
import { checkCode } from "@/lib/domain/second-factors/check-code";
import { codeSchema } from "@/lib/domain/second-factors/schema";
import { publicAction } from "@/lib/web/action";
import { readDevice } from "@/lib/web/device-cookie";
import { text } from "@/lib/web/form-schema";
import { findPendingPerson, takePendingSignIn } from "@/lib/web/pending-cookie";
import { finishSignIn } from "@/lib/web/sign-in";

/** Finishes a sign-in whose password was right, with a code of the app or a recovery code. */
export const signInWithCode = publicAction(
  {
    schema: z.object({ code: codeSchema, next: text }),
    secret: ["code"],
    longest: { next: 8_000 },
    tooLong: { code: "code_wrong" },
  },
  async ({ ip }, { code, next }) => {
    const userId = await findPendingPerson();
    if (userId === null) return { errors: { form: "sign_in_over" } };
    const device = await readDevice();
    const known = device?.userIds.includes(userId) ? device.id : null;
    const checked = await checkCode(userId, code, { ip, device: known });
    if (!checked.ok) return { errors: { code: checked.code } };
    if (!(await takePendingSignIn())) return { errors: { form: "sign_in_over" } };
    return finishSignIn(userId, next);
  },
);

/** For somebody who wants to sign in as another person. */
export async function restartSignIn(): Promise<void> {
  await takePendingSignIn();
  redirect(paths.login);
}
