"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { cancelLink, undoCancel } from "@/lib/domain/payment-links/cancel/cancel-link";
import { cancelReasons } from "@/lib/domain/payment-links/cancel/schema";
import { memberAction } from "@/lib/web/action";
import { rowId } from "@/lib/web/form-schema";

export const cancelThisLink = memberAction(
  "links:cancel",
  { schema: z.object({ linkId: rowId, reason: z.enum(cancelReasons, "cancel_reason_missing") }) },
  async ({ view, actor, paths }, { linkId, reason }) => {
    const cancelled = await cancelLink({ view, actor, id: linkId, reason });
    if (!cancelled.ok) return { errors: { form: cancelled.code }, isChanged: true };
    redirect(paths.linkAt(linkId, "cancelled"));
  },
);

export const undoThisCancel = memberAction(
  "links:cancel",
  { schema: z.object({ linkId: rowId }) },
  async ({ view, actor, paths }, { linkId }) => {
    const undone = await undoCancel({ view, actor, id: linkId });
    if (!undone.ok) return { errors: { form: undone.code }, isChanged: true };
    redirect(paths.link(linkId));
  },
);
