"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { paths as portalPaths } from "@/lib/core/paths";
import { changeTillIdleMinutes } from "@/lib/domain/merchants/change-till-idle";
import { enrollDevice } from "@/lib/domain/tills/enroll-device";
import { removeTill } from "@/lib/domain/tills/remove-device";
import { removePin, unblockPin } from "@/lib/domain/tills/reset-pin";
import { idleMinutesSchema, tillName } from "@/lib/domain/tills/schema";
import { memberAction } from "@/lib/web/action";
import { rowId } from "@/lib/web/form-schema";
import { endSession } from "@/lib/web/session";
import { writeTillCookie } from "@/lib/web/till-cookie";

/** Makes this browser a shared till, and signs the person out of it: nobody's own session stays on it. */
export const enroll = memberAction(
  "tills:manage",
  { needsProof: true, schema: z.object({ name: tillName }) },
  async ({ merchantId, actor }, { name }) => {
    const { token } = await enrollDevice({ merchantId, actor, name });
    await endSession();
    await writeTillCookie(token);
    redirect(portalPaths.till);
  },
);

export const removeDevice = memberAction(
  "tills:manage",
  { schema: z.object({ deviceId: rowId }) },
  async ({ merchantId, actor, paths }, { deviceId }) => {
    await removeTill({ merchantId, actor, deviceId });
    redirect(paths.tills);
  },
);

export const saveIdleMinutes = memberAction(
  "tills:manage",
  { schema: z.object({ minutes: idleMinutesSchema }) },
  async ({ merchantId, actor, paths }, { minutes }) => {
    await changeTillIdleMinutes({ merchantId, actor, minutes });
    redirect(paths.tillsSavedAt(String(Date.now())));
  },
);

/** Five more tries are five more guesses, so that a stolen session is not enough for it. */
export const unblock = memberAction(
  "tills:manage",
  { needsProof: true, schema: z.object({ userId: rowId }) },
  async ({ merchantId, actor, paths }, { userId }) => {
    await unblockPin({ merchantId, actor, userId });
    redirect(paths.tills);
  },
);

export const resetPin = memberAction(
  "tills:manage",
  { schema: z.object({ userId: rowId }) },
  async ({ merchantId, actor, paths }, { userId }) => {
    await removePin({ merchantId, actor, userId });
    redirect(paths.tills);
  },
);
