"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { paths } from "@/lib/core/paths";
import { checkPin } from "@/lib/domain/tills/check-pin";
import { typedPin } from "@/lib/domain/tills/schema";
import { publicAction } from "@/lib/web/action";
import { rowId } from "@/lib/web/form-schema";
import { endSession, startPinSession } from "@/lib/web/session";
import { currentTill, renewTillCookie } from "@/lib/web/till-cookie";

/** Opens the till for the person whose PIN was typed. They begin where a new link is created. */
export const unlock = publicAction(
  { schema: z.object({ person: rowId, pin: typedPin }), secret: ["pin"] },
  async ({ ip }, { person: userId, pin }) => {
    const till = await currentTill();
    if (!till) return { errors: { form: "till_gone" } };
    const checked = await checkPin(till, { userId, pin, ip });
    if (!checked.ok) {
      const isAboutPin = checked.code === "wrong_pin";
      return { errors: { [isAboutPin ? "pin" : "form"]: checked.code } };
    }
    await startPinSession(till, userId, checked.value.pinId);
    await renewTillCookie();
    redirect(merchantPaths(till.merchant.slug).newLink);
  },
);

/** Ends the session on a shared till. It needs no permission, because it only gives one up. */
export async function lock(): Promise<void> {
  await endSession();
  redirect((await currentTill()) ? paths.till : paths.login);
}
