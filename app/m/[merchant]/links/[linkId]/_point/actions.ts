"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { pointCode, restoreCode } from "@/lib/domain/payment-links/point/change-pointing";
import { memberAction } from "@/lib/web/action";
import { rowId } from "@/lib/web/form-schema";

export const pointThisCode = memberAction(
  "links:cancel",
  { schema: z.object({ linkId: rowId, targetId: rowId }) },
  async ({ view, actor, paths }, { linkId, targetId }) => {
    const pointed = await pointCode({ view, actor, id: linkId, targetId });
    if (!pointed.ok) return { errors: { form: pointed.code }, isChanged: true };
    redirect(paths.linkAt(linkId, "pointed"));
  },
);

export const restoreThisCode = memberAction(
  "links:cancel",
  { schema: z.object({ linkId: rowId }) },
  async ({ view, actor, paths }, { linkId }) => {
    const restored = await restoreCode({ view, actor, id: linkId });
    if (!restored.ok) return { errors: { form: restored.code }, isChanged: true };
    redirect(paths.link(linkId));
  },
);
