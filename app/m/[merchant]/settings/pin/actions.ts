"use server";

import { redirect } from "next/navigation";
import { choosePin as saveChosenPin } from "@/lib/domain/tills/choose-pin";
import { pinForm } from "@/lib/domain/tills/schema";
import { memberAction } from "@/lib/web/action";

/** Sets the person's own PIN. A stolen session is not enough for it: a PIN would outlive the session. */
export const choosePin = memberAction(
  "pin:choose",
  { needsProof: true, schema: pinForm, secret: ["pin", "again"] },
  async ({ merchantId, actor, paths }, { pin, again }) => {
    if (pin !== again) return { errors: { again: "pins_differ" } };
    await saveChosenPin({ merchantId, actor, pin });
    redirect(paths.pinSavedAt(String(Date.now())));
  },
);
